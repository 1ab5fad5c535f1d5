import type { Callback } from "../../domain/callback/callback.ts";
import type { Case } from "../../domain/case/case.ts";
import { answered } from "../../domain/case/correspondence.ts";
import { formatMinute, type Instant } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result } from "../../domain/result.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { caseByNumber } from "../cases/case-by-number.ts";
import { changeCaseIf } from "../cases/change-case-if.ts";
import { deskCalendar } from "../calendar/desk-calendar.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { CallbackStore, PersonKeys } from "../ports/callers.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { Clock } from "../ports/host.ts";
import type { InquiryQueue } from "../ports/inquiries.ts";
import { hurryTo } from "./reopen-inquiry.ts";

/** What an answer is given with. */
export interface AnswerServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly cases: Pick<CaseStore, "find" | "update">;
  readonly specialDays: SpecialDayStore;
  readonly callbacks: Pick<CallbackStore, "keep">;
  readonly personKeys: PersonKeys;
  readonly inquiries: InquiryQueue;
  readonly warn: (message: string, cause: unknown) => void;
}

/**
 * Answers a written inquiry in the way that its inquirer chose: by a mail that is owed from then on, or by a call back that
 * stands on the desk's list with the number, due by the business clock; where no answer is wanted, the case is closed. Answers
 * the case as it is then.
 *
 * A call back is kept before its case says so: where the second write fails, the same answer may be given again.
 */
export function answerInquiry(services: AnswerServices) {
  const { programme, clock, cases, specialDays, callbacks, personKeys } = services;

  return async (
    receiptNumber: string,
    given: { readonly text: string; readonly staff: string },
  ): Promise<Result<Case>> => {
    const by = staffCodeNamed(given.staff);
    if (!by.ok) return by;
    const found = await caseByNumber(services)(receiptNumber);
    if (!found.ok) return found;
    const at = clock.now();
    const calendar = await deskCalendar(programme, specialDays);
    const callBackBy = calendar.addBusinessMinutes(at, programme.callback.withinBusinessMinutes);
    const next = (current: Case) => answered(current, { at, by: by.value, text: given.text, callBackBy });
    const possible = next(found.value);
    if (!possible.ok) return possible;
    const holder = await holderOfCallback(found.value, { at, dueAt: callBackBy });
    if (holder)
      return failure(
        `This person is to be called back already, by ${formatMinute(holder.dueAt)}: give the answer in that call.`,
      );
    const changed = await changeCaseIf(cases)(found.value, next);
    if (changed.ok) await hurryTo(services)(changed.value);
    return changed;
  };

  /** Keeps the call back that an answer by telephone needs. Answers the one that its person awaits for something else. */
  async function holderOfCallback(
    { replyTo, receiptNumber, receivedAt }: Case,
    promised: { readonly at: Instant; readonly dueAt: Instant },
  ): Promise<Callback | undefined> {
    if (replyTo?.by !== "telephone") return undefined;
    const { number } = replyTo;
    const holder = await callbacks.keep({
      programme: programme.id,
      personKey: await personKeys.keyOf(programme.id, number),
      contactId: receiptNumber,
      inquiryReceivedAt: receivedAt,
      number,
      requestedAt: promised.at,
      dueAt: promised.dueAt,
    });
    return holder?.contactId === receiptNumber ? undefined : holder;
  }
}
