import type { Instant } from "../../domain/japan-time.ts";

/** Times as screens show them: in Japan, whatever the computer's own time zone is. */

const minute = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  month: "numeric",
  day: "numeric",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
});

const date = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" });

/** 7月16日(火) 10:05 */
export function shownMinute(at: Instant): string {
  const parts = Object.fromEntries(minute.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts["month"]}月${parts["day"]}日(${parts["weekday"]}) ${parts["hour"]}:${parts["minute"]}`;
}

/** 2024-07-16 */
export function dateOf(at: Instant): string {
  return date.format(at);
}

const day = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "UTC",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  weekday: "short",
});

const wholeDate = "YYYY-MM-DD";

/** 2024/7/16(火) of 2024-07-16; a date that is not typed whole yet stays as it is. */
export function shownDate(date: string): string {
  const midnight = date.length < wholeDate.length ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(midnight) ? date : day.format(midnight);
}

/** Japan has no summer time: every day is as long. */
export const millisPerDay = 86_400_000;

/** 4198-4829-1374 */
export function shownReceiptNumber(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, "$1-");
}

const minuteMillis = 60_000;

/** How long from one instant to another, roughly: 45分, 3時間, 2日. */
export function shownSpan(millis: number): string {
  const minutes = Math.round(Math.abs(millis) / minuteMillis);
  if (minutes < 60) return `${minutes}分`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours}時間` : `${Math.round(hours / 24)}日`;
}
