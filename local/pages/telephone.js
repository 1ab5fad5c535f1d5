// @ts-check
import { ask, Problem } from "./api.js";
import { showCall } from "./call.js";
import { button, byId, input, rememberedSwitch, tellingProblems, whileBusy } from "./elements.js";
import { startKeypad } from "./keypad.js";
import { startVoice } from "./voice.js";

/** @typedef {import("./call.js").Call} Call */

/** What each button asks for. @type {Record<string, { verb: string, body: object }>} */
const orders = {
  answer: { verb: "answer", body: {} },
  hold: { verb: "hold", body: {} },
  resume: { verb: "resume", body: {} },
  "transfer-leader": { verb: "transfer", body: { to: "leader" } },
  "transfer-supervisor": { verb: "transfer", body: { to: "supervisor" } },
  "operator-hangs-up": { verb: "hang-up", body: { by: "operator" } },
  "caller-hangs-up": { verb: "hang-up", body: { by: "caller" } },
  "forward-10": { verb: "advance", body: { seconds: 10 } },
  "forward-60": { verb: "advance", body: { seconds: 60 } },
  next: { verb: "next", body: {} },
};

/** Where the browser keeps the call's id, so that the page can be left and found again. */
const storageKey = "call";

/** @type {Call | undefined} */
let current;

/** What was asked for last: one thing after another, so that no answer overtakes a later one. */
let lastWork = Promise.resolve();

/** How many things are being done, or are still to be done. */
let unfinished = 0;

/**
 * Wires the telephone. `dialled` is called with each new call, `changed` after everything that may have changed the
 * lists, `timeIs` with where the call's time stands.
 * @param {{ dialled: (call: Call) => void, changed: () => Promise<void>, timeIs: (at: string) => void }} listener
 */
export function startTelephone({ dialled, changed, timeIs }) {
  startVoice();
  startKeypad((key) => {
    void tellingProblems("call-problem", () => act(() => order("press", { key })));
  });
  byId("dial-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void begin("dial", "calls", { from: input("dial-from").value.trim() });
  });
  button("call-out").addEventListener(
    "click",
    () => void begin("call-out", "outbound-calls", { to: input("dial-from").value.trim() }),
  );
  for (const [id, { verb, body }] of Object.entries(orders))
    button(id).addEventListener(
      "click",
      () => void whileBusy(button(id), "call-problem", () => act(() => order(verb, body))),
    );
  startTime(async () => {
    const before = current?.state;
    await inTurn(async () => show(await order("advance", { seconds: 1 }).catch(forgetLostCall)));
    if (current) timeIs(current.at);
    if (current?.state !== before) await changed();
  });

  /** @param {string} id @param {string} path @param {object} who */
  function begin(id, path, who) {
    const work = async () => {
      const call = await ask("POST", path, { at: input("dial-at").value, ...who });
      dialled(call);
      return call;
    };
    return whileBusy(button(id), "dial-problem", () => act(work));
  }

  /** @param {() => Promise<Call>} work */
  function act(work) {
    return inTurn(async () => {
      show(await work().catch(forgetLostCall));
      await changed();
    });
  }
}

/** Does something after everything that was asked for before. @param {() => Promise<void>} work @returns {Promise<void>} */
function inTurn(work) {
  unfinished++;
  const done = lastWork.then(work).finally(() => {
    unfinished--;
  });
  lastWork = done.catch(() => {});
  return done;
}

/**
 * A second of the reader's time is a second of the call, while the page is looked at and nothing else is being done.
 * A failure is told once, and not every second: time goes on when somebody does something.
 * @param {() => Promise<void>} passSecond
 */
function startTime(passSecond) {
  let hasFailed = false;
  const goOn = () => {
    hasFailed = false;
  };
  const isOn = rememberedSwitch("runs-by-itself", true, goOn);
  byId("telephone").addEventListener("click", goOn);
  setInterval(() => {
    const isLive = current !== undefined && current.state !== "ended";
    if (!isLive || hasFailed || unfinished > 0 || !isOn() || document.visibilityState !== "visible") return;
    passSecond().catch((error) => {
      hasFailed = true;
      byId("call-problem").textContent = error instanceof Error ? error.message : String(error);
    });
  }, 1_000);
}

/** @param {string} verb @param {object} body @returns {Promise<Call>} */
function order(verb, body) {
  return ask("POST", `calls/${current?.id}/${verb}`, body);
}

/** A call that the service does not know any more cannot be ended: another one may be made. @param {unknown} error */
function forgetLostCall(error) {
  if (!(error instanceof Problem) || error.status !== 404) throw error;
  byId("dial-problem").textContent = error.message;
  return undefined;
}

/** Shows anew the call that was under way when the page was last looked at; one that is gone is forgotten. */
export function resumeCall() {
  return inTurn(async () => {
    const id = sessionStorage.getItem(storageKey);
    if (!id) return;
    const call = await ask("GET", `calls/${id}`).catch((error) => {
      if (error instanceof Problem && error.status === 404) return undefined;
      throw error;
    });
    show(call);
  });
}

/** @param {Call | undefined} call */
function show(call) {
  const before = current;
  current = call;
  if (call) sessionStorage.setItem(storageKey, call.id);
  else sessionStorage.removeItem(storageKey);
  showCall(call, before);
}
