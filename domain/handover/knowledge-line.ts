import type { Reading } from "../import/file-line.ts";
import type { Headings } from "../import/headings.ts";
import { lineReader } from "../import/inquiry-reader.ts";
import type { Instant } from "../japan-time.ts";
import { failure, type Result, success } from "../result.ts";
import type { KnowledgeItem } from "./knowledge.ts";

type KnowledgeField = "item" | "title" | "text" | "source" | "version";

/** The columns of a list of handed-over knowledge. */
export const knowledgeHeadings: Headings<KnowledgeField> = {
  item: ["番号", "項目番号", "No.", "No"],
  title: ["題名", "件名", "タイトル"],
  text: ["内容", "本文"],
  source: ["出典", "資料名"],
  version: ["版", "版数", "バージョン"],
};

export const knowledgeRequired: readonly KnowledgeField[] = ["item", "title", "text", "source"];

const longestTitle = 200;
const longestText = 20_000;

/** Reads a line of the list, which is added at `addedAt`; a line without a version is the first. */
export function readKnowledge(
  fields: Readonly<Record<KnowledgeField, string>>,
  addedAt: Instant,
): Reading<KnowledgeItem, KnowledgeField> {
  const reader = lineReader(fields);
  const item = reader.required("item", readItemNumber);
  const title = reader.required("title", upTo(longestTitle));
  const text = reader.required("text", upTo(longestText));
  const source = reader.required("source", upTo(longestTitle));
  const version = reader.optional("version", readVersion) ?? 1;
  if (item === undefined || title === undefined || text === undefined || source === undefined)
    return { ok: false, problems: reader.problems };
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems };
  return { ok: true, value: { item, version, title, text, source, addedAt } };
}

/** Reads an item's number as people write it, also in full width or small letters. */
export function readItemNumber(text: string): Result<string> {
  const item = text.normalize("NFKC").toUpperCase();
  return /^[A-Z0-9][A-Z0-9-]{0,19}$/.test(item)
    ? success(item)
    : failure("番号は、英字、数字、ハイフンで20文字までです。例：K01");
}

function readVersion(text: string): Result<number> {
  const digits = text.normalize("NFKC");
  return /^[1-9]\d{0,3}$/.test(digits)
    ? success(Number(digits))
    : failure("版は、1 から 9999 までの整数です。");
}

function upTo(longest: number): (text: string) => Result<string> {
  return (text) =>
    text.length > longest ? failure(`${longest.toLocaleString("en")}文字までです。`) : success(text);
}
