import { dateAt } from "../../domain/japan-time.ts";
import { type Reminder, remindersOf } from "../../domain/report/delivery/reminders.ts";
import { approvalsOf, isDelivered, type ReportEntry } from "../../domain/report/delivery/report-log.ts";
import { reportTitle } from "../../domain/report/plan/report-title.ts";
import { deliverReport, type DeliveryServices } from "./deliver-report.ts";
import { deskCalendar } from "../calendar/desk-calendar.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import { Unavailable } from "../ports/host.ts";
import { mailAboutReport } from "./mail-about-report.ts";

/** What the daily job came to. */
export interface Reminded {
  /** Reports whose approved revision went out only now. */
  readonly delivered: readonly string[];
  readonly reminders: readonly Reminder[];
}

/**
 * The daily look at reports (R36): delivers what is approved and is not delivered yet, and on operating days reminds the
 * supervisors by mail of what is missing. A reminder is written down before it is sent, so that it goes out once a day at
 * most; one that cannot be sent is thrown when all were tried, and is due again the next day.
 */
export function remindReports(services: DeliveryServices & { readonly specialDays: SpecialDayStore }) {
  const { programme, clock, reportLog, specialDays, mailer } = services;
  const deliver = deliverReport(services);

  return async (): Promise<Reminded> => {
    const calendar = await deskCalendar(programme, specialDays);
    const entries = await reportLog.all(programme.id);
    const due = remindersOf(programme, calendar, entries, clock.now());
    const failures: unknown[] = [];
    const noted = (cause: unknown) => void failures.push(cause);
    const delivered: string[] = [];
    for (const approval of undelivered(entries))
      await deliver(approval).then((state) => {
        if (state === "delivered") delivered.push(approval.report);
      }, noted);
    const reminders: Reminder[] = [];
    for (const reminder of due)
      await remind(reminder).then((isFirst) => {
        if (isFirst) reminders.push(reminder);
      }, noted);
    if (failures.length > 0)
      throw new Unavailable(`${failures.length} mails about reports could not be sent.`, {
        cause: failures[0],
      });
    return { delivered, reminders };
  };

  /** Answers false where this was reminded of today already. */
  async function remind(reminder: Reminder): Promise<boolean> {
    const { report, revision, about } = reminder;
    const at = clock.now();
    const entry = { report, revision, at, what: "reminded", about, date: dateAt(at) } as const;
    if (await reportLog.append(programme.id, entry)) return false;
    const phrases = programme.phrases.reportReminder({ ...reminder, title: reportTitle(report) });
    for (const to of programme.report.remindTo) await mailer.send(mailAboutReport(programme, to, phrases));
    return true;
  }
}

/** The approval of each report that counts, where not everybody has been told of it. */
function undelivered(entries: readonly ReportEntry[]) {
  const reports = new Set(entries.map(({ report }) => report));
  return [...reports].flatMap((report) => {
    const approval = approvalsOf(entries, report).at(-1);
    return approval && !isDelivered(entries, approval) ? [approval] : [];
  });
}
