import { pattern } from "./characters.ts";
import type { Pattern } from "./pattern.ts";

const earlierEra = "(?:明治|大正|昭和|平成|(?<![A-Za-z])[MTSH]\\.?)";
const anyEra = "(?:明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR]\\.?)";
const number = "[\\d十元]{1,3}";
const monthAndDay = `${number}\\s?[月.\\-/・]\\s?${number}\\s?日?`;
/** Whoever was born later does not write to a help desk. */
const yearOfBirth = "(?:18[6-9]\\d|19\\d\\d|200\\d|201\\d)";

const expressions = [
  `${earlierEra}\\s?${number}\\s?[年.\\-/・]\\s?${monthAndDay}`,
  `(?<!\\d)${yearOfBirth}\\s?[年.\\-/]\\s?${monthAndDay}`,
  `(?<!\\d)${yearOfBirth}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)`,
  `(?:生年月日|誕生日|生まれ|うまれ|バースデー)[^\\d\\n\\u0000]{0,8}(?<x>(?:\\d{2,4}\\s?[年.\\-/]\\s?)?${monthAndDay}|\\d{6,8})`,
  `(?<x>(?:${anyEra}\\s?${number}|(?:1[89]|20)\\d\\d)\\s?年?(?:\\s?${number}\\s?月)?(?:\\s?${number}\\s?日)?)\\s?(?:生|うまれ)`,
  `(?<x>${number}\\s?月\\s?${number}\\s?日)\\s?(?:生|うまれ)`,
];

/** Dates on which somebody may have been born: any complete date before the 2020s, and whatever is called a birth. */
export const birthPatterns: readonly Pattern[] = expressions.map((expression) => ({
  kind: "birth-date",
  expression: pattern(expression),
  readsKanjiDigits: true,
}));
