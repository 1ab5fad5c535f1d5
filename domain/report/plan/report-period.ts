import {
  dateOfDay,
  datesOfMonth,
  dayNumberOf,
  formatInstant,
  instantOfDay,
  type JapaneseDate,
  type JapaneseMonth,
} from "../../japan-time.ts";
import type { Programme } from "../../programme.ts";
import { failure, type Result, success } from "../../result.ts";

/** The dates that a report covers, both included, and the first instant that it no longer does. */
export interface ReportPeriod {
  readonly from: JapaneseDate;
  readonly to: JapaneseDate;
  readonly cutOff: string;
}

/** `2024-12` of `2025-01`. */
export function monthBefore(month: JapaneseMonth): JapaneseMonth {
  return dateOfDay(dayNumberOf(datesOfMonth(month).from) - 1).slice(0, 7);
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
  return success(periodBetween(dates.from, to));
}

/** The dates of a month that are part of the contract, both included. */
export function datesOfMonthInContract(
  { contract }: Pick<Programme, "contract">,
  month: JapaneseMonth,
): { readonly from: JapaneseDate; readonly to: JapaneseDate } {
  const { from, to } = datesOfMonth(month);
  return {
    from: from < contract.from ? contract.from : from,
    to: to > contract.to ? contract.to : to,
  };
}

/** The period from one date to another, both included. */
export function periodBetween(from: JapaneseDate, to: JapaneseDate): ReportPeriod {
  return { from, to, cutOff: formatInstant(instantOfDay(dayNumberOf(to) + 1)) };
}

/**
 * The month before a period, with which its trends are compared; undefined where the contract has none, as before its first
 * month, and where the period does not begin with a month.
 */
export function monthBeforePeriod(
  { contract }: Pick<Programme, "contract">,
  { from }: Pick<ReportPeriod, "from">,
): JapaneseMonth | undefined {
  const month = from.slice(0, 7);
  if (from !== datesOfMonth(month).from || month <= contract.from.slice(0, 7)) return undefined;
  return monthBefore(month);
}
