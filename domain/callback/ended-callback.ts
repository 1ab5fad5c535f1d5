import { type EntryKind, idNumber } from "../entry-kind.ts";
import { type Instant, millisPerDay, millisPerMinute } from "../japan-time.ts";
import type { Callback } from "./callback.ts";

/**
 * What remains of a call back that is over: whose it was, which call asked, and between when it was owed. It holds no number. The
 * record of our call may come after its operator has said how it went, and is tied by this to the call that asked.
 */
export interface EndedCallback {
  /** The keyed hash of the number that was to be called. */
  readonly personKey: string;
  /** The first contact of the call that asked. */
  readonly contactId: string;
  readonly requestedAt: Instant;
  readonly endedAt: Instant;
}

/** Records come within minutes; one that a fault held up comes again for some days, and afterwards none is awaited. */
const keptDays = 7;

/** Who presses the key while the telephone still rings ends the call back before the person answers. */
const ringingMinutes = 2;

export const endedCallbacks: EntryKind<EndedCallback> = {
  kind: "ended-callback",
  idOf: ({ personKey, requestedAt }) => `${endedCallbacksOf(personKey)}${idNumber(requestedAt, 15)}`,
  // A record that comes in the moment in which its operator ends the call back must find what remains of it.
  showsWritesAtOnce: true,
  expiresAt: ({ endedAt }) => endedAt + keptDays * millisPerDay,
};

/** How the ids of a person's ended call backs begin. */
export function endedCallbacksOf(personKey: string): string {
  return `${personKey}#`;
}

/** What remains of a call back that ends at `endedAt`; nothing of an inquiry's, because no call asked for it. */
export function endedCallback(callback: Callback, endedAt: Instant): EndedCallback | undefined {
  const { personKey, contactId, requestedAt, inquiryReceivedAt } = callback;
  return inquiryReceivedAt === undefined ? { personKey, contactId, requestedAt, endedAt } : undefined;
}

/**
 * Of a person's ended call backs, in order of their promise, the one that a call of ours which reached the person at `reachedAt`
 * has answered: it was owed then. A call before the promise, or after the end, answers none.
 */
export function answeredBy(ended: readonly EndedCallback[], reachedAt: Instant): EndedCallback | undefined {
  return ended.findLast(
    ({ requestedAt, endedAt }) =>
      requestedAt <= reachedAt && reachedAt <= endedAt + ringingMinutes * millisPerMinute,
  );
}
