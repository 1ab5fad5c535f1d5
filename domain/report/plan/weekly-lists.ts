import { dateOfDay, dayNumberOf, type JapaneseDate, weekdayOf } from "../../japan-time.ts";
import type { Programme } from "../../programme.ts";
import { failure, type Result, success } from "../../result.ts";
import { datesOfMonthInContract } from "./report-period.ts";

/** The days of a weekly list, both included. */
export interface Week {
  readonly from: JapaneseDate;
  readonly to: JapaneseDate;
}

type Weekly = Pick<Programme, "id" | "contract" | "report">;

/**
 * The weeks of the months for which the list is due weekly (R49), in order: Monday to Sunday, cut off where the month or the
 * contract begins and ends, so that each day of those months is in exactly one list and a month's lists add up to it.
 */
export function weeklyLists(programme: Weekly): Week[] {
  return [...programme.report.weeklyListMonths].sort().flatMap((month) => {
    const { from, to } = datesOfMonthInContract(programme, month);
    const weeks: Week[] = [];
    for (let day = dayNumberOf(from); day <= dayNumberOf(to); ) {
      const last = Math.min(day + daysToSunday(day), dayNumberOf(to));
      weeks.push({ from: dateOfDay(day), to: dateOfDay(last) });
      day = last + 1;
    }
    return weeks;
  });
}

/** The week that has a date. */
export function weekOf(programme: Weekly, date: JapaneseDate): Result<Week> {
  const weeks = weeklyLists(programme);
  const week = weeks.find(({ from, to }) => from <= date && date <= to);
  if (week) return success(week);
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return failure(`${programme.id} has no weekly lists: set the months that have them.`);
  return failure(
    `${date} is in no weekly list of ${programme.id}: choose a date from ${first.from} to ${last.to} in a month that has them.`,
  );
}

/** 0 on Sundays. */
function daysToSunday(day: number): number {
  return (7 - weekdayOf(day)) % 7;
}
