// @ts-check
/**
 * How the pages' texts become what people read, the same in the browser and in the service. A text may hold placeholders,
 * `{day}`, and readings, `[漢字|かんじ]`; everything else stands for itself.
 */

import { limits } from "./form-rules.js";

/** @typedef {{ readonly text: string, readonly reading?: string }} TextPart */

/** The limits as texts name them. @type {Readonly<Record<string, string | number>>} */
const limitValues = {
  contentLimit: limits.content.toLocaleString("en-US"),
  pictureLimit: limits.pictures,
  megabytes: limits.pictureBytes / 1_000_000,
};

/**
 * The text with its placeholders filled, those of the limits always; an unknown one stays.
 * @param {string} text
 * @param {Readonly<Record<string, string | number>>} [values]
 */
export function filled(text, values = {}) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? limitValues[name] ?? whole));
}

/** The text cut where a reading belongs. @param {string} text @returns {TextPart[]} */
export function partsOf(text) {
  /** @type {TextPart[]} */
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(/\[([^[\]|]+)\|([^[\]|]+)\]/g)) {
    if (found.index > from) parts.push({ text: text.slice(from, found.index) });
    parts.push({ text: found[1] ?? "", reading: found[2] ?? "" });
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** The text without its readings, for places that hold characters only. @param {string} text */
export function plainText(text) {
  return partsOf(text)
    .map((part) => part.text)
    .join("");
}

/** `4198-4829-1374` of twelve digits. @param {string} receiptNumber */
export function printedNumber(receiptNumber) {
  return receiptNumber.replace(/(\d{4})(?=\d)/g, "$1-");
}

/** @type {Readonly<Record<string, string>>} */
const locales = { ja: "ja-JP", easy: "ja-JP", en: "en-GB" };

/**
 * A day in Japan: `7月19日（金）`, `7月19日（[金曜日|きんようび]）` or `Friday 19 July`. Without the year: the days meant are near.
 * @param {number} at epoch milliseconds
 * @param {string} language
 */
export function printedDay(at, language) {
  const parts = new Intl.DateTimeFormat(locales[language] ?? "ja-JP", {
    timeZone: "Asia/Tokyo",
    month: "long",
    day: "numeric",
    weekday: language === "ja" ? "short" : "long",
  }).formatToParts(new Date(at));
  /** @param {string} type */
  const part = (type) => parts.find((one) => one.type === type)?.value ?? "";
  if (language === "en") return `${part("weekday")} ${part("day")} ${part("month")}`;
  const weekday =
    language === "ja" ? part("weekday") : `[${part("weekday")}|${weekdayReadings[part("weekday")] ?? ""}]`;
  return `${part("month").replace("月", "")}月${part("day").replace("日", "")}日（${weekday}）`;
}

/** @type {Readonly<Record<string, string>>} */
const weekdayReadings = {
  月曜日: "げつようび",
  火曜日: "かようび",
  水曜日: "すいようび",
  木曜日: "もくようび",
  金曜日: "きんようび",
  土曜日: "どようび",
  日曜日: "にちようび",
};

/**
 * What the check step lists: each field that belongs to the inquiry, under its label. A value is what was typed, or a text
 * of the language.
 * @param {import("./form-rules.js").FormFields} fields
 * @param {Pick<import("./texts/form-texts.ts").FormTexts, "form" | "check">} texts
 * @param {(field: "category" | "relation" | "municipality" | "ageBand" | "device") => string} nameOfChoice what the page calls the chosen value
 * @returns {{ field: string, label: string, value: string, isTyped: boolean }[]}
 */
export function rowsOf(fields, { form, check }, nameOfChoice) {
  /** @param {"content" | "mail" | "telephone" | "reachable" | "name"} field */
  const typed = (field) => ({
    field,
    label: form[field].label,
    value: fields[field] || check.nothing,
    isTyped: fields[field] !== "",
  });
  /** @param {"relation" | "municipality" | "ageBand" | "device"} field */
  const chosen = (field) => ({
    field,
    label: form.choices[field],
    value: fields[field] ? nameOfChoice(field) : check.nothing,
    isTyped: false,
  });
  const way = fields.replyBy === "" ? check.nothing : form.ways[fields.replyBy];
  return [
    { field: "category", label: form.category.label, value: nameOfChoice("category"), isTyped: false },
    typed("content"),
    { field: "replyBy", label: form.replyBy.label, value: way, isTyped: false },
    ...(fields.replyBy === "mail" ? [typed("mail"), typed("name")] : []),
    ...(fields.replyBy === "telephone" ? [typed("telephone"), typed("reachable"), typed("name")] : []),
    chosen("relation"),
    chosen("municipality"),
    chosen("ageBand"),
    chosen("device"),
    { field: "consent", label: form.privacy, value: check.consent, isTyped: false },
  ];
}

/**
 * What happens after an inquiry was taken, a sentence or two each.
 * @param {Pick<import("./texts/form-texts.ts").FormTexts, "receipt">} texts
 * @param {{ replyBy: "mail" | "telephone" | "none", answerBy: number | undefined, language: string }} receipt
 * @returns {string[]}
 */
export function nextSteps({ receipt: texts }, { replyBy, answerBy, language }) {
  if (answerBy === undefined) return [...texts.withoutDay[replyBy]];
  const day = printedDay(answerBy, language);
  return texts.answer[replyBy].map((text) => filled(text, { day }));
}
