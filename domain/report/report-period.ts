import {
  datesOfMonth,
  dayNumberOf,
  formatInstant,
  instantOfDay,
  type JapaneseDate,
  type JapaneseMonth,
} from "../japan-time.ts";
import type { Programme } from "../programme.ts";
import { failure, type Result, success } from "../result.ts";

/** The dates that a report covers, both included, and the first instant that it no longer does. */
export interface ReportPeriod {
  readonly from: JapaneseDate;
  readonly to: JapaneseDate;
  readonly cutOff: string;
}

/** The period of a month's report: the month, or its part up to the programme's cut-off date (R37). */
export function periodOfMonth(programme: Programme, month: JapaneseMonth): Result<ReportPeriod> {
  const first = programme.contract.from.slice(0, 7);
  const last = programme.contract.to.slice(0, 7);
  if (month < first || month > last)
    return failure(
      `${month} is outside the contract of ${programme.id}: choose a month from ${first} to ${last}.`,
    );
  const dates = datesOfMonth(month);
  const to = programme.report.cutOffs[month] ?? dates.to;
  return success({ from: dates.from, to, cutOff: formatInstant(instantOfDay(dayNumberOf(to) + 1)) });
}
