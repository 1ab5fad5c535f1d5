import { checkDigitOf } from "../../case/receipt-number.ts";
import { betweenDigits, betweenDigitsOfRun, hyphen } from "./characters.ts";

/** Digits that say nothing about a person. They are set aside before numbers are sought. */
interface Harmless {
  readonly expression: RegExp;
  /** @default every match is harmless */
  readonly accepts?: (matched: string) => boolean;
}

const twelveDigits = `\\d(?:${betweenDigitsOfRun}\\d){11}(?!\\d|${hyphen}\\d)`;

const units =
  "歩|円|件|人|名(?![義前])|ポイント|点|回|台|秒|分|時間|万|億|%|(?:pt|P|km|m|kcal|kg|歳)(?![A-Za-z])";

const harmless: readonly Harmless[] = [
  // Dates of the service's own time, with their time of day; births are sought before.
  {
    expression: new RegExp(
      `(?<!\\d|\\d${hyphen})20[2-9]\\d(?:[年.\\-/]\\s?(?:0?[1-9]|1[0-2])(?:[月.\\-/]\\s?(?:3[01]|[12]\\d|0?[1-9])日?)?|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))(?!\\d|${hyphen}\\d)(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2})?)?`,
      "g",
    ),
  },
  // Numbers of 0120, 0570 and 0800 belong to organisations.
  { expression: new RegExp(`(?<!\\d)0(?:120|570|800)(?:${betweenDigits}\\d){6,7}(?!\\d)`, "g") },
  // Receipt numbers are ours and lead nowhere without our tables.
  {
    expression: new RegExp(`(?<=受付番号[^\\d\\n]{0,4})${twelveDigits}`, "g"),
    accepts: (matched) => looksLikeReceiptNumber(digitsOf(matched)),
  },
  {
    expression: new RegExp(`(?<!\\d|\\d${hyphen})${twelveDigits}`, "g"),
    accepts: (matched) => looksLikeReceiptNumber(digitsOf(matched)) && !isMyNumber(digitsOf(matched)),
  },
  {
    expression: new RegExp(
      `(?<!\\d|\\d${hyphen})(?:[1-9]\\d{0,8}|[1-9]\\d{0,2}(?:,\\d{3})+)\\s?(?:${units})`,
      "g",
    ),
  },
];

/** The text with harmless digits replaced by as many other characters. */
export function withoutHarmlessDigits(text: string): string {
  return harmless.reduce(
    (rest, { expression, accepts = () => true }) =>
      rest.replace(expression, (matched) => (accepts(matched) ? matched.replace(/\d/g, "\u0001") : matched)),
    text,
  );
}

function digitsOf(matched: string): string {
  return matched.replace(/\D/g, "");
}

function looksLikeReceiptNumber(digits: string): boolean {
  const dayOfYear = Number(digits.slice(1, 4));
  return checkDigitOf(digits) === 0 && dayOfYear >= 1 && dayOfYear <= 366;
}

/**
 * Whether twelve digits may be a My Number (個人番号): its last is a check digit of the eleven before (ordinance 85 of 2014 of
 * the Ministry of Internal Affairs and Communications, article 5).
 */
function isMyNumber(digits: string): boolean {
  let sum = 0;
  for (let place = 1; place <= 11; place++)
    sum += Number(digits.charAt(11 - place)) * (place <= 6 ? place + 1 : place - 5);
  const rest = sum % 11;
  return Number(digits.charAt(11)) === (rest <= 1 ? 0 : 11 - rest);
}
