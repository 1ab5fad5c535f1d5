// @ts-check
/** Speaks what the caller hears, by the browser's own Japanese voice, where it has one. */
import { rememberedSwitch, say } from "./elements.js";

/** @typedef {import("./call.js").Call} Call */

const noVoice = "この端末のブラウザには日本語の声がありません。案内は「通話の記録」でお読みください。";

/** What of which call has been heard, and in which state it was. */
let heard = heardOf(undefined);

/** States in which nothing that was said before goes on. */
const wordless = ["whispering", "talking", "ended"];

let isOn = () => false;

/** Wires the switch: off until somebody turns it on. */
export function startVoice() {
  isOn = rememberedSwitch("aloud", false, () => {
    if (!isOn()) stop();
    tellVoice();
  });
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", tellVoice);
  tellVoice();
}

function tellVoice() {
  say("voice-note", isOn() && !japaneseVoice() ? noVoice : "");
}

/** @returns {SpeechSynthesisVoice | undefined} */
function japaneseVoice() {
  return globalThis.speechSynthesis?.getVoices().find(({ lang }) => lang.replace("_", "-").startsWith("ja"));
}

function stop() {
  globalThis.speechSynthesis?.cancel();
}

/**
 * Speaks the words that are new in a call. It falls silent where the caller would hear no more of them: they are cut
 * short, an operator answers, or the call ends. Of words that were passed over only the last are spoken.
 * @param {Call | undefined} call
 */
export function hear(call) {
  const before = heard;
  heard = heardOf(call);
  const isKnown = heard.id === before.id;
  // A call that was under way when the page was opened has been heard already.
  const alreadyHeard = isKnown ? before.lines : (call?.seconds ?? 0) > 0 ? heard.lines : 0;
  const fresh = wordsOf(call).slice(alreadyHeard);
  if (!isKnown || fresh.length > 1 || isBrokenOff(before)) stop();
  const last = fresh.at(-1);
  if (last?.words && !last.interrupted) speak(last.words);
}

/** @param {Call | undefined} call */
function heardOf(call) {
  const said = wordsOf(call);
  const interrupted = said.filter((line) => line.interrupted).length;
  return { id: call?.id ?? "", lines: said.length, interrupted, state: call?.state ?? "ended" };
}

/** @param {Call | undefined} call */
function wordsOf(call) {
  return call?.transcript.filter(({ kind }) => kind === "said") ?? [];
}

/** Whether what was being said has been broken off since. @param {typeof heard} before */
function isBrokenOff(before) {
  const { interrupted, state } = heard;
  return interrupted > before.interrupted || (state !== before.state && wordless.includes(state));
}

/** @param {string} words */
function speak(words) {
  const voice = japaneseVoice();
  if (!isOn() || !voice) return;
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  speechSynthesis.speak(utterance);
}
