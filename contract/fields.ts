import * as v from "valibot";

/** Schemas that several resources share. Each message is Japanese and says what to do: the screens show it. */

/** Milliseconds since 1970. */
export const instant = v.pipe(v.number(), v.integer());

/** 2024-07-16 */
export const japaneseDate = v.pipe(v.string(), v.isoDate("日付を 2024-07-16 の形で指定してください。"));

/** Twelve digits, without hyphens. */
export const receiptNumber = v.pipe(v.string(), v.regex(/^\d{12}$/, "受付番号は数字12桁です。"));

/** A text that somebody writes, without the blanks around it, as screens name its field. */
export function text(name: string, longest: number) {
  return v.pipe(v.string(), v.trim(), v.maxLength(longest, `${name}は${longest}文字以内にしてください。`));
}

/** The same where there must be one. */
export function neededText(name: string, longest: number) {
  return v.pipe(text(name, longest), v.minLength(1, `${name}を入力してください。`));
}

/** Why somebody did something, as it stays in a history; "" where nothing was written. */
export const reason = text("理由", 500);

/** The same where there must be one. */
export const neededReason = neededText("理由", 500);

/** A place in a list, as the answer before named it. It means nothing to anybody but the API. */
export const cursor = v.pipe(v.string(), v.maxLength(500));

/** Which page of a list: behind the place that the answer before named. */
export const listAfter = { after: v.optional(cursor) };

/** The end of an answer that is a page of a list: where the next page begins; absent on the last. */
export const listNext = { next: v.optional(cursor) };

const mostRows = 100;

/** How many rows a page may have, as a query says it. */
export const pageSize = v.pipe(
  v.string(),
  v.transform(Number),
  v.integer("1ページの件数は整数で指定してください。"),
  v.minValue(1, "1ページの件数は1以上です。"),
  v.maxValue(mostRows, `1ページの件数は${mostRows}以下です。`),
);
