// @ts-check
import { byId, element } from "./elements.js";

/** @typedef {import("./call.js").Call} Call */

const keys = Array.from("123456789*0#");

/** Keys whose sign is not a word. @type {Record<string, string>} */
const names = { "*": "米印", "#": "シャープ" };

let isListening = false;

/**
 * Wires the keypad. Its buttons can be clicked, and keys of the keyboard do the same while one of them has the focus.
 * `press` is called only while the call listens.
 * @param {(key: string) => void} press
 */
export function startKeypad(press) {
  const keypad = byId("keypad");
  keypad.append(...keys.map(keyButton));
  keypad.addEventListener("click", ({ target }) => {
    const pressed = target instanceof Element && target.closest("button");
    if (pressed) pressIfHeard(pressed.value);
  });
  keypad.addEventListener("keydown", ({ key, ctrlKey, metaKey, altKey }) => {
    if (keys.includes(key) && !ctrlKey && !metaKey && !altKey) pressIfHeard(key);
  });

  /** @param {string} key */
  function pressIfHeard(key) {
    if (!isListening) return;
    byId("pressed").textContent += key;
    press(key);
  }
}

/** @param {string} key */
function keyButton(key) {
  const name = names[key] ? [element("span", { class: "visually-hidden" }, ` ${names[key]}`)] : [];
  return element("button", { type: "button", value: key }, key, ...name);
}

/**
 * Shows whether keys are heard now. A key that is of no use keeps its place and the focus: the call may listen again
 * in a second.
 * @param {Call | undefined} call
 */
export function showKeypad(call) {
  const listens = call?.listening ?? false;
  byId("keys").hidden = !listens && call?.state !== "in-flow" && call?.state !== "queued";
  byId("keypad-note").textContent = listens ? "いま押すと伝わります" : "いまは押しても伝わりません";
  if (listens && !isListening) byId("pressed").textContent = "";
  isListening = listens;
  for (const key of byId("keypad").children) key.setAttribute("aria-disabled", String(!listens));
}
