import type { Case } from "../../domain/case/case.ts";
import { dateInReceiptNumber, parseReceiptNumber } from "../../domain/case/receipt-number.ts";
import { dateAt, type Instant } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { deskCalendarForCall } from "../calendar/desk-calendar.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { Clock } from "../ports/host.ts";
import type { InquiryQueue } from "../ports/inquiries.ts";

/** What an inquiry is opened again with, because its inquirer wrote or a mail to them came back. */
export interface ReopeningServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly cases: CaseStore;
  readonly specialDays: SpecialDayStore;
  readonly inquiries: InquiryQueue;
  readonly warn: (message: string, cause: unknown) => void;
}

/** The case of a receipt number that came from outside; undefined where there is none. */
export function findInquiry({ programme, clock, cases }: ReopeningServices) {
  return async (text: string): Promise<Case | undefined> => {
    const number = parseReceiptNumber(text);
    if (!number.ok) return undefined;
    return cases.find(programme.id, number.value, dateInReceiptNumber(number.value, dateAt(clock.now())));
  };
}

/** By when an inquiry that is open again is answered. */
export function newDueAt({ programme, clock, specialDays, warn }: ReopeningServices) {
  return async (): Promise<Instant> => {
    const calendar = await deskCalendarForCall(programme, specialDays, warn);
    return calendar.addBusinessMinutes(clock.now(), programme.webForm.answerWithinBusinessMinutes);
  };
}

/** Puts an inquiry that owes something into the queue; where that fails, the sweep takes it up. */
export function hurryTo({
  programme,
  inquiries,
  warn,
}: Pick<ReopeningServices, "programme" | "inquiries" | "warn">) {
  return async ({ receiptNumber, receivedAt, owed }: Case): Promise<void> => {
    if (!owed) return;
    await inquiries
      .push({ programme: programme.id, receiptNumber, received: dateAt(receivedAt) })
      .catch((cause: unknown) => warn("an inquiry was not put into the queue; the sweep takes it up", cause));
  };
}
