import type { BusinessCalendar } from "../../calendar/business-calendar.ts";
import { datesBetween, datesOfMonth, type JapaneseDate, type JapaneseMonth } from "../../japan-time.ts";

/** How many inbound calls are expected (R27, R28). */
export interface PlannedVolumes {
  /** What the year of the known figures is called, such as 令和4年度. */
  readonly baseYear: string;
  /** The inbound calls of that year's months. */
  readonly inbound: Readonly<Record<JapaneseMonth, number>>;
  /** Whether the figures are invented until the real ones are there; then whatever shows them says 見本. */
  readonly isSample: boolean;
  /** So many times the same month of that year are expected. */
  readonly factor: number;
  /** What we proposed for a month. @default nothing was proposed */
  readonly proposed?: Readonly<Record<JapaneseMonth, number>>;
}

/** Both included. */
interface DateRange {
  readonly from: JapaneseDate;
  readonly to: JapaneseDate;
}

/** The calls that are expected in a period: by the base year, and by our proposal; null where a month has no figure. */
export interface PlannedCalls {
  readonly expected: number | null;
  readonly proposed: number | null;
}

/**
 * The calls that are expected in a period. Of a month that is in it only in part, as March up to the cut-off, the same part
 * of its operating days is expected.
 */
export function plannedCalls(
  { inbound, factor, proposed = {} }: PlannedVolumes,
  period: DateRange,
  calendar: Pick<BusinessCalendar, "countOperatingDays">,
): PlannedCalls {
  const base = new Map(Object.entries(inbound).map(([month, calls]) => [monthOfYear(month), calls]));
  const months = monthsOf(period).map((month) => ({ month, part: partOf(month, period, calendar) }));
  return {
    expected: sumOf(months, (month) => {
      const calls = base.get(monthOfYear(month));
      return calls === undefined ? undefined : calls * factor;
    }),
    proposed: sumOf(months, (month) => proposed[month]),
  };
}

/** The months that a period touches. */
export function monthsOf({ from, to }: DateRange): JapaneseMonth[] {
  return [...new Set(datesBetween(from, to).map((date) => date.slice(0, 7)))];
}

/** 0 to 1: how much of a month's operating days are in a period. */
function partOf(
  month: JapaneseMonth,
  period: DateRange,
  calendar: Pick<BusinessCalendar, "countOperatingDays">,
): number {
  const { from, to } = datesOfMonth(month);
  const ofMonth = calendar.countOperatingDays(from, to);
  const first = period.from > from ? period.from : from;
  const last = period.to < to ? period.to : to;
  return ofMonth === 0 ? 0 : calendar.countOperatingDays(first, last) / ofMonth;
}

function sumOf(
  months: readonly { readonly month: JapaneseMonth; readonly part: number }[],
  callsOfMonth: (month: JapaneseMonth) => number | undefined,
): number | null {
  let sum = 0;
  for (const { month, part } of months) {
    const calls = callsOfMonth(month);
    if (calls === undefined) return null;
    sum += calls * part;
  }
  return Math.round(sum);
}

function monthOfYear(month: JapaneseMonth): string {
  return month.slice(5);
}
