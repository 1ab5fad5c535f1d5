import type { CaseStatus, ReplyTo } from "../../domain/case/case.ts";
import { dateInReceiptNumber, type ReceiptNumber } from "../../domain/case/receipt-number.ts";
import { dateAt, type Instant } from "../../domain/japan-time.ts";
import { isSameMailAddress } from "../../domain/mail-address.ts";
import type { Programme } from "../../domain/programme.ts";
import { parseTelephoneNumber } from "../../domain/telephone-number.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { Clock } from "../ports/host.ts";

/** Where an inquiry stands, and nothing of what was written or by whom. */
export interface InquiryStanding {
  readonly status: CaseStatus;
  readonly receivedAt: Instant;
  /** Until when there is an answer, while one is owed. */
  readonly dueAt?: Instant;
}

/**
 * Looks up where an inquiry stands, for whoever knows its number and the mail address or telephone number to which its
 * answer goes. For a number that nobody has, for another's, and for an inquiry that wants no answer the reply is the same
 * undefined, after the same one reading: nobody learns which numbers exist.
 */
export function lookUpInquiry(services: {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly cases: Pick<CaseStore, "find">;
}) {
  const { programme, clock, cases } = services;
  return async (receiptNumber: ReceiptNumber, contact: string): Promise<InquiryStanding | undefined> => {
    const received = dateInReceiptNumber(receiptNumber, dateAt(clock.now()));
    const found = await cases.find(programme.id, receiptNumber, received);
    if (!found || !isContact(found.replyTo, contact)) return undefined;
    const { status, receivedAt, dueAt } = found;
    return { status, receivedAt, ...(dueAt !== undefined && status !== "closed" && { dueAt }) };
  };
}

/** Whether a contact, as a person types it, is the one to which the answer goes. */
function isContact(replyTo: ReplyTo | undefined, contact: string): boolean {
  if (replyTo?.by === "mail") return isSameMailAddress(replyTo.mail, contact);
  if (replyTo?.by !== "telephone") return false;
  const number = parseTelephoneNumber(contact);
  return number.ok && number.value === replyTo.number;
}
