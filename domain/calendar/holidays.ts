import { type DayNumber, dayNumberOf, type JapaneseDate } from "../japan-time.ts";
import { holidaysByLaw } from "./holiday-law.ts";
import { lastOfficialYear, officialDays, officialNames } from "./official-holidays.generated.ts";

/** A holiday (休日) in Japan. */
export interface Holiday {
  /** In Japanese, fit to be told to a caller. */
  readonly name: string;
  /** Computed by law, for a year that the Cabinet Office has not published yet. */
  readonly provisional: boolean;
}

/** What the Cabinet Office writes for a day that the law gives no name: substitutes, days between, and two days of 2019. */
const unnamed = "休日";

/** Filled as years are asked for; the answer for a year never changes. */
const years = new Map<number, ReadonlyMap<DayNumber, Holiday>>();

/**
 * The holiday on a date that exists, or undefined.
 *
 * Up to `lastOfficialYear` the days are exactly those of the Cabinet Office's list; later ones are provisional.
 *
 * @throws RangeError for a date outside the years 1955 to 2099.
 */
export function holidayOn(date: JapaneseDate): Holiday | undefined {
  return holidaysOfYear(Number(date.slice(0, 4))).get(dayNumberOf(date));
}

/**
 * The holidays of a year by day.
 *
 * @throws RangeError for a year outside 1955 to 2099.
 */
export function holidaysOfYear(year: number): ReadonlyMap<DayNumber, Holiday> {
  const known = years.get(year);
  if (known) return known;
  const holidays = year > lastOfficialYear ? provisionalHolidays(year) : officialHolidays(year);
  years.set(year, holidays);
  return holidays;
}

function provisionalHolidays(year: number): ReadonlyMap<DayNumber, Holiday> {
  const holidays = new Map<DayNumber, Holiday>();
  for (const [day, name] of holidaysByLaw(year)) holidays.set(day, { name, provisional: true });
  return holidays;
}

/** The list decides the days; where it says only 休日, the law supplies the name. */
function officialHolidays(year: number): ReadonlyMap<DayNumber, Holiday> {
  const byLaw = holidaysByLaw(year);
  const holidays = new Map<DayNumber, Holiday>();
  for (const [, month, dayOfMonth, key = ""] of (officialDays[year] ?? "").matchAll(/(\d\d)(\d\d)(\w)/g)) {
    const day = dayNumberOf(`${year}-${month}-${dayOfMonth}`);
    const listed = officialNames[key] ?? unnamed;
    const name = listed.startsWith(unnamed) ? (byLaw.get(day) ?? listed) : listed;
    holidays.set(day, { name, provisional: false });
  }
  return holidays;
}
