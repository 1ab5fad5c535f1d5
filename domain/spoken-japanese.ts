import { dateAt, dayAt, type Instant, type JapaneseDate, millisOfDay, weekdayName } from "./japan-time.ts";

/**
 * Dates and times as a voice says them. Commas are where the voice pauses; the year is left out, because a caller is
 * told of days that are near.
 */

/** `7月16日`. */
export function monthAndDay(date: JapaneseDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** `7月16日、火曜日`. */
export function spokenDate(date: JapaneseDate): string {
  return `${monthAndDay(date)}、${weekdayName(date)}曜日`;
}

/** A minute of the day, 0 to 1440, on the twelve-hour clock: 540 is `午前9時`, 1050 is `午後5時30分`, 720 is `正午`. */
export function spokenMinute(minute: number): string {
  if (minute === 720) return "正午";
  const half = minute < 720 || minute === 1440 ? "午前" : "午後";
  const minutes = minute % 60;
  return `${half}${Math.floor(minute / 60) % 12}時${minutes === 0 ? "" : `${minutes}分`}`;
}

/** The time of an instant, to the minute. */
export function spokenTime(at: Instant): string {
  return spokenMinute(Math.floor(millisOfDay(at) / 60_000));
}

/**
 * A coming instant, for somebody who hears it at `heardAt`: `本日、午前9時`, `明日、7月17日、水曜日、午前9時` or
 * `7月16日、火曜日、午前9時`.
 */
export function spokenMoment(at: Instant, heardAt: Instant): string {
  const daysAhead = dayAt(at) - dayAt(heardAt);
  if (daysAhead === 0) return `本日、${spokenTime(at)}`;
  const moment = `${spokenDate(dateAt(at))}、${spokenTime(at)}`;
  return daysAhead === 1 ? `明日、${moment}` : moment;
}
