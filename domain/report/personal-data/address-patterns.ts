import { hyphen, kanji, pattern } from "./characters.ts";
import type { Pattern } from "./pattern.ts";

/** Places whose names begin in kana: a name in kana cannot be told from the words before it. */
const kanaBeginnings = `(?:(?:${kanji}{2,3}[都道府県])?(?:さいたま|ふじみ|ときがわ|つきのわ|みずほ|ひばりが|あけぼの|みどり|すみれ|あおば))?`;
const place = `${kanaBeginnings}(?:${kanji}{1,20}(?:[がケノ][ァ-ヶーぁ-ん]{0,3}${kanji}{0,6})?)\\s?`;
const number = "[\\d一二三四五六七八九十百〇]{1,5}";
const joint = `(?:${hyphen}|の)`;
const more = `(?:[\\s、]?(?:${number}|${joint}|丁目|番地|番|号室|号棟|号|棟|階|室)){0,12}`;
/** What is counted, or told in time, is no house. */
const counted = "(?!\\d)(?!\\s?[回件人名時月年日歩円つか個歳代度位社校種台点%万千階分])";

const expressions = [
  `${place}${number}\\s?(?:丁目|番地|番\\s?${number}\\s?号)${more}`,
  `${place}${number}\\s?${joint}\\s?${number}\\s?${joint}\\s?${number}${more}`,
  `${kanaBeginnings}${kanji}{1,20}[市区町村郡](?:${kanji}|[ァ-ヶー]){0,12}\\s?\\d{1,5}(?:\\s?${joint}\\s?\\d{1,5})?${counted}${more}`,
  `(?:大字|字)${kanji}{1,8}\\s?${number}${more}`,
  `(?:${kanji}|[ァ-ヶーA-Za-z]){1,20}\\s?\\d{1,4}(?:${hyphen}\\d{1,4})?\\s?(?:号室|号棟)`,
  `(?:${kanji}|[ァ-ヶー]){0,15}(?:マンション|アパート|コーポ|ハイツ|メゾン|ハイム|レジデンス|荘|団地)(?:${kanji}|[ァ-ヶー]){0,8}\\s?\\d{1,4}(?:${hyphen}\\d{1,4})?`,
];

/** Where somebody lives, down to a house. A municipality alone, or a part of one without a number, is an attribute (R45). */
export const addressPatterns: readonly Pattern[] = expressions.map((expression) => ({
  kind: "address",
  expression: pattern(expression),
}));
