import { parseTelephoneNumber } from "../domain/telephone-number.ts";
import type { InputRule, Outcome } from "./step.ts";

/** What is stored when a caller types nothing at all (AWS, store customer input). */
const nothingTyped = "Timeout";

/** What has been typed after one more key, and whether that is all. */
export function withKey(
  { terminator, canCancel, mostKeys }: InputRule,
  typed: string,
  key: string,
): { readonly typed: string; readonly isComplete: boolean } {
  const longer = typed + key;
  if (terminator !== "" && longer.endsWith(terminator))
    return { typed: longer.slice(0, -terminator.length), isComplete: true };
  if (key === "*" && canCancel) return { typed: "", isComplete: false };
  return { typed: longer, isComplete: longer.length >= mostKeys };
}

/**
 * What a flow gets from an input that is over: the text to store and how the block ends. Nothing typed is no error but
 * the word Timeout (AWS); a number of the wrong form is InvalidPhoneNumber, and one of the right form is kept in E.164.
 */
export function storedInput(
  { numberFormat }: InputRule,
  typed: string | undefined,
): { readonly stored: string; readonly outcome: Outcome } {
  if (typed === undefined) return { stored: nothingTyped, outcome: {} };
  if (numberFormat === undefined) return { stored: typed, outcome: {} };
  const number = numberFormat === "Local" ? localNumber(typed) : internationalNumber(typed);
  return number === undefined
    ? { stored: typed, outcome: { errorType: "InvalidPhoneNumber", reason: "this is no telephone number" } }
    : { stored: number, outcome: {} };
}

function localNumber(typed: string): string | undefined {
  const number = parseTelephoneNumber(typed);
  return number.ok ? number.value : undefined;
}

/** In E.164 a number has at most 15 digits and never begins with 0 (ITU-T E.164); fewer than 8 are not dialled. */
function internationalNumber(typed: string): string | undefined {
  return /^[1-9]\d{7,14}$/.test(typed) ? `+${typed}` : undefined;
}
