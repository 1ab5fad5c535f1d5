import {
  datesBetween,
  dateAt,
  datesOfMonth,
  dateOfDay,
  dayNumberOf,
  type Instant,
  type JapaneseDate,
  type JapaneseMonth,
} from "../../japan-time.ts";
import type { Programme } from "../../programme.ts";

type Due = Pick<Programme, "contract" | "report">;

/**
 * The last date on which a month's report is on time (R36): the date that was agreed for that month, or else the day of the
 * following month that was agreed for all; where the report is cut off before the month ends, the last day of the month
 * itself (R38).
 */
export function dueDateOf({ report }: Pick<Due, "report">, month: JapaneseMonth): JapaneseDate {
  const agreed = report.agreedDates?.[month];
  if (agreed !== undefined) return agreed;
  const { to } = datesOfMonth(month);
  if (report.cutOffs[month] !== undefined) return to;
  return dateOfDay(dayNumberOf(to) + report.dueDayOfNextMonth);
}

/** The months of the contract whose report should have been delivered before the day of an instant, the earliest first. */
export function monthsPastDue(programme: Due, at: Instant): JapaneseMonth[] {
  return monthsOfContract(programme).filter((month) => dueDateOf(programme, month) < dateAt(at));
}

/** Every month of which the contract has a day, the earliest first. */
export function monthsOfContract({ contract: { from, to } }: Pick<Due, "contract">): JapaneseMonth[] {
  return [...new Set(datesBetween(from, to).map((date) => date.slice(0, 7)))];
}
