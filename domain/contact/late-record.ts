import type { Instant } from "../japan-time.ts";
import type { ContactState } from "./contact.ts";

/**
 * How long after a contact ended its record may be awaited. Amazon Connect sends the record after the operator's
 * after-call work and promises no time for it; ours are taken within seconds of that.
 */
export const recordAwaitedMinutes = 30;

/**
 * Whether a contact's record is late: an event has said that the contact ended at least `recordAwaitedMinutes` ago, and no
 * record of it is kept. Where the events were lost too, nothing is known and nothing is late.
 */
export function isRecordLate({ events, record }: ContactState, at: Instant): boolean {
  const { disconnectedAt } = events;
  return (
    record === undefined &&
    disconnectedAt !== undefined &&
    at - disconnectedAt >= recordAwaitedMinutes * 60_000
  );
}
