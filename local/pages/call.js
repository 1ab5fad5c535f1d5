// @ts-check
import { button, byId, element, say } from "./elements.js";
import { showPlace } from "./flow-picture.js";
import { showKeypad } from "./keypad.js";
import { hear } from "./voice.js";
import { duration, yen } from "./words.js";

/**
 * @typedef {{ at: string, kind: string, text: string, words?: string, interrupted?: true }} Line
 * @typedef {"dialling" | "in-flow" | "queued" | "ringing" | "whispering" | "talking" | "after-call" | "ended"} State
 * @typedef {{ id: string, state: State, isHeld: boolean, listening: boolean,
 *   position: { flow: string, block: string } | null, at: string, seconds: number, speechSecondsBeforeQueue: number,
 *   yenMobile: number, yenFixed: number, transcript: readonly Line[] }} Call
 */

/** @type {Record<State, string>} */
const stateNames = {
  dialling: "呼び出しています",
  "in-flow": "自動音声が案内しています",
  queued: "オペレータを待っています",
  ringing: "呼び出しています",
  whispering: "オペレータが電話を取りました",
  talking: "オペレータと話しています",
  "after-call": "オペレータが切り、最後の案内が流れています",
  ended: "電話は終わりました",
};

/** Who speaks or acts in a line, by the exchange's kinds. @type {Record<string, string>} */
const actors = {
  arrived: "着信",
  said: "自動音声",
  silence: "無音",
  whispered: "オペレータ",
  ringing: "呼び出し",
  pressed: "利用者",
  queued: "待ち列",
  connected: "オペレータ",
  held: "オペレータ",
  resumed: "オペレータ",
  transferred: "転送",
  "hung-up": "終話",
  recovered: "異常",
  fault: "異常",
};

/** When each button is of use. @type {Record<string, (call: Call) => boolean>} */
const usefulWhen = {
  answer: ({ state }) => state === "queued",
  hold: ({ state, isHeld }) => state === "talking" && !isHeld,
  resume: ({ isHeld }) => isHeld,
  "transfer-leader": ({ state }) => state === "talking",
  "transfer-supervisor": ({ state }) => state === "talking",
  "operator-hangs-up": ({ state }) => state === "talking",
  "caller-hangs-up": isLive,
  "forward-10": isLive,
  "forward-60": isLive,
  next: ({ state }) => isLive({ state }) && state !== "talking",
};

/** @param {{ state: State }} call */
function isLive({ state }) {
  return state !== "ended";
}

/** Shows a call, or that there is none; `before` is what was shown until now. @param {Call | undefined} call @param {Call | undefined} before */
export function showCall(call, before) {
  byId("call").hidden = !call;
  byId("no-call").hidden = Boolean(call);
  if (call) showState(call);
  showTranscript(call?.transcript ?? []);
  const focused = document.activeElement;
  showKeypad(call);
  for (const id of ["dial", "call-out"]) button(id).disabled = call !== undefined && isLive(call);
  for (const [id, isUseful] of Object.entries(usefulWhen)) button(id).disabled = !call || !isUseful(call);
  showPlace(call);
  hear(call);
  keepFocus(focused, call?.id !== before?.id);
}

/** A button that had the focus and is of no use any more hands it to the state of the call. @param {Element | null} focused @param {boolean} isOther */
function keepFocus(focused, isOther) {
  const lost = focused instanceof HTMLButtonElement && (focused.disabled || !focused.checkVisibility());
  if (lost || (isOther && (focused === button("dial") || focused === button("call-out"))))
    byId("call-state").focus();
}

/** @param {Call} call */
function showState(call) {
  say("call-state", call.isHeld ? "保留しています" : stateNames[call.state]);
  byId("call-state").dataset["state"] = call.state;
  byId("call-seconds").textContent = duration(call.seconds);
  byId("call-speech-seconds").textContent = duration(call.speechSecondsBeforeQueue);
  byId("call-yen-mobile").textContent = yen(call.yenMobile);
  byId("call-yen-fixed").textContent = yen(call.yenFixed);
}

/** Adds what is new and mends what has changed, so that a screen reader hears only that. @param {readonly Line[]} lines */
function showTranscript(lines) {
  const list = byId("transcript");
  const before = list.children.length;
  while (list.children.length > lines.length) list.lastElementChild?.remove();
  for (const [index, line] of lines.entries()) {
    const made = transcriptLine(line);
    const shown = list.children[index];
    if (!shown) list.append(made);
    else if (!shown.isEqualNode(made)) shown.replaceWith(made);
  }
  const log = list.parentElement;
  if (log && lines.length !== before) log.scrollTop = log.scrollHeight;
}

/** @param {Line} line */
function transcriptLine({ at, kind, text }) {
  return element(
    "li",
    { "data-kind": kind },
    element("time", { datetime: at }, at.slice(11, 19)),
    element("span", { class: "actor" }, actors[kind] ?? ""),
    element("span", { class: "words" }, text),
  );
}
