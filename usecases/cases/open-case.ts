import { type Case, type CaseOrigin, originText } from "../../domain/case/case.ts";
import { type ReceiptNumber, receiptNumberOf } from "../../domain/case/receipt-number.ts";
import { dateAt, type Instant } from "../../domain/japan-time.ts";
import type { CaseStore } from "../ports/cases.ts";

/**
 * Opens the case of an inquiry, once: whoever opens it again is given the case that is there.
 *
 * The receipt number follows from the inquiry. Where another inquiry of the day has it already, the next number is tried.
 */
export function openCase(cases: CaseStore) {
  return async (
    origin: CaseOrigin,
    receivedAt: Instant,
    caseWith: (receiptNumber: ReceiptNumber) => Case,
  ): Promise<{ readonly opened: boolean; readonly case: Case }> => {
    for (let attempt = 0; ; attempt++) {
      const receiptNumber = receiptNumberOf(dateAt(receivedAt), originText(origin), attempt);
      const wanted = caseWith(receiptNumber);
      const holder = await cases.open(wanted);
      if (!holder) return { opened: true, case: wanted };
      if (originText(holder.origin) === originText(origin)) return { opened: false, case: holder };
    }
  };
}

/** The case of an inquiry that may have been opened at `receivedAt`'s date, or undefined. */
export function findCaseOf(cases: CaseStore) {
  return async (programme: string, origin: CaseOrigin, receivedAt: Instant): Promise<Case | undefined> => {
    const received = dateAt(receivedAt);
    for (let attempt = 0; ; attempt++) {
      const receiptNumber = receiptNumberOf(received, originText(origin), attempt);
      const found = await cases.find(programme, receiptNumber, received);
      if (!found || originText(found.origin) === originText(origin)) return found;
    }
  };
}
