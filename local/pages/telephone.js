// @ts-check
import { ask, Problem } from "./api.js";
import { button, byId, element, input, say, whileBusy } from "./elements.js";
import { duration, yen } from "./words.js";

/**
 * @typedef {{ at: string, kind: string, text: string }} Line
 * @typedef {"in-flow" | "queued" | "talking" | "after-call" | "ended"} State
 * @typedef {{ id: string, state: State, at: string, seconds: number, yenMobile: number, yenFixed: number,
 *   transcript: readonly Line[] }} Call
 */

/** @type {Record<State, string>} */
const stateNames = {
  "in-flow": "自動音声が案内しています",
  queued: "オペレータを待っています",
  talking: "オペレータと話しています",
  "after-call": "電話は切れました。オペレータが後処理をしています",
  ended: "電話は終わりました",
};

/** Who speaks or acts in a line, by the exchange's kinds. @type {Record<string, string>} */
const actors = {
  arrived: "着信",
  said: "自動音声",
  silence: "無音",
  pressed: "利用者",
  queued: "待ち列",
  connected: "オペレータ",
  held: "オペレータ",
  resumed: "オペレータ",
  "hung-up": "終話",
  recovered: "異常",
  fault: "異常",
};

/** The states in which each button is of use. @type {Record<string, readonly State[]>} */
const usefulIn = {
  answer: ["queued"],
  wait: ["queued", "talking"],
  "operator-hangs-up": ["talking"],
  "caller-hangs-up": ["in-flow", "queued", "talking", "after-call"],
};

/** Where the browser keeps the call's id, so that the page can be left and found again. */
const storageKey = "call";

/** @type {Call | undefined} */
let current;

/** What was asked for last: one thing after another, so that no answer overtakes a later one. */
let lastWork = Promise.resolve();

/**
 * Wires the telephone. `dialled` is called with each new call, `changed` after everything that happened to one.
 * @param {{ dialled: (call: Call) => void, changed: () => Promise<void> }} listener
 */
export function startTelephone({ dialled, changed }) {
  const keys = Array.from("123456789*0#", keyButton);
  byId("keypad").append(...keys);
  enableButtons("ended", false);
  byId("dial-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const dialling = { at: input("dial-at").value, from: input("dial-from").value.trim() };
    void act(button("dial"), "dial-problem", async () => {
      const call = await ask("POST", "calls", dialling);
      dialled(call);
      return call;
    });
  });
  for (const key of keys) onPress(key, "press", { key: key.value });
  onPress(button("answer"), "answer", {});
  onPress(button("wait"), "wait", { seconds: 60 });
  onPress(button("operator-hangs-up"), "hang-up", { by: "operator" });
  onPress(button("caller-hangs-up"), "hang-up", { by: "caller" });

  /** @param {HTMLButtonElement} pressed @param {string} verb @param {object} body */
  function onPress(pressed, verb, body) {
    pressed.addEventListener(
      "click",
      () => void act(pressed, "call-problem", () => ask("POST", `calls/${current?.id}/${verb}`, body)),
    );
  }

  /** @param {HTMLButtonElement} pressed @param {string} problemId @param {() => Promise<Call>} work */
  function act(pressed, problemId, work) {
    return whileBusy(pressed, problemId, () => {
      const done = lastWork.then(async () => {
        show(await work().catch(forgetLostCall));
        await changed();
      });
      lastWork = done.catch(() => {});
      return done;
    });
  }
}

/** A call that the service does not know any more cannot be ended: another one may be made. @param {unknown} error */
function forgetLostCall(error) {
  if (!(error instanceof Problem) || error.status !== 404) throw error;
  byId("dial-problem").textContent = error.message;
  return undefined;
}

/** Shows anew the call that was under way when the page was last looked at; one that is gone is forgotten. */
export async function resumeCall() {
  const id = sessionStorage.getItem(storageKey);
  if (!id) return;
  const call = await ask("GET", `calls/${id}`).catch((error) => {
    if (error instanceof Problem && error.status === 404) return undefined;
    throw error;
  });
  show(call);
}

/** @param {string} key @returns {HTMLButtonElement} */
function keyButton(key) {
  /** @type {Record<string, string>} */
  const names = { "*": "米印", "#": "シャープ" };
  const name = names[key] ? [element("span", { class: "visually-hidden" }, ` ${names[key]}`)] : [];
  return /** @type {HTMLButtonElement} */ (element("button", { type: "button", value: key }, key, ...name));
}

/** @param {Call | undefined} call */
function show(call) {
  const isOther = call?.id !== current?.id;
  current = call;
  if (call) sessionStorage.setItem(storageKey, call.id);
  else sessionStorage.removeItem(storageKey);
  byId("call").hidden = !call;
  byId("no-call").hidden = Boolean(call);
  if (call) showCall(call);
  showTranscript(call?.transcript ?? []);
  enableButtons(call?.state ?? "ended", isOther);
}

/** @param {Call} call */
function showCall(call) {
  say("call-state", stateNames[call.state]);
  byId("call-state").dataset.state = call.state;
  byId("call-seconds").textContent = duration(call.seconds);
  byId("call-yen-mobile").textContent = yen(call.yenMobile);
  byId("call-yen-fixed").textContent = yen(call.yenFixed);
}

/** Adds what is new and mends what has changed, so that a screen reader hears only that. @param {readonly Line[]} lines */
function showTranscript(lines) {
  const list = byId("transcript");
  while (list.children.length > lines.length) list.lastElementChild?.remove();
  for (const [index, line] of lines.entries()) {
    const made = transcriptLine(line);
    const before = list.children[index];
    if (!before) list.append(made);
    else if (!before.isEqualNode(made)) before.replaceWith(made);
  }
  const log = list.parentElement;
  if (log) log.scrollTop = log.scrollHeight;
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

/** A button that had the focus and is of no use any more hands it to the state of the call. @param {State} state @param {boolean} isOther */
function enableButtons(state, isOther) {
  const focused = document.activeElement;
  const isOver = state === "ended" || state === "after-call";
  button("dial").disabled = !isOver;
  for (const [id, states] of Object.entries(usefulIn)) button(id).disabled = !states.includes(state);
  for (const key of byId("keypad").querySelectorAll("button")) key.disabled = state !== "in-flow";
  const lostFocus = focused instanceof HTMLButtonElement && focused.disabled;
  if (lostFocus || (isOther && focused === button("dial"))) byId("call-state").focus();
}
