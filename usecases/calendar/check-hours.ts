import { type OpenHours, openHoursOf, type Period } from "../../domain/calendar/dated-hours.ts";
import { datesBetween, type JapaneseDate } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import type { EffectiveHours } from "../ports/calendar.ts";

/** A date on which Amazon Connect keeps other hours than the calendar. */
export interface HoursDifference {
  readonly date: JapaneseDate;
  /** What the calendar says, as `09:00-17:00` or `closed`. */
  readonly expected: string;
  /** What Amazon Connect says; `no answer` where it left the date out. */
  readonly found: string;
}

/** The dates of a period on which the hours that are in force are not those of the programme's calendar, in their order. */
export function checkHours({
  programme,
  effectiveHours,
}: {
  readonly programme: Programme;
  readonly effectiveHours: EffectiveHours;
}) {
  const expectedOn = openHoursOf(programme.hours);
  return async ({ from, to }: Period): Promise<HoursDifference[]> => {
    const found = await effectiveHours.between(from, to);
    return datesBetween(from, to).flatMap((date) => {
      const hours = expectedOn(date);
      const difference = { expected: inWords(hours ? [hours] : []), found: inWords(found.get(date)) };
      return difference.expected === difference.found ? [] : [{ date, ...difference }];
    });
  };
}

function inWords(hours: readonly OpenHours[] | undefined): string {
  if (hours === undefined) return "no answer";
  if (hours.length === 0) return "closed";
  return hours
    .map(({ opensAtMinute, closesAtMinute }) => `${timeOf(opensAtMinute)}-${timeOf(closesAtMinute)}`)
    .join(" and ");
}

function timeOf(minute: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** So many dates are named: one override that failed, or a pattern, is seen by then. */
const mostNamed = 5;

/** What is wrong, in one sentence that names the first dates, and what to do. */
export function hoursProblem({ from, to }: Period, differences: readonly HoursDifference[]): string {
  const named = differences
    .slice(0, mostNamed)
    .map(({ date, expected, found }) => `${date} should be ${expected} and is ${found}`);
  const more = differences.length - named.length;
  return (
    `Amazon Connect's hours differ from the calendar on ${differences.length} of the days from ${from} to ${to}: ` +
    `${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}. See docs/runbooks/hours.md.`
  );
}
