import type { Instant } from "../../domain/japan-time.ts";

/** What is entered as a date and a time in Japan, whatever the computer's own time zone is. */

const wholeTime = /^(\d{2}):(\d{2})/;

/** The instant of 2024-07-16 and 17:00; undefined while either is not entered whole. */
export function instantOf(date: string, time: string): Instant | undefined {
  const at = wholeTime.test(time) ? Date.parse(`${date}T${time.slice(0, 5)}:00+09:00`) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** The minute of the day of 17:00, which is 1020; undefined while it is not entered whole. */
export function minuteOf(time: string): number | undefined {
  const [, hours, minutes] = wholeTime.exec(time) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** 17:00 of the minute 1020. */
export function timeOfMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
