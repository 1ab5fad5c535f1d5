import { contactOf, type ContactState } from "../../domain/contact/contact.ts";
import { isRecordLate } from "../../domain/contact/late-record.ts";
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import { dateAt, type Instant } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { monthsPastDue } from "../../domain/report/plan/due-report.ts";
import { figuresOf } from "../../domain/report/figures/figures.ts";
import { hasReached } from "../../domain/report/delivery/report-log.ts";
import { monthlyPlan } from "../../domain/report/plan/report-plan.ts";
import { callsSoFar } from "../../domain/watch/calls-so-far.ts";
import type { DeskMeasures } from "../../domain/watch/desk-measures.ts";
import { deskCalendar } from "../calendar/desk-calendar.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { ContactStore } from "../ports/contacts.ts";
import type { Clock } from "../ports/host.ts";
import type { ReportLog } from "../ports/reports.ts";
import type { DeskNow } from "../ports/telephone.ts";

/** What is looked at. */
export interface WatchServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly contacts: Pick<ContactStore, "ofDay">;
  readonly specialDays: SpecialDayStore;
  readonly reportLog: Pick<ReportLog, "all">;
  readonly deskNow: DeskNow;
}

/**
 * Measures a desk: how the day's calls went so far, who waits and who is there, and whether records and reports are late.
 * What nothing can be said of is left out: no answer rate before the first offered call, no staffing while the desk is
 * closed. All or nothing: where one source does not answer, `Unavailable` is thrown and nothing is measured.
 */
export function watchDesk(services: WatchServices) {
  const { programme, clock, contacts, specialDays, deskNow } = services;
  return async (): Promise<DeskMeasures> => {
    const at = clock.now();
    const [calendar, today, desk, overdue] = await Promise.all([
      deskCalendar(programme, specialDays),
      contacts.ofDay(programme.id, dateAt(at)),
      deskNow.look(),
      reportsOverdue(services, at),
    ]);
    return {
      ...answering(programme, calendar, today, at),
      CallersWaiting: desk.callersWaiting,
      LongestWait: desk.longestWaitSeconds,
      ...(calendar.isOpen(at) && { OperatorsStaffed: desk.operatorsStaffed }),
      ContactRecordsLate: today.filter((contact) => isRecordLate(contact, at)).length,
      ReportsOverdue: overdue,
    };
  };
}

function answering(
  programme: Programme,
  calendar: BusinessCalendar,
  today: readonly ContactState[],
  at: Instant,
): DeskMeasures {
  const calls = callsSoFar(today.map(contactOf), calendar, programme.report.shortAbandonSeconds, at);
  const { offered, answered, answerRate } = figuresOf(calls, 0);
  return {
    CallsOffered: offered,
    CallsAnswered: answered,
    ...(answerRate !== null && { AnswerRate: answerRate * 100 }),
  };
}

/** How many reports are past their date without a revision that was approved and delivered; a draft is none. */
async function reportsOverdue({ programme, reportLog }: WatchServices, at: Instant): Promise<number> {
  const due = monthsPastDue(programme, at).flatMap((month) => {
    const plan = monthlyPlan(programme, month);
    return plan.ok ? [plan.value.report] : [];
  });
  if (due.length === 0) return 0;
  const entries = await reportLog.all(programme.id);
  return due.filter((report) => !hasReached(entries, report)).length;
}
