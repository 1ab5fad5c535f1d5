import { type DayNumber, dateOfDay, dayAt, dayNumberOf, type Instant, instantOfDay } from "../japan-time.ts";
import type { YearPlan } from "./day-plan.ts";
import { supportedYears } from "./holiday-law.ts";

/**
 * The operating days of some whole years, numbered from 0, with running sums, so that a question about any span needs
 * two look-ups and no walk over its days. Never changed once built.
 */
export interface OpeningTable {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly firstDay: DayNumber;
  /** The day after the last. */
  readonly endDay: DayNumber;
  /** For each day from `firstDay` to `endDay`, both included: how many operating days lie before it. */
  readonly operatingDaysBefore: Int32Array;
  /** For each operating day: when it opens and closes. */
  readonly opensAt: Float64Array;
  readonly closesAt: Float64Array;
  /** For each operating day: milliseconds of opening time before it. One entry more, the last, is the total. */
  readonly openMillisBefore: Float64Array;
}

/** A table that grows with what is asked. */
export interface GrowingTable {
  /** The table, grown if need be so that it covers a day. Throws a RangeError for a day outside the supported years. */
  covering(day: DayNumber): OpeningTable;
  /** The table with later years added; days keep their numbers. Throws a RangeError when there are no later years. */
  longer(): OpeningTable;
}

/**
 * Makes a table that starts empty, so that a cold start builds only the year that is asked for.
 * Each growth at least doubles the years covered, so that all growing together costs little more than building once.
 */
export function growingTable(planYear: (year: number) => YearPlan): GrowingTable {
  let table = buildTable(planYear, 0, -1);

  function covering(day: DayNumber): OpeningTable {
    if (day >= table.firstDay && day < table.endDay) return table;
    const year = supportedYearOf(day);
    const { firstYear, lastYear } = table;
    const years = lastYear - firstYear + 1;
    if (years === 0) table = build(year, year);
    else if (year < firstYear) table = build(Math.min(year, firstYear - years), lastYear);
    else table = build(firstYear, Math.max(year, lastYear + years));
    return table;
  }

  function build(firstYear: number, lastYear: number): OpeningTable {
    return buildTable(
      planYear,
      Math.max(firstYear, supportedYears.first),
      Math.min(lastYear, supportedYears.last),
    );
  }

  return { covering, longer: () => covering(table.endDay) };
}

function supportedYearOf(day: DayNumber): number {
  // Beyond 100 million days a day has no date, and not-a-number has none either.
  const asked = Math.abs(day) < 1e8 ? dateOfDay(day) : String(day);
  const year = /^\d{4}-/.test(asked) ? Number(asked.slice(0, 4)) : Number.NaN;
  if (year >= supportedYears.first && year <= supportedYears.last) return year;
  throw new RangeError(
    `The calendar knows the years ${supportedYears.first} to ${supportedYears.last}; it was asked about ${asked}.`,
  );
}

function buildTable(planYear: (year: number) => YearPlan, firstYear: number, lastYear: number): OpeningTable {
  const operatingDaysBefore = [0];
  const opensAt: Instant[] = [];
  const closesAt: Instant[] = [];
  const openMillisBefore = [0];
  let openMillis = 0;
  for (let year = firstYear; year <= lastYear; year++) {
    const { firstDay, endDay, planOf } = planYear(year);
    for (let day = firstDay; day < endDay; day++) {
      const plan = planOf(day);
      if (plan.kind === "operating") {
        const opening = instantOfDay(day, plan.opensAtMinute);
        const closing = instantOfDay(day, plan.closesAtMinute);
        openMillis += closing - opening;
        opensAt.push(opening);
        closesAt.push(closing);
        openMillisBefore.push(openMillis);
      }
      operatingDaysBefore.push(opensAt.length);
    }
  }
  const firstDay = lastYear < firstYear ? 0 : dayNumberOf(`${firstYear}-01-01`);
  return {
    firstYear,
    lastYear,
    firstDay,
    endDay: firstDay + operatingDaysBefore.length - 1,
    operatingDaysBefore: Int32Array.from(operatingDaysBefore),
    opensAt: Float64Array.from(opensAt),
    closesAt: Float64Array.from(closesAt),
    openMillisBefore: Float64Array.from(openMillisBefore),
  };
}

/** A day beyond the last one in the table opens never. */
const never = Number.POSITIVE_INFINITY;

/** How many operating days lie before a day that the table covers; `endDay` may be asked too. */
export function operatingDaysBefore(table: OpeningTable, day: DayNumber): number {
  return table.operatingDaysBefore[day - table.firstDay] ?? 0;
}

/** The number of the operating day on or after an instant's day; the number of days if there is none. */
export function operatingDayAt(table: OpeningTable, at: Instant): number {
  return operatingDaysBefore(table, dayAt(at));
}

/** When an operating day opens; `Infinity` beyond the last. */
export function opensAt(table: OpeningTable, index: number): Instant {
  return table.opensAt[index] ?? never;
}

/** When an operating day closes; `Infinity` beyond the last. */
export function closesAt(table: OpeningTable, index: number): Instant {
  return table.closesAt[index] ?? never;
}

/** Milliseconds of opening time before an operating day; for the number of days, the total. */
export function openMillisBefore(table: OpeningTable, index: number): number {
  return table.openMillisBefore[index] ?? never;
}

/** Milliseconds of opening time from the table's beginning to an instant that it covers. */
export function openMillisUntil(table: OpeningTable, at: Instant): number {
  const index = operatingDayAt(table, at);
  const opening = opensAt(table, index);
  const before = openMillisBefore(table, index);
  return at <= opening ? before : before + Math.min(at, closesAt(table, index)) - opening;
}

/**
 * The number of the operating day at whose end, at the latest, `millis` of opening time have passed since the table's
 * beginning; a sum that a day completes exactly belongs to that day. The total must be at least `millis`.
 */
export function operatingDayReaching(table: OpeningTable, millis: number): number {
  let low = 0;
  let high = table.opensAt.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (openMillisBefore(table, middle + 1) >= millis) high = middle;
    else low = middle + 1;
  }
  return low;
}
