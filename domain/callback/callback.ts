import type { Instant } from "../japan-time.ts";

/** 折返し架電: a promise to call a person back. It lives until the call is made; what remains is the case. */
export interface Callback {
  readonly programme: string;
  /** The keyed hash of `number`: a person has at most one open call back. */
  readonly personKey: string;
  /** The first contact of the call that asked; for an inquiry that is to be answered by telephone, its receipt number. */
  readonly contactId: string;
  /** When that inquiry was received; absent where a call asked. */
  readonly inquiryReceivedAt?: Instant;
  /** Where to call, in E.164. Personal data: it is kept nowhere else and goes when the call back is closed. */
  readonly number: string;
  readonly requestedAt: Instant;
  readonly dueAt: Instant;
}

/** By when it is due, the most urgent first; of two at once, the one that asked earlier. */
export function byUrgency(one: Callback, other: Callback): number {
  return one.dueAt - other.dueAt || one.requestedAt - other.requestedAt;
}
