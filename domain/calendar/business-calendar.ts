import {
  type DayNumber,
  dateOfDay,
  dayAt,
  dayNumberOf,
  type Instant,
  instantOfDay,
  type JapaneseDate,
  millisPerMinute,
  parseDate,
} from "../japan-time.ts";
import { type ClosedReason, type YearPlan, yearPlanner } from "./day-plan.ts";
import { checkOpeningRules, type OpeningRules } from "./opening-rules.ts";
import {
  closesAt,
  type GrowingTable,
  growingTable,
  type OpeningTable,
  openMillisBefore,
  openMillisUntil,
  operatingDayAt,
  operatingDayReaching,
  operatingDaysBefore,
  opensAt,
} from "./opening-table.ts";

export type { OpeningRules, SpecialDay } from "./opening-rules.ts";

/**
 * The one calendar, made by `createCalendar`. Every question costs the same however long the span.
 *
 * Open means opensAtMinute <= t < closesAtMinute, Japan time, Monday to Friday, except holidays (休日) and
 * 29 December to 3 January (R20 to R23); a special day wins over all of that.
 *
 * It knows the years 1955 to 2099. A question about an instant or a date outside them, and one whose answer would lie
 * outside them, throws a RangeError that says so; a date that does not exist throws as well.
 */
export interface BusinessCalendar {
  isOpen(at: Instant): boolean;
  /**
   * Undefined when the desk is open. The first that holds of: special closing (its reason), year-end (年末年始), holiday
   * (its name), weekend (土曜日, 日曜日), and on an operating day before opening and after closing (受付時間外).
   */
  reasonClosed(at: Instant): ClosedReason | undefined;
  /** The first instant after `at` at which the desk opens; when it is open now, the opening of the next operating day. */
  nextOpening(at: Instant): Instant;
  /**
   * The instant at which `minutes` of opening time after `at` have passed; a sum that ends on closing time stays on that day.
   * Nothing added gives `at` while the desk is open, and the next opening while it is closed: work given to a closed desk
   * begins when it opens. Fractions of a minute count to the millisecond; a negative number throws a RangeError.
   */
  addBusinessMinutes(at: Instant, minutes: number): Instant;
  /** Minutes of opening time between two instants, with their fraction; negative when `to` is before `from`. */
  businessMinutesBetween(from: Instant, to: Instant): number;
  /** Whether the desk opens at all on that date. */
  isOperatingDay(date: JapaneseDate): boolean;
  /** The operating days of a range, both ends included; none when `to` is before `from`. */
  operatingDays(from: JapaneseDate, to: JapaneseDate): JapaneseDate[];
  /** How many `operatingDays` would give. */
  countOperatingDays(from: JapaneseDate, to: JapaneseDate): number;
}

/**
 * The calendar of a desk. Making one costs next to nothing: years are read when they are first asked about.
 * A changed special day means a new calendar.
 *
 * @throws Error that names the field, when the rules are impossible.
 */
export function createCalendar(rules: OpeningRules): BusinessCalendar {
  const checked = checkOpeningRules(rules);
  if (!checked.ok) throw new Error(`The opening rules are impossible: ${checked.problem}`);
  const planYear = yearPlanner(rules);
  const table = growingTable(planYear);
  return {
    isOpen: (at) => isOpen(table, at),
    reasonClosed: (at) => (isOpen(table, at) ? undefined : reasonClosed(planYear, at)),
    nextOpening: (at) => nextOpening(table, at),
    addBusinessMinutes: (at, minutes) => addBusinessMinutes(table, at, minutes),
    businessMinutesBetween: (from, to) => businessMinutesBetween(table, from, to),
    isOperatingDay: (date) => isOperatingDay(table, date),
    operatingDays: (from, to) => operatingDays(table, from, to),
    countOperatingDays: (from, to) => countOperatingDays(table, from, to),
  };
}

function isOpen(growing: GrowingTable, at: Instant): boolean {
  const table = growing.covering(dayAt(at));
  const index = operatingDayAt(table, at);
  return at >= opensAt(table, index) && at < closesAt(table, index);
}

/** The reason at an instant at which the desk is closed. */
function reasonClosed(planYear: (year: number) => YearPlan, at: Instant): ClosedReason {
  const day = dayAt(at);
  const plan = planYear(Number(dateOfDay(day).slice(0, 4))).planOf(day);
  if (plan.kind === "closed") return plan.reason;
  const isBefore = at < instantOfDay(day, plan.opensAtMinute);
  return { kind: isBefore ? "before-opening" : "after-closing", name: "受付時間外", provisional: false };
}

function nextOpening(growing: GrowingTable, at: Instant): Instant {
  let table = growing.covering(dayAt(at));
  const index = operatingDayAt(table, at);
  const next = at < opensAt(table, index) ? index : index + 1;
  while (next >= table.opensAt.length) table = growing.longer();
  return opensAt(table, next);
}

function addBusinessMinutes(growing: GrowingTable, at: Instant, minutes: number): Instant {
  if (!(minutes >= 0 && minutes < Number.POSITIVE_INFINITY))
    throw new RangeError(`Business minutes to add must be 0 or more, not ${minutes}.`);
  const millis = Math.round(minutes * millisPerMinute);
  if (millis === 0) return isOpen(growing, at) ? at : nextOpening(growing, at);
  let table = growing.covering(dayAt(at));
  const target = openMillisUntil(table, at) + millis;
  while (openMillisBefore(table, table.opensAt.length) < target) table = growing.longer();
  const index = operatingDayReaching(table, target);
  return opensAt(table, index) + target - openMillisBefore(table, index);
}

function businessMinutesBetween(growing: GrowingTable, from: Instant, to: Instant): number {
  growing.covering(dayAt(from));
  const table = growing.covering(dayAt(to));
  return (openMillisUntil(table, to) - openMillisUntil(table, from)) / millisPerMinute;
}

function isOperatingDay(growing: GrowingTable, date: JapaneseDate): boolean {
  const day = existingDay(date);
  const table = growing.covering(day);
  return operatingDaysBefore(table, day + 1) > operatingDaysBefore(table, day);
}

function countOperatingDays(growing: GrowingTable, from: JapaneseDate, to: JapaneseDate): number {
  const { first, end } = operatingDayRange(growing, from, to);
  return end - first;
}

function operatingDays(growing: GrowingTable, from: JapaneseDate, to: JapaneseDate): JapaneseDate[] {
  const { table, first, end } = operatingDayRange(growing, from, to);
  return Array.from({ length: end - first }, (_, offset) => dateOfDay(dayAt(opensAt(table, first + offset))));
}

/** The numbers of the operating days of a range of dates: from `first` up to, not including, `end`. */
function operatingDayRange(
  growing: GrowingTable,
  from: JapaneseDate,
  to: JapaneseDate,
): { readonly table: OpeningTable; readonly first: number; readonly end: number } {
  const firstDay = existingDay(from);
  const lastDay = existingDay(to);
  growing.covering(firstDay);
  const table = growing.covering(lastDay);
  const first = operatingDaysBefore(table, firstDay);
  return { table, first, end: Math.max(first, operatingDaysBefore(table, lastDay + 1)) };
}

/** A date that does not exist would be answered for another one: 2024-02-30 for 1 March. */
function existingDay(date: JapaneseDate): DayNumber {
  const parsed = parseDate(date);
  if (!parsed.ok) throw new RangeError(parsed.problem);
  return dayNumberOf(parsed.value);
}
