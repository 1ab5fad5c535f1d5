import { dayNumberOf, type Instant, instantOfDay, type JapaneseDate } from "../domain/japan-time.ts";

const minutesOfDay = 24 * 60;

/** The hours of dates, in the names of Amazon Connect's API; a closed day has none. */
export function effectiveHoursList(dates: readonly JapaneseDate[], isOpen: (at: Instant) => boolean) {
  return dates.map((date) => ({
    Date: date,
    OperationalHours: openHoursOn(date, isOpen).map(([opens, closes]) => ({
      Start: timeOfDay(opens),
      End: timeOfDay(closes),
    })),
  }));
}

/** The times of a day at which something is open, as minutes of the day, looked at minute by minute. */
function openHoursOn(
  date: JapaneseDate,
  isOpen: (at: Instant) => boolean,
): (readonly [opensAtMinute: number, closesAtMinute: number])[] {
  const day = dayNumberOf(date);
  const hours: [number, number][] = [];
  for (let minute = 0; minute < minutesOfDay; minute++) {
    if (!isOpen(instantOfDay(day, minute))) continue;
    const last = hours.at(-1);
    if (last?.[1] === minute) last[1] = minute + 1;
    else hours.push([minute, minute + 1]);
  }
  return hours;
}

/** A minute of a day as Amazon Connect writes it: midnight at the end of a day is 00:00. */
function timeOfDay(minute: number): { readonly Hours: number; readonly Minutes: number } {
  return { Hours: Math.floor(minute / 60) % 24, Minutes: minute % 60 };
}
