import type { EntryKind } from "../entry-kind.ts";
import type { Instant } from "../japan-time.ts";

/**
 * Whose call has just arrived. Contact events say no number, and the contact record comes when the call is over: until then the
 * desk knows the caller by this.
 */
export interface ArrivedCaller {
  /** The first contact of the call. */
  readonly contactId: string;
  /** The keyed hash of the caller's number. */
  readonly personKey: string;
  readonly arrivedAt: Instant;
}

/** No call lasts longer; afterwards the contact's record says who called. */
const keptMillis = 86_400_000;

export const arrivedCallers: EntryKind<ArrivedCaller> = {
  kind: "arrived-caller",
  idOf: ({ contactId }) => contactId,
  expiresAt: ({ arrivedAt }) => arrivedAt + keptMillis,
};
