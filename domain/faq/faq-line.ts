import type { Headings } from "../import/headings.ts";
import type { FieldProblem, Reading } from "../import/file-line.ts";
import { cleanText } from "../import/text.ts";
import type { FaqEntry } from "./faq.ts";

type FaqField = "question" | "answer" | "category" | "keywords";

export const faqHeadings: Headings<FaqField> = {
  question: ["質問", "想定質問", "項目", "question"],
  answer: ["回答", "想定回答", "内容", "answer"],
  category: ["分類", "カテゴリ", "カテゴリー", "category"],
  keywords: ["キーワード", "検索語", "keywords"],
};

export const faqRequired: readonly FaqField[] = ["question", "answer"];

/** In characters. An entry is one item of at most 400 KB (DynamoDB's limit), and is read at a glance. */
export const longestFaqText: Readonly<Record<FaqField, number>> = {
  question: 500,
  answer: 5000,
  category: 100,
  keywords: 500,
};

/** Whether a text has room in a field, and is there where the field needs one. */
export function isFittingFaqText(field: FaqField, text: string): boolean {
  return text.length <= longestFaqText[field] && (text.trim() !== "" || !faqRequired.includes(field));
}

/** What a line of the prefecture's file says; its keywords stand between commas, points, slashes or spaces. */
export function readFaqLine(
  fields: Readonly<Record<FaqField, string>>,
): Reading<Pick<FaqEntry, FaqField>, FaqField> {
  const texts = Object.fromEntries(
    Object.entries(fields).map(([field, text]) => [field, cleanText(text)]),
  ) as Record<FaqField, string>;
  const problems = (Object.keys(longestFaqText) as FaqField[]).flatMap((field): FieldProblem<FaqField>[] => {
    const value = texts[field];
    if (value === "" && faqRequired.includes(field))
      return [{ field, value, reason: "空欄です。入力してください。" }];
    if (value.length > longestFaqText[field])
      return [{ field, value, reason: `${longestFaqText[field]}文字までです。分けてください。` }];
    return [];
  });
  if (problems.length > 0) return { ok: false, problems };
  const keywords = texts.keywords.split(/[\s,、，・;；/／]+/u).filter((word) => word !== "");
  return { ok: true, value: { ...texts, keywords } };
}
