import type { BusinessCalendar } from "../../calendar/business-calendar.ts";
import { dateAt, dateOfDay, dayNumberOf, type Instant, type JapaneseDate } from "../../japan-time.ts";
import type { Programme } from "../../programme.ts";
import { dueDateOf, monthsOfContract } from "../plan/due-report.ts";
import { approvalsOf, isFetched, type ReminderSubject, type ReportEntry } from "./report-log.ts";
import { monthlyPlan } from "../plan/report-plan.ts";

/** Something about a report that the desk has to see to. */
export interface Reminder {
  readonly report: string;
  /** The revision that it is about; 0 where nothing is built yet. */
  readonly revision: number;
  readonly about: ReminderSubject;
  /** The date that was agreed with the customer; absent where none is for this kind of report. */
  readonly due?: JapaneseDate;
}

/** So many operating days before the agreed date the desk is reminded first, unless the programme says otherwise. */
const usualOperatingDaysBefore = 3;

/**
 * What is missing on a day (R36): on operating days only.
 *
 * - `approval`: from some operating days before the agreed date on, while no revision is approved. A draft of a kind of
 *   report without such a date is asked for from the day after it was built.
 * - `fetching`: after the agreed date, and not on the day of the approval itself, while nobody has fetched the approved
 *   revision.
 */
export function remindersOf(
  programme: Programme,
  calendar: Pick<BusinessCalendar, "isOperatingDay" | "countOperatingDays">,
  entries: readonly ReportEntry[],
  now: Instant,
): Reminder[] {
  const today = dateAt(now);
  if (!calendar.isOperatingDay(today)) return [];
  const dated = monthsOfContract(programme).flatMap((month) => {
    const plan = monthlyPlan(programme, month);
    return plan.ok ? [{ ...plan.value, due: dueDateOf(programme, month) }] : [];
  });
  const datedNames = new Set(dated.map(({ report }) => report));
  const undated = [...new Set(entries.map(({ report }) => report))].filter(
    (report) => !datedNames.has(report),
  );
  const daysBefore = programme.report.remindOperatingDaysBefore ?? usualOperatingDaysBefore;
  return [
    ...dated.flatMap(({ report, period, due }): Reminder[] => {
      const approval = approvalsOf(entries, report).at(-1);
      if (approval) {
        const isLate = today > due && dateAt(approval.at) < today && !isFetched(entries, approval);
        return isLate ? [{ report, revision: approval.revision, about: "fetching", due }] : [];
      }
      const isNear = calendar.countOperatingDays(today, dayBefore(due)) <= daysBefore;
      const revision = latestDraft(entries, report)?.revision ?? 0;
      return today > period.to && isNear ? [{ report, revision, about: "approval", due }] : [];
    }),
    ...undated.flatMap((report): Reminder[] => {
      const draft = latestDraft(entries, report);
      if (!draft || approvalsOf(entries, report).length > 0 || dateAt(draft.at) >= today) return [];
      return [{ report, revision: draft.revision, about: "approval" }];
    }),
  ];
}

function latestDraft(entries: readonly ReportEntry[], report: string): ReportEntry | undefined {
  return entries
    .filter((entry) => entry.what === "built" && entry.report === report)
    .sort((one, other) => one.revision - other.revision)
    .at(-1);
}

function dayBefore(date: JapaneseDate): JapaneseDate {
  return dateOfDay(dayNumberOf(date) - 1);
}
