import { createCalendar } from "../domain/calendar/business-calendar.ts";
import type { Programme } from "../domain/programme.ts";
import { dateOfDay, dayNumberOf, type JapaneseDate, type JapaneseMonth } from "../domain/japan-time.ts";
import { monthsOfContract } from "../domain/report/plan/due-report.ts";
import { completionPlan } from "../domain/report/plan/report-plan.ts";
import { weeklyLists } from "../domain/report/plan/weekly-lists.ts";

/** One schedule of reports: at an hour of these days in Japan time, and of no others. */
export interface ReportSchedule {
  /** Unique in the programme; the name in the template. */
  readonly id: string;
  readonly description: string;
  /** Fields of a cron expression. */
  readonly days: { readonly day: string; readonly month: string; readonly year: string };
  readonly hour: number;
  /** The report to make, by its name. @default the monthly report of the month before */
  readonly report?: string;
}

/** Before the desk opens. */
const morning = 6;

/**
 * The completion report is dated on the last day of the contract (R52), whose calls belong into it: in the evening those that
 * were served after closing time have ended, and their records are there.
 */
const evening = 20;

/**
 * The runs of the whole contract:
 *
 * - on the first day of each month for the month before, and for a month whose report is cut off early, on the day after the
 *   cut-off (R37), because the report is due before the month is over;
 * - for each weekly list on the first operating day after its last (R49);
 * - for the completion report on the evening of the contract's last day, and once more the next morning, which makes a second
 *   revision only where something came in late.
 *
 * Months and years are written out. A start date would say the same, but EventBridge Scheduler takes none that has
 * passed ("The StartDate you specify cannot be earlier than 5 minutes ago"): a schedule could not be restored half-way
 * through a contract.
 */
export function reportSchedules(programme: Programme): ReportSchedule[] {
  const { contract, report } = programme;
  const months = monthsOfContract({ contract });
  const whole = months.filter((month) => report.cutOffs[month] === undefined).map(monthAfter);
  const years = [...new Set(whole.map((month) => month.slice(0, 4)))];
  return [
    ...years.map((year) => ({
      id: `Monthly${year}`,
      description: "The report of the month before",
      days: { day: "1", month: monthsOf(whole, year), year },
      hour: morning,
    })),
    ...months.flatMap((month) => {
      const cutOff = report.cutOffs[month];
      return cutOff === undefined ? [] : afterCutOff(month, cutOff);
    }),
    ...weekly(programme),
    ...completion(programme),
  ];
}

function afterCutOff(month: JapaneseMonth, cutOff: JapaneseDate): ReportSchedule {
  return {
    id: `CutOff${month.replace("-", "")}`,
    description: `The report of ${month}, which is cut off at ${cutOff}`,
    days: daysOf(dayAfter(cutOff)),
    hour: morning,
    report: `monthly/${month}`,
  };
}

function weekly(programme: Programme): ReportSchedule[] {
  const calendar = createCalendar(programme.hours);
  return weeklyLists(programme).map(({ from, to }) => {
    let date = dayAfter(to);
    while (!calendar.isOperatingDay(date)) date = dayAfter(date);
    return {
      id: `Weekly${from.replaceAll("-", "")}`,
      description: `The list of inquiries from ${from} to ${to}`,
      days: daysOf(date),
      hour: morning,
      report: `weekly/${from}`,
    };
  });
}

function completion(programme: Programme): ReportSchedule[] {
  const { report, period } = completionPlan(programme);
  return [
    {
      id: "Completion",
      description: `The completion report, which is dated ${period.to}`,
      days: daysOf(period.to),
      hour: evening,
      report,
    },
    {
      id: "CompletionLate",
      description: "The completion report again, with what came in late",
      days: daysOf(dayAfter(period.to)),
      hour: morning,
      report,
    },
  ];
}

/** A date, as a cron expression names it. */
function daysOf(date: JapaneseDate): ReportSchedule["days"] {
  const [year = "", month = "", day = ""] = date.split("-");
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** The months of a year, as a cron expression lists them. */
function monthsOf(months: readonly JapaneseMonth[], year: string): string {
  const ofYear = months.filter((month) => month.startsWith(year));
  return ofYear.map((month) => Number(month.slice(5, 7))).join(",");
}

function monthAfter(month: JapaneseMonth): JapaneseMonth {
  return dateOfDay(dayNumberOf(`${month}-01`) + 31).slice(0, 7);
}

function dayAfter(date: JapaneseDate): JapaneseDate {
  return dateOfDay(dayNumberOf(date) + 1);
}
