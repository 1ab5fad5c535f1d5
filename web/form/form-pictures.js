// @ts-check
/**
 * Pictures are drawn anew before they are sent, at most 1600 px long, as JPEG: they become small, and what a camera writes
 * into a file (the place, the time) stays behind. The file field itself holds the new ones, so whatever sends the form
 * sends them.
 */

import { problemsOfPictures } from "./form-rules.js";
import { filled, plainText } from "./form-words.js";
import { make, say, texts } from "./form-view.js";

const longestSide = 1600;
const quality = 0.85;

/**
 * Takes over a file field: what is chosen is added to what was chosen before, and each can be taken back. A file that is no
 * picture is not added, and `onChange` is told of it once; the form can be sent without it.
 * @typedef {import("./form-rules.js").Problem} Problem
 * @param {{ input: HTMLInputElement, list: HTMLElement, progress: HTMLElement, onChange: (problem: Problem | undefined) => void }} parts
 */
export function takePictures({ input, list, progress, onChange }) {
  /** @type {File[]} */
  let chosen = [];
  let ready = Promise.resolve();

  /** @param {readonly File[]} added */
  async function add(added) {
    say(progress, texts.form.preparingPictures);
    const drawn = await Promise.all(added.map((file) => drawnAnew(file).catch(() => undefined)));
    chosen = [...chosen, ...drawn.flatMap((file) => file ?? [])];
    progress.textContent = "";
    show(drawn.includes(undefined) ? { field: "pictures", code: "pictures-wrong-type" } : undefined);
  }

  /** @param {Problem} [notAdded] */
  function show(notAdded) {
    const files = new DataTransfer();
    for (const file of chosen) files.items.add(file);
    input.files = files.files;
    for (const image of list.querySelectorAll("img")) URL.revokeObjectURL(image.src);
    list.replaceChildren(...chosen.map(row));
    onChange(notAdded ?? problemsOfPictures(chosen)[0]);
  }

  /** @param {File} file */
  function row(file) {
    const image = /** @type {HTMLImageElement} */ (make("img"));
    image.src = URL.createObjectURL(file);
    image.alt = "";
    const name = make("span", file.name);
    name.className = "file";
    const remove = /** @type {HTMLButtonElement} */ (say(make("button"), texts.form.remove));
    remove.type = "button";
    remove.setAttribute("aria-label", filled(plainText(texts.form.removePicture), { name: file.name }));
    remove.addEventListener("click", () => {
      chosen = chosen.filter((one) => one !== file);
      show();
      input.focus();
    });
    return make("li", image, name, remove);
  }

  input.addEventListener("change", () => {
    const before = ready;
    const added = add(Array.from(input.files ?? []));
    ready = before.then(() => added);
  });
  return {
    /** Resolves when no picture is being drawn any more. */
    ready: () => ready,
    names: () => chosen.map(({ name }) => name),
    problems: () => problemsOfPictures(chosen),
    clear() {
      chosen = [];
      show();
    },
  };
}

/** Rejects for a file that the browser cannot show. @param {File} file @returns {Promise<File>} */
async function drawnAnew(file) {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    const { naturalWidth, naturalHeight } = image;
    const scale = Math.min(1, longestSide / Math.max(naturalWidth, naturalHeight));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(naturalHeight * scale));
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser cannot draw.");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ resolve) => {
      canvas.toBlob(resolve, "image/jpeg", quality);
    });
    if (!blob) throw new Error("This browser cannot write JPEG.");
    return new File([blob], `${file.name.replace(/\.[^.]*$/, "")}.jpg`, { type: "image/jpeg" });
  } finally {
    URL.revokeObjectURL(image.src);
  }
}
