import { isObject } from "./flow-document.ts";
import { filledText } from "./flow-values.ts";
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

/** A whole number written as text, within limits. Throws otherwise. */
export function wholeNumber(situation: Situation, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw flowMistake(situation, `"${text}" must be a whole number from ${least} to ${most}.`);
}

/** The words of a prompt with its references filled, from exactly one of Text and SSML. */
export function speechOf(situation: Situation, from?: Parameters): Speech {
  const text = optionalText(situation, "Text", from);
  const ssml = optionalText(situation, "SSML", from);
  if ((text === undefined) === (ssml === undefined))
    throw flowMistake(situation, "give exactly one of Text and SSML (PromptId and Media are not simulated).");
  const filled = filledText(text ?? ssml ?? "", situation.contact);
  const spoken = text === undefined ? readSsml(filled) : { text: filled, breakSeconds: 0 };
  return { text: spoken.text, seconds: speechSeconds(spoken.text) + spoken.breakSeconds };
}

/** Amazon Connect speaks at most this many characters at once (AWS administrator guide, text-to-speech). */
const mostSpokenCharacters = 6_000;

/** Why Amazon Connect could not speak a prompt; that an empty one fails is assumed. */
export function unspeakable({ text, seconds }: Speech): string | undefined {
  if (seconds === 0) return "there is nothing to say";
  return text.length > mostSpokenCharacters ? `the prompt has ${text.length} characters` : undefined;
}
