import { isObject } from "./flow-document.ts";
import { filledText, wholeText } from "./flow-values.ts";
import { readSsml, speechSeconds } from "./speech-duration.ts";
import { flowMistake, type Situation, type Speech } from "./step.ts";

type Parameters = Readonly<Record<string, unknown>>;

/** A text parameter as it is written; undefined when it is left out. Throws when it is not a text. */
export function optionalText(
  situation: Situation,
  name: string,
  from: Parameters = situation.action.Parameters,
) {
  const value = from[name];
  if (value === undefined || typeof value === "string") return value;
  throw flowMistake(situation, `the parameter ${name} must be a text, also for numbers and booleans.`);
}

/** A text parameter as it is written. Throws when it is missing. */
export function requiredText(situation: Situation, name: string, from?: Parameters): string {
  const value = optionalText(situation, name, from);
  if (value === undefined) throw flowMistake(situation, `the parameter ${name} is missing.`);
  return value;
}

/** An object parameter; empty when it is left out. */
export function objectParameter(situation: Situation, name: string): Parameters {
  const value = situation.action.Parameters[name] ?? {};
  if (isObject(value)) return value;
  throw flowMistake(situation, `the parameter ${name} must be an object.`);
}

/** The entries of an object of texts. */
export function textEntries(situation: Situation, object: Parameters): [string, string][] {
  return Object.keys(object).map((name) => [name, requiredText(situation, name, object)]);
}

/** The References parameter with its values filled: links and the like that go with a contact. */
export function referencesOf(situation: Situation): Record<string, { Value: string; Type: string }> {
  const entries = Object.entries(objectParameter(situation, "References")).map(([name, written]) => {
    const reference = isObject(written) ? written : {};
    const Value = filledText(requiredText(situation, "Value", reference), situation.contact);
    return [name, { Value, Type: requiredText(situation, "Type", reference) }] as const;
  });
  return Object.fromEntries(entries);
}

/** A whole number written as text, within limits. Throws otherwise. */
export function wholeNumber(situation: Situation, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw flowMistake(situation, `"${text}" must be a whole number from ${least} to ${most}.`);
}

/** A number that may be written as text or as a number (both observed), or be one reference; undefined when left out. */
export function optionalNumberText(situation: Situation, name: string): string | undefined {
  const value = situation.action.Parameters[name];
  if (typeof value === "number") return String(value);
  const text = optionalText(situation, name);
  return text === undefined ? undefined : (wholeText(text, situation.contact) ?? "");
}

/** As `optionalNumberText`, a whole number within limits. Throws when it is missing. */
export function numberParameter(situation: Situation, name: string, least: number, most: number): number {
  const text = optionalNumberText(situation, name);
  if (text === undefined) throw flowMistake(situation, `the parameter ${name} is missing.`);
  return wholeNumber(situation, text, least, most);
}

/** A boolean written as text, as Amazon Connect exports it, or as a boolean (observed). */
export function isTrue(situation: Situation, name: string, from?: Parameters, otherwise = false): boolean {
  const value = (from ?? situation.action.Parameters)[name];
  if (typeof value === "boolean") return value;
  const text = optionalText(situation, name, from);
  return text === undefined ? otherwise : text.toLowerCase() === "true";
}

/** The words of a prompt with its references filled, from exactly one of Text, SSML, PromptId and Media. */
export function speechOf(situation: Situation, from?: Parameters): Speech {
  const text = optionalText(situation, "Text", from);
  const ssml = optionalText(situation, "SSML", from);
  const recording = recordingOf(situation, from);
  if ([text, ssml, recording].filter((way) => way !== undefined).length !== 1)
    throw flowMistake(situation, "give exactly one of Text and SSML, PromptId and Media.");
  if (recording !== undefined)
    return { text: `（録音：${recording}）`, seconds: situation.world.promptSeconds(recording) };
  const filled = filledText(text ?? ssml ?? "", situation.contact);
  const spoken = text === undefined ? readSsml(filled) : { text: filled, breakSeconds: 0 };
  return { text: spoken.text, seconds: speechSeconds(spoken.text) + spoken.breakSeconds };
}

/** What names the recording to play, when it is one: its PromptId, or the address of its file. */
function recordingOf(situation: Situation, from: Parameters = situation.action.Parameters) {
  const prompt = optionalText(situation, "PromptId", from);
  if (prompt !== undefined) return wholeText(prompt, situation.contact) ?? "";
  const media = from["Media"];
  return isObject(media) ? filledText(requiredText(situation, "Uri", media), situation.contact) : undefined;
}

/** Amazon Connect speaks at most this many characters at once (AWS administrator guide, text-to-speech). */
const mostSpokenCharacters = 6_000;

/** Why Amazon Connect could not speak a prompt; that an empty one fails is assumed. */
export function unspeakable({ text, seconds }: Speech): string | undefined {
  if (seconds === 0) return "there is nothing to say";
  return text.length > mostSpokenCharacters ? `the prompt has ${text.length} characters` : undefined;
}
