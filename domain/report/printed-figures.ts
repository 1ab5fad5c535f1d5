import { dash } from "./csv.ts";

/** Figures as people read them on paper: digits in groups of three. null, which is nothing to say, becomes a dash. */

const minus = "−";

/** A whole number with its unit: 1,234件. */
export function printedCount(count: number | null, unit = "件"): string {
  return count === null ? dash : `${grouped(String(count))}${unit}`;
}

/** A number with one decimal and its unit: 1,390.0秒. */
export function printedTenths(number: number | null, unit: string): string {
  return number === null ? dash : `${grouped(number.toFixed(1))}${unit}`;
}

/** A rate of 0 to 1: 66.7％. */
export function printedPercent(rate: number | null): string {
  return printedTenths(rate === null ? null : rate * 100, "％");
}

/** A difference with its sign: −23.3ポイント, ±0.0分; of whole numbers, with no decimal, +5件. */
export function printedDifference(difference: number | null, unit: string, decimals: 0 | 1 = 1): string {
  if (difference === null) return dash;
  const digits = Math.abs(difference).toFixed(decimals);
  const sign = Number(digits) === 0 ? "±" : difference < 0 ? minus : "+";
  return `${sign}${grouped(digits)}${unit}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
