// @ts-check
/** Putting texts and problems into the page; what the service writes into it and this must look the same. */

import { filled, partsOf, plainText } from "./form-words.js";
import { limits } from "./form-rules.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */
/** @typedef {Pick<import("./texts/form-texts.ts").FormTexts, "problemTitle" | "form" | "problems" | "check" | "receipt" | "notices" | "faults">} Texts */

/** @param {string} id */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** The texts that came with the page. @type {Texts} */
export const texts = JSON.parse(byId("texts").textContent ?? "");

/** A new element with some words in it. @param {string} tag @param {...(Node | string)} content */
export function make(tag, ...content) {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}

/**
 * Says a text of the language in an element, its readings as ruby.
 * @param {HTMLElement} element
 * @param {string} text
 * @param {Readonly<Record<string, string | number>>} [values]
 */
export function say(element, text, values) {
  element.replaceChildren(
    ...partsOf(filled(text, values)).map((part) =>
      part.reading === undefined
        ? part.text
        : make("ruby", part.text, make("rp", "（"), make("rt", part.reading), make("rp", "）")),
    ),
  );
  return element;
}

const steps = ["inquiry", "check", "receipt"];
const problemTitle = plainText(texts.problemTitle);
const formTitle = document.title.replace(problemTitle, "");

/** Shows one of the page's steps under its own title. @param {"inquiry" | "check" | "receipt"} step */
export function showStep(step) {
  for (const id of steps) byId(id).hidden = id !== step;
  byId("languages").hidden = step !== "inquiry";
  document.title =
    step === "inquiry" ? formTitle : formTitle.replace(/^[^｜]*/, plainText(texts[step].heading));
  window.scrollTo(0, 0);
}

/** Shows what is wrong with one field at that field, or takes it away. @param {string} field @param {import("./form-rules.js").Problem | undefined} problem */
export function showAtField(field, problem) {
  const error = byId(`${field}-error`);
  error.hidden = !problem;
  if (problem) say(error, `＊${texts.problems.each[problem.code]}`, limitOf(field));
  const control = byId(field);
  if (control instanceof HTMLFieldSetElement) control.toggleAttribute("data-invalid", Boolean(problem));
  else if (problem) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}

/** Shows all problems above the form and moves there. @param {readonly import("./form-rules.js").Problem[]} problems */
export function showSummary(problems) {
  const summary = byId("problems");
  summary.hidden = problems.length === 0;
  if (problems.length === 0) return;
  say(byId("problems-heading"), texts.problems.heading, { count: problems.length });
  const rows = problems.map(({ field, code }) => {
    const link = /** @type {HTMLAnchorElement} */ (make("a"));
    link.href = `#${field}`;
    return make("li", say(link, texts.problems.each[code], limitOf(field)));
  });
  summary.querySelector("ul")?.replaceChildren(...rows);
  document.title = problemTitle + formTitle;
  summary.focus();
}

/** @param {string} field */
function limitOf(field) {
  return { limit: /** @type {Record<string, number>} */ (limits)[field] ?? "" };
}
