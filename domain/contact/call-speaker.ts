import type { EntryKind } from "../entry-kind.ts";
import { type Instant, millisPerDay } from "../japan-time.ts";

/**
 * 対応者: who has a call now. Contact events do not name the operator, and the record comes when the call is over: until then
 * it is known from the desk of whoever speaks, which says so as soon as they do. After a transfer it is the desk that took over.
 */
export interface CallSpeaker {
  /** The first contact of the call. */
  readonly contactId: string;
  /** A staff code. */
  readonly staff: string;
  readonly since: Instant;
}

export const callSpeakers: EntryKind<CallSpeaker> = {
  kind: "call-speaker",
  idOf: ({ contactId }) => contactId,
  // No call lasts longer; afterwards the contact's record says who spoke.
  expiresAt: ({ since }) => since + millisPerDay,
};
