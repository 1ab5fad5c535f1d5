import type { OpeningRules } from "../../../domain/calendar/business-calendar.ts";
import type { ClosedReason } from "../../../domain/calendar/day-plan.ts";
import { officialList } from "./official-list.ts";

/**
 * A calendar that walks, minute by minute or day by day: slow, and plain enough to be checked by reading.
 * It shares no code with the service. It knows the holidays from 1955 to 2028.
 */

const millisPerMinute = 60_000;
const millisPerDay = 86_400_000;
const nineHours = 9 * 60 * millisPerMinute;

/** 2028 is not published yet; three independent libraries agree on these. */
const holidaysOf2028 =
  "01-01 01-10 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-17 08-11 09-18 09-22 10-09 11-03 11-23";
const holidays = new Set([
  ...officialList.map(([date]) => date).filter((date) => date < "2028"),
  ...holidaysOf2028.split(" ").map((date) => `2028-${date}`),
]);
const yearEndDates = ["12-29", "12-30", "12-31", "01-01", "01-02", "01-03"];

interface SlowHours {
  readonly opensAt: number;
  readonly closesAt: number;
}

export function slowCalendar(rules: OpeningRules) {
  const known = new Map<number, SlowHours | ClosedReason["kind"]>();

  /** Opening and closing instant of a day counted from 1970 in Japan, or the kind of reason for which it is closed. */
  function hoursOf(day: number): SlowHours | ClosedReason["kind"] {
    const cached = known.get(day);
    if (cached !== undefined) return cached;
    const hours = readRules(day);
    known.set(day, hours);
    return hours;
  }

  function readRules(day: number): SlowHours | ClosedReason["kind"] {
    const utc = new Date(day * millisPerDay);
    const date = utc.toISOString().slice(0, 10);
    const special = rules.specialDays.filter((entry) => entry.date === date).at(-1);
    const at = (minute: number) => day * millisPerDay - nineHours + minute * millisPerMinute;
    if (special?.kind === "closing") return "special-closing";
    if (special?.kind === "opening")
      return { opensAt: at(special.opensAtMinute), closesAt: at(special.closesAtMinute) };
    if (yearEndDates.includes(date.slice(5))) return "year-end";
    if (holidays.has(date)) return "holiday";
    if (utc.getUTCDay() === 0 || utc.getUTCDay() === 6) return "weekend";
    return { opensAt: at(rules.opensAtMinute), closesAt: at(rules.closesAtMinute) };
  }

  const dayOf = (at: number) => Math.floor((at + nineHours) / millisPerDay);
  const startOfNextMinute = (at: number) => Math.floor(at / millisPerMinute + 1) * millisPerMinute;

  function isOpen(at: number): boolean {
    const hours = hoursOf(dayOf(at));
    return typeof hours !== "string" && hours.opensAt <= at && at < hours.closesAt;
  }

  function reasonKind(at: number): ClosedReason["kind"] | undefined {
    const hours = hoursOf(dayOf(at));
    if (typeof hours === "string") return hours;
    if (isOpen(at)) return undefined;
    return at < hours.opensAt ? "before-opening" : "after-closing";
  }

  /** Walks the minutes after `at` to the first at which a day opens. */
  function nextOpening(at: number): number {
    for (let minute = startOfNextMinute(at); ; minute += millisPerMinute) {
      const hours = hoursOf(dayOf(minute));
      if (typeof hours !== "string" && hours.opensAt === minute) return minute;
    }
  }

  /** Walks the minutes and subtracts what each gives; the sum is met inside, or at the end of, an open minute. */
  function addMillis(at: number, millis: number): number {
    if (millis === 0) return isOpen(at) ? at : nextOpening(at);
    let left = millis;
    for (let now = at; ; now = startOfNextMinute(now)) {
      if (!isOpen(now)) continue;
      const gain = startOfNextMinute(now) - now;
      if (gain >= left) return now + left;
      left -= gain;
    }
  }

  /** Walks the minutes from the earlier instant to the later. */
  function millisBetween(from: number, to: number): number {
    if (to < from) return -millisBetween(to, from) || 0;
    let sum = 0;
    for (let now = from; now < to; now = startOfNextMinute(now))
      if (isOpen(now)) sum += Math.min(startOfNextMinute(now), to) - now;
    return sum;
  }

  /** The same as `millisBetween`, day by day, for spans of years. */
  function millisBetweenByDays(from: number, to: number): number {
    let sum = 0;
    for (let day = dayOf(from); day <= dayOf(to); day++) {
      const hours = hoursOf(day);
      if (typeof hours === "string") continue;
      sum += Math.max(0, Math.min(to, hours.closesAt) - Math.max(from, hours.opensAt));
    }
    return sum;
  }

  /** The same as `addMillis`, day by day, for more than nothing. */
  function addMillisByDays(at: number, millis: number): number {
    let left = millis;
    for (let day = dayOf(at); ; day++) {
      const hours = hoursOf(day);
      if (typeof hours === "string") continue;
      const start = Math.max(at, hours.opensAt);
      const gain = Math.max(0, hours.closesAt - start);
      if (gain >= left) return start + left;
      left -= gain;
    }
  }

  function operatingDays(firstDay: number, lastDay: number): string[] {
    const dates: string[] = [];
    for (let day = firstDay; day <= lastDay; day++)
      if (typeof hoursOf(day) !== "string")
        dates.push(new Date(day * millisPerDay).toISOString().slice(0, 10));
    return dates;
  }

  return {
    isOpen,
    reasonKind,
    nextOpening,
    addMillis,
    addMillisByDays,
    millisBetween,
    millisBetweenByDays,
    operatingDays,
  };
}
