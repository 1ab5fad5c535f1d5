import { betweenDigits, betweenDigitsOfRun, hyphen, pattern } from "./characters.ts";
import type { Pattern } from "./pattern.ts";

const telephoneWords =
  "電話|でんわ|携帯|ケータイ|(?<![A-Za-z])(?:TEL|Tel|tel|FAX|Fax|fax)|℡|☎|ファックス|ファクス";

/** Telephone numbers in any grouping, with and without an area code. */
export const telephonePatterns: readonly Pattern[] = [
  {
    kind: "telephone",
    expression: pattern(`(?<!\\d)0(?:${betweenDigits}\\d){9,10}(?!\\d)`),
    readsKanjiDigits: true,
  },
  {
    kind: "telephone",
    expression: pattern(`\\+\\s?\\d(?:${betweenDigits}\\d){7,14}`),
    readsKanjiDigits: true,
  },
  {
    kind: "telephone",
    expression: pattern(
      `(?:${telephoneWords})[^\\d\\n\\u0000]{0,8}(?<x>\\d(?:${betweenDigitsOfRun}\\d){4,12})`,
    ),
    readsKanjiDigits: true,
  },
  {
    kind: "telephone",
    expression: pattern("下\\s?4\\s?(?:桁|けた|ケタ)[^\\d\\n\\u0000]{0,6}(?<x>\\d{4})"),
    readsKanjiDigits: true,
  },
];

export const postalCodePatterns: readonly Pattern[] = [
  { kind: "postal-code", expression: pattern(`〒\\s?\\d{3}${hyphen}?\\s?\\d{4}(?!\\d)`) },
  {
    kind: "postal-code",
    expression: pattern(`郵便番号[^\\d\\n\\u0000]{0,4}(?<x>\\d{3}${hyphen}?\\s?\\d{4})`),
  },
  {
    kind: "postal-code",
    expression: pattern(`(?<!\\d)(?<!\\d${hyphen})\\d{3}${hyphen}\\d{4}(?!\\d)(?!${hyphen}\\d)`),
  },
];

/** Runs of seven digits and more: cards, accounts, My Numbers, health insurance. Shorter ones say nothing alone. */
export const runPatterns: readonly Pattern[] = [
  {
    kind: "number",
    expression: pattern(`(?<!\\d)\\d(?:${betweenDigitsOfRun}\\d){6,}`),
    readsKanjiDigits: true,
  },
];
