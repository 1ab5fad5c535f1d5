import { failure, type Result, success } from "./result.ts";

/**
 * Instants and Japanese dates, the same in every host time zone.
 *
 * Japan has kept UTC+9 without summer time since 1952, so a fixed offset is exact for every date this service meets.
 */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A calendar date in Japan, written `YYYY-MM-DD`. */
export type JapaneseDate = string;

/** A calendar month in Japan, written `YYYY-MM`. */
export type JapaneseMonth = string;

/** Days since 1970-01-01, counted in Japan. */
export type DayNumber = number;

/** As every clock counts them here: without leap seconds. */
export const millisPerMinute = 60_000;
/** Japan has no summer time: every day is as long. */
export const millisPerDay = 86_400_000;
const japanOffsetMillis = 9 * 60 * millisPerMinute;

/**
 * The calendar repeats every 400 years. `Date.UTC` reads the years 0 to 99 as 1900 to 1999, so it is asked for the
 * year one cycle later.
 */
const yearsOfCycle = 400;
const daysOfCycle = 146_097;

const weekdayNames = ["日", "月", "火", "水", "木", "金", "土"] as const;

/** The day number of a date that is known to exist. */
export function dayNumberOf(date: JapaneseDate): DayNumber {
  const year = Number(date.slice(0, 4)) + yearsOfCycle;
  return Date.UTC(year, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / millisPerDay - daysOfCycle;
}

/** The date of a day number. */
export function dateOfDay(day: DayNumber): JapaneseDate {
  return new Date(day * millisPerDay).toISOString().slice(0, 10);
}

/** The day in Japan on which an instant falls. */
export function dayAt(at: Instant): DayNumber {
  return Math.floor((at + japanOffsetMillis) / millisPerDay);
}

/** The date in Japan on which an instant falls. */
export function dateAt(at: Instant): JapaneseDate {
  return dateOfDay(dayAt(at));
}

/** The month in Japan in which an instant falls. */
export function monthAt(at: Instant): JapaneseMonth {
  return dateAt(at).slice(0, 7);
}

/** Milliseconds since midnight in Japan. */
export function millisOfDay(at: Instant): number {
  return at + japanOffsetMillis - dayAt(at) * millisPerDay;
}

/** The instant of a minute of a day in Japan; minute 540 is 09:00. */
export function instantOfDay(day: DayNumber, minute = 0): Instant {
  return day * millisPerDay + minute * millisPerMinute - japanOffsetMillis;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** 日, 月, 火 … of a date. */
export function weekdayName(date: JapaneseDate): string {
  return weekdayNames[weekdayOf(dayNumberOf(date))] ?? "";
}

/** The first and the last date of a month. */
export function datesOfMonth(month: JapaneseMonth): {
  readonly from: JapaneseDate;
  readonly to: JapaneseDate;
} {
  const year = Number(month.slice(0, 4)) + yearsOfCycle;
  const lastDay = new Date(Date.UTC(year, Number(month.slice(5, 7)), 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(lastDay).padStart(2, "0")}` };
}

/** Every date from `from` to `to`, both included. */
export function datesBetween(from: JapaneseDate, to: JapaneseDate): JapaneseDate[] {
  const dates: JapaneseDate[] = [];
  for (let day = dayNumberOf(from); day <= dayNumberOf(to); day++) dates.push(dateOfDay(day));
  return dates;
}

/** `2024-07-16T10:00:00+09:00`, to the second. */
export function formatInstant(at: Instant): string {
  return `${new Date(at + japanOffsetMillis).toISOString().slice(0, 19)}+09:00`;
}

/** `2024-07-16 10:00`, for people. */
export function formatMinute(at: Instant): string {
  return new Date(at + japanOffsetMillis).toISOString().slice(0, 16).replace("T", " ");
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD`; a date that does not exist, such as 2024-02-30, is refused. */
export function parseDate(text: string): Result<JapaneseDate> {
  if (!datePattern.test(text))
    return failure(`"${text}" is not a date: write it as YYYY-MM-DD, for example 2024-07-16.`);
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    return failure(`The date ${text} does not exist: check the month and the day.`);
  return success(text);
}

/** Reads `YYYY-MM`. */
export function parseMonth(text: string): Result<JapaneseMonth> {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
    ? success(text)
    : failure(`"${text}" is not a month: write it as YYYY-MM, for example 2024-07.`);
}

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads an ISO 8601 instant. Where no offset is given, the time is taken to be Japan time.
 * Seconds and fractions may be left out; a date or a time that does not exist is refused.
 */
export function parseInstant(text: string): Result<Instant> {
  const parts = instantPattern.exec(text);
  if (!parts) return failure(`"${text}" is not a time: write it as 2024-07-16T10:00+09:00.`);
  const [, date = "", hour = "", minute = "", second = "00", fraction = "0", offset = "+09:00"] = parts;
  const day = parseDate(date);
  if (!day.ok) return day;
  if (!isTimeOfDay(hour, minute, second))
    return failure(`The time in "${text}" does not exist: hours are 00 to 23, minutes and seconds 00 to 59.`);
  const offsetMinutes = minutesOfOffset(offset);
  if (offsetMinutes === undefined)
    return failure(`The offset in "${text}" does not exist: write +09:00 or Z.`);
  const millis = Number(fraction.padEnd(3, "0").slice(0, 3));
  const minutes = dayNumberOf(date) * 1440 + Number(hour) * 60 + Number(minute) - offsetMinutes;
  return success(minutes * millisPerMinute + Number(second) * 1000 + millis);
}

function isTimeOfDay(hour: string, minute: string, second: string): boolean {
  return Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59;
}

/** Offsets in use reach from -12:00 to +14:00. */
function minutesOfOffset(offset: string): number | undefined {
  if (offset === "Z") return 0;
  const minutesOfHour = Number(offset.slice(-2));
  const minutes = (offset.startsWith("-") ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + minutesOfHour);
  return minutesOfHour > 59 || minutes < -12 * 60 || minutes > 14 * 60 ? undefined : minutes;
}
