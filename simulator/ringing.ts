import type { FlowError } from "./step.ts";

/** Why a number outside is called. */
export type RingPurpose = "third-party" | "callback" | "outbound";

/** What becomes of a call to a number outside; `talkSeconds` only counts where a third party hangs up by itself. */
export type RingAnswer =
  | { readonly answer: "answered"; readonly afterSeconds: number; readonly talkSeconds?: number }
  | { readonly answer: "busy" }
  | { readonly answer: "unanswered" };

/**
 * How long it rings for, within a limit in seconds, and by which error it fails: CallFailed and
 * ConnectionTimeLimitExceeded as TransferParticipantToThirdParty names them (AWS).
 */
export function ringingOf(
  answer: RingAnswer,
  limitSeconds: number,
): { readonly seconds: number; readonly talkSeconds: number; readonly error?: FlowError } {
  if (answer.answer === "busy")
    return { seconds: 0, talkSeconds: 0, error: { errorType: "CallFailed", reason: "the line is busy" } };
  if (answer.answer === "unanswered" || answer.afterSeconds > limitSeconds) {
    const error = {
      errorType: "ConnectionTimeLimitExceeded",
      reason: `nobody answered in ${limitSeconds} s`,
    };
    return { seconds: limitSeconds, talkSeconds: 0, error };
  }
  return { seconds: answer.afterSeconds, talkSeconds: answer.talkSeconds ?? 0 };
}
