import type { Programme } from "../domain/programme.ts";
import { datesBetween, dateOfDay, dayNumberOf, type JapaneseMonth } from "../domain/japan-time.ts";

/** One schedule of the monthly report: at 06:00 Japan time on these days, and on no others. */
export interface ReportSchedule {
  /** Unique in the programme; the name in the template. */
  readonly id: string;
  readonly description: string;
  /** Fields of a cron expression. */
  readonly days: { readonly day: string; readonly month: string; readonly year: string };
  /** The month to report. @default the month before */
  readonly month?: JapaneseMonth;
}

/**
 * The runs of the whole contract: on the first day of each month for the month before, and for a month whose report is cut
 * off early, on the day after the cut-off (R37), because the report is due before the month is over.
 *
 * Months and years are written out. A start date would say the same, but EventBridge Scheduler takes none that has
 * passed ("The StartDate you specify cannot be earlier than 5 minutes ago"): a schedule could not be restored half-way
 * through a contract.
 */
export function reportSchedules({ contract, report }: Programme): ReportSchedule[] {
  const months = [...new Set(datesBetween(contract.from, contract.to).map((date) => date.slice(0, 7)))];
  const whole = months.filter((month) => report.cutOffs[month] === undefined).map(monthAfter);
  const years = [...new Set(whole.map((month) => month.slice(0, 4)))];
  return [
    ...years.map((year) => ({
      id: `Monthly${year}`,
      description: "The report of the month before",
      days: { day: "1", month: monthsOf(whole, year), year },
    })),
    ...months.flatMap((month) => {
      const cutOff = report.cutOffs[month];
      return cutOff === undefined ? [] : afterCutOff(month, cutOff);
    }),
  ];
}

function afterCutOff(month: JapaneseMonth, cutOff: string): ReportSchedule {
  const [year = "", monthOfYear = "", day = ""] = dateOfDay(dayNumberOf(cutOff) + 1).split("-");
  return {
    id: `CutOff${month.replace("-", "")}`,
    description: `The report of ${month}, which is cut off at ${cutOff}`,
    days: { day: String(Number(day)), month: String(Number(monthOfYear)), year },
    month,
  };
}

/** The months of a year, as a cron expression lists them. */
function monthsOf(months: readonly JapaneseMonth[], year: string): string {
  const ofYear = months.filter((month) => month.startsWith(year));
  return ofYear.map((month) => Number(month.slice(5, 7))).join(",");
}

function monthAfter(month: JapaneseMonth): JapaneseMonth {
  return dateOfDay(dayNumberOf(`${month}-01`) + 31).slice(0, 7);
}
