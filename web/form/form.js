// @ts-check
/**
 * The form with script: says what is missing before anything is sent, holds the check step and the receipt in the page,
 * and sends in the background. Whatever goes wrong, what was typed stays; it is emptied only once there is a receipt
 * number. Nothing typed is written to any storage of the browser: computers are shared (decision 0013).
 */

import { fieldNames, lengthOf, limits, normalised, problemsOf } from "./form-rules.js";
import { takePictures } from "./form-pictures.js";
import { byId, make, say, showAtField, showStep, showSummary, texts } from "./form-view.js";
import { nextSteps, printedNumber, rowsOf } from "./form-words.js";

/** @typedef {import("./form-types.ts").InquiryAnswer} InquiryAnswer */
/** @typedef {import("./form-types.ts").Problem} Problem */

const patienceMillis = 60_000;
const form = /** @type {HTMLFormElement} */ (byId("inquiry-form"));
const send = byId("send");
const language = hidden("language").value;
const pictures = takePictures({
  input: /** @type {HTMLInputElement} */ (byId("pictures")),
  list: byId("chosen-pictures"),
  progress: byId("pictures-progress"),
  onChange(problem) {
    isTyped = true;
    showAtField("pictures", problem);
  },
});

/** Whether something would be lost if the page were closed now. */
let isTyped = false;
let isSending = false;
let isSent = false;

/** @param {string} name */
function hidden(name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

/** @param {string} name */
function select(name) {
  return /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));
}

function typed() {
  return normalised(Object.fromEntries(new FormData(form)));
}

/** @param {string} name */
function offered(name) {
  return Array.from(select(name).options, ({ value }) => value).filter((value) => value !== "");
}

/** @returns {Problem[]} */
function problems() {
  const found = problemsOf(typed(), {
    categories: offered("category"),
    relation: offered("relation"),
    municipality: offered("municipality"),
    ageBand: offered("ageBand"),
    device: offered("device"),
  });
  const afterContent = found.filter(({ field }) => field !== "category" && field !== "content");
  return [...found.slice(0, found.length - afterContent.length), ...pictures.problems(), ...afterContent];
}

/** @param {readonly Problem[]} found */
function showProblems(found) {
  for (const field of [...fieldNames.filter((name) => name !== "website"), "pictures"])
    showAtField(
      field,
      found.find((problem) => problem.field === field),
    );
  showSummary(found);
}

/** The parts of the form that belong to some ways of replying, and whether the chosen one is among them. */
function partsOfReply() {
  const { replyBy } = typed();
  return Array.from(form.querySelectorAll("[data-reply]"), (part) => ({
    part: /** @type {HTMLElement} */ (part),
    belongs: (part.getAttribute("data-reply") ?? "").split(" ").includes(replyBy),
  }));
}

function showFieldsOfReply() {
  for (const { part, belongs } of partsOfReply()) part.hidden = !belongs;
}

function count() {
  const left = limits.content - lengthOf(typed().content.trim());
  const counter = byId("content-counter");
  say(counter, left < 0 ? texts.form.over : texts.form.counter, { count: Math.abs(left) });
  counter.classList.toggle("over", left < 0);
}

/** Pictures that the service has from an earlier post, unless they are not to be sent or others were chosen. */
function keptPictures() {
  const drop = form.elements.namedItem("dropPictures");
  if (!(drop instanceof HTMLInputElement) || drop.checked || pictures.names().length > 0) return [];
  return Array.from(document.querySelectorAll("#kept-pictures li"), (row) => row.textContent ?? "");
}

function showCheck() {
  const rows = rowsOf(typed(), texts, (name) => select(name).selectedOptions[0]?.textContent ?? "").map(
    ({ field, label, value, isTyped: asTyped }) => {
      const shown = asTyped ? make("dd", value) : say(make("dd"), value);
      if (field === "content") shown.className = "long";
      return make("div", say(make("dt"), label), shown);
    },
  );
  const names = [...keptPictures(), ...pictures.names()].map((name) => {
    const file = make("span", name);
    file.className = "file";
    return file;
  });
  if (names.length > 0)
    rows.splice(2, 0, make("div", say(make("dt"), texts.check.pictures), make("dd", ...names)));
  byId("check-list").replaceChildren(...rows);
  byId("failure").hidden = true;
  showStep("check");
  byId("check-heading").focus();
}

/** @param {SubmitEvent} event */
async function check(event) {
  event.preventDefault();
  await pictures.ready();
  const found = problems();
  showProblems(found);
  if (found.length > 0) return;
  history.pushState("check", "");
  showCheck();
}

function showForm() {
  if (isSent) return location.reload();
  showStep("inquiry");
}

/** @param {boolean} now */
function showSending(now) {
  isSending = now;
  send.setAttribute("aria-disabled", String(now));
  say(send, now ? texts.check.sending : texts.check.send);
  say(byId("progress"), now ? texts.check.sendingPatience : "");
}

/** @param {readonly string[]} sentences */
function showFailure(sentences) {
  const failure = byId("failure");
  failure.replaceChildren(...sentences.map((sentence) => say(make("p"), sentence)));
  failure.hidden = false;
  failure.focus();
}

/** @param {Extract<InquiryAnswer, { receiptNumber: string }>} receipt */
function showReceipt({ receiptNumber, answerBy }) {
  const replyBy = typed().replyBy || "none";
  const until = answerBy === undefined ? undefined : Date.parse(answerBy);
  byId("receipt-number").textContent = printedNumber(receiptNumber);
  byId("next-steps").replaceChildren(
    ...nextSteps(texts, { replyBy, answerBy: until, language }).map((step) => say(make("li"), step)),
  );
  isSent = true;
  form.reset();
  pictures.clear();
  isTyped = false;
  showStep("receipt");
  byId("receipt-heading").focus();
}

/** What goes to the service: nothing that belongs to another way of replying. */
function inquiry() {
  const body = new FormData(form);
  for (const { part, belongs } of partsOfReply())
    if (!belongs) for (const field of part.querySelectorAll("input")) body.delete(field.name);
  if (pictures.names().length === 0) body.delete("pictures");
  return body;
}

/** @returns {Promise<InquiryAnswer | { network: true }>} */
async function answerOfService() {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patienceMillis);
  try {
    const response = await fetch("inquiries", {
      method: "POST",
      headers: { accept: "application/json" },
      body: inquiry(),
      signal: stop.signal,
    });
    if (response.status === 413) return { fault: "too-large" };
    if (response.status === 429) return { fault: "too-many" };
    return await response.json();
  } catch {
    // No network, no answer in time, or an answer that is not ours: the same to the reader, who can press again.
    return { network: true };
  } finally {
    clearTimeout(timer);
  }
}

/** @param {InquiryAnswer | { network: true }} answer */
function show(answer) {
  if ("receiptNumber" in answer) return showReceipt(answer);
  if ("problems" in answer) {
    showStep("inquiry");
    return showProblems(answer.problems);
  }
  if ("notice" in answer) {
    hidden("token").value = answer.token;
    return showFailure([texts.notices[answer.notice]]);
  }
  if ("fault" in answer && answer.fault in texts.faults) return showFailure(texts.faults[answer.fault].body);
  showFailure([texts.check.notSent, texts.check.network]);
}

async function sendOnce() {
  if (isSending) return;
  showSending(true);
  const answer = await answerOfService();
  showSending(false);
  show(answer);
}

send.addEventListener("click", () => void sendOnce());
byId("edit").addEventListener("click", () => {
  if (!isSending) history.back();
});
window.addEventListener("popstate", ({ state }) => (state === "check" && !isSent ? showCheck() : showForm()));
window.addEventListener("beforeunload", (event) => {
  if (isTyped) event.preventDefault();
});
form.addEventListener("submit", (event) => {
  if (event.submitter?.getAttribute("name") === "switchTo") isTyped = false;
  else void check(event);
});
form.addEventListener("input", () => {
  isTyped = true;
});
form.addEventListener("change", ({ target }) => {
  showFieldsOfReply();
  const { name } = /** @type {HTMLInputElement} */ (target);
  const shown = document.getElementById(`${name}-error`);
  if (shown && !shown.hidden && name !== "pictures")
    showAtField(
      name,
      problems().find(({ field }) => field === name),
    );
});
byId("content").addEventListener("input", count);
say(byId("pictures-support"), texts.form.picturesMadeSmaller);
window.addEventListener("pageshow", () => {
  showFieldsOfReply();
  count();
});
showFieldsOfReply();
count();
isTyped = typed().content !== "";
