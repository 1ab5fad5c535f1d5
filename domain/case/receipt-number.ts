import { dateOfDay, dayNumberOf, type JapaneseDate } from "../japan-time.ts";
import { failure, type Result, success } from "../result.ts";

/**
 * Receipt numbers (受付番号): twelve digits that can be read aloud in three groups of four, such as 4198-4829-1374.
 *
 *     4      198          4829137      4
 *     year   day of year  number       check digit
 *
 * The number follows from the inquiry alone, so whoever sees the same inquiry again, in whatever order, arrives at the same
 * number, and the date in it leads to the case without an index. The check digit is Damm's (H. M. Damm, "Total
 * anti-symmetrische Quasigruppen", Marburg 2004): it finds every single wrong digit and every swap of two neighbours.
 */
export type ReceiptNumber = string;

/**
 * The number of an inquiry.
 *
 * `origin` names the inquiry, such as its contact id. Two inquiries of one day share a number about once in ten million
 * pairs; then the later one takes the number of the next `attempt`, counted from 0.
 */
export function receiptNumberOf(received: JapaneseDate, origin: string, attempt = 0): ReceiptNumber {
  const dayOfYear = dayNumberOf(received) - dayNumberOf(`${received.slice(0, 4)}-01-01`) + 1;
  const number = String(spread(`${origin} ${attempt}`) % 10_000_000).padStart(7, "0");
  const digits = `${received.slice(3, 4)}${String(dayOfYear).padStart(3, "0")}${number}`;
  return `${digits}${checkDigitOf(digits)}`;
}

/** `4198-4829-1374`, as it is printed and read aloud. */
export function printedReceiptNumber(number: ReceiptNumber): string {
  return number.replace(/(\d{4})(?=\d)/g, "$1-");
}

/** Reads a number as people write it: with or without hyphens and spaces, in full-width digits too. */
export function parseReceiptNumber(text: string): Result<ReceiptNumber> {
  const digits = text.normalize("NFKC").replace(/[\s\-‐‑–—―−ー]/g, "");
  if (!/^\d{12}$/.test(digits))
    return failure("受付番号は数字12桁です。お手元の番号をもう一度ご確認ください。");
  if (checkDigitOf(digits) !== 0) return failure("受付番号に誤りがあります。1桁ずつもう一度ご確認ください。");
  return success(digits);
}

/** The date in a receipt number: the latest one up to `today` that the number can mean. */
export function dateInReceiptNumber(number: ReceiptNumber, today: JapaneseDate): JapaneseDate {
  const thisYear = Number(today.slice(0, 4));
  const year = thisYear - ((thisYear - Number(number.slice(0, 1)) + 10) % 10);
  const dateIn = (candidate: number) =>
    dateOfDay(dayNumberOf(`${candidate}-01-01`) + Number(number.slice(1, 4)) - 1);
  return dateIn(year) <= today ? dateIn(year) : dateIn(year - 10);
}

/** Damm's quasigroup of order 10; row: the interim digit, column: the next digit. */
const quasigroup = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
];

/** The check digit of some digits; 0 for digits that already end in theirs. */
export function checkDigitOf(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = Number(quasigroup[interim]?.[Number(digit)]);
  return interim;
}

/** FNV-1a, 32 bits, with a final mix: spreads texts evenly over the numbers. It hides nothing and need not. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
