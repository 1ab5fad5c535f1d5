import { dateAt } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { InquiryQueue } from "../ports/inquiries.ts";

/**
 * Puts every inquiry for which work is owed into the queue again and answers how many there are: those that the queue lost
 * or gave up, and those that waited for the desk to open. Safe at any time; what is done already is not done again.
 */
export function resumeInquiries(services: {
  readonly programme: Programme;
  readonly cases: CaseStore;
  readonly inquiries: InquiryQueue;
}) {
  const { programme, cases, inquiries } = services;
  return async (): Promise<number> => {
    const owing = await cases.owing(programme.id);
    for (const { receiptNumber, receivedAt } of owing)
      await inquiries.push({ programme: programme.id, receiptNumber, received: dateAt(receivedAt) });
    return owing.length;
  };
}
