import { dash } from "../csv/csv.ts";

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

/** An indicator's value: whole where it counts something or is a time in seconds, else with one decimal. */
export function printedValue(value: number | null, unit: string): string {
  return unit === "件" || unit === "秒" ? printedCount(value, unit) : printedTenths(value, unit);
}

/**
 * What a rate or an average is made from: 応答 2件 ÷ 受電 3件. The numerator of a time is a sum in seconds, every other a count;
 * the denominator is a count.
 */
export function printedDivision(
  divided: { readonly numerator: number | null; readonly denominator: number | null; readonly unit: string },
  [ofNumerator, ofDenominator]: readonly [string, string] = ["", ""],
): string {
  const { numerator, denominator, unit } = divided;
  const isTime = unit === "分" || unit === "秒";
  return `${ofNumerator}${printedCount(numerator, isTime ? "秒" : "件")} ÷ ${ofDenominator}${printedCount(denominator)}`;
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
