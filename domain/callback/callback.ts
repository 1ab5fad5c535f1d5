import type { Case } from "../case/case.ts";
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

/** Whether a case awaits this call back: it is that of the call that asked, or the inquiry that is to be answered by telephone. */
export function isCallbackOf(
  callback: Callback,
  { origin, receiptNumber }: Pick<Case, "origin" | "receiptNumber">,
): boolean {
  const { contactId, inquiryReceivedAt } = callback;
  if (inquiryReceivedAt !== undefined) return contactId === receiptNumber;
  return origin.kind === "call" && origin.contactId === contactId;
}
