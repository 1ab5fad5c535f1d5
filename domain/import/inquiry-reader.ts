import {
  type AttributeName,
  caseStatusNames,
  type CaseStatus,
  type InquirerAttributes,
} from "../case/case.ts";
import type { Instant } from "../japan-time.ts";
import type { Programme } from "../programme.ts";
import { failure, type Result, success } from "../result.ts";
import { everyWording } from "../settings/categories.ts";
import type { SettingChange } from "../settings/setting-change.ts";
import { parseTelephoneNumber } from "../telephone-number.ts";
import type { FieldProblem } from "./file-line.ts";
import type { InquiryField, Spellings } from "./import-settings.ts";
import { cleanText, spelledAlike } from "./text.ts";
import { readTime } from "./written-time.ts";

/** More than anybody writes; well below what one item of the table can hold (400 KB). */
const longestText = 10_000;
const longestReference = 100;
const longestName = 100;
const attributeNames: readonly AttributeName[] = ["relation", "municipality", "ageBand", "device"];

/** A number in E.164 and an address, each only where it was given. */
export interface Contacts {
  readonly name?: string;
  readonly mail?: string;
  readonly number?: string;
  readonly reachable?: string;
}

/** Reads the fields of one line. */
interface FieldReader<Field extends string> {
  /** The field's text, cleaned; "" where it is empty. */
  text(field: Field): string;
  /** What `read` makes of a field that is not empty; undefined where it is empty or wrong. */
  optional<Value>(field: Field, read: (text: string) => Result<Value>): Value | undefined;
  /** The same for a field that must not be empty. */
  required<Value>(field: Field, read: (text: string) => Result<Value>): Value | undefined;
  refuse(field: Field, reason: string): void;
}

/** The same, and all that it found wrong. */
export interface LineReader<Field extends string> extends FieldReader<Field> {
  readonly problems: readonly FieldProblem<Field>[];
}

export function lineReader<Field extends string>(fields: Readonly<Record<Field, string>>): LineReader<Field> {
  const problems: FieldProblem<Field>[] = [];
  const refuse = (field: Field, reason: string) =>
    void problems.push({ field, value: fields[field], reason });
  const text = (field: Field) => cleanText(fields[field]);
  function optional<Value>(field: Field, read: (text: string) => Result<Value>): Value | undefined {
    if (text(field) === "") return undefined;
    const result = read(text(field));
    if (result.ok) return result.value;
    refuse(field, result.problem);
    return undefined;
  }
  return {
    problems,
    text,
    optional,
    refuse,
    required(field, read) {
      if (text(field) === "") refuse(field, "空欄です。値を入れてください。");
      return optional(field, read);
    },
  };
}

/**
 * Reads what both kinds of file have in common, in this programme's words. Made once a file. A category may be named as it was
 * ever called, also one that is no longer offered: a file may be older than our list.
 */
export function inquiryReader(programme: Programme, spellings: Spellings, changes: readonly SettingChange[]) {
  const wordings = everyWording(programme.categories, changes);
  const codes = [...new Set(wordings.map(([, code]) => code))];
  const ownNames = Object.fromEntries(wordings);
  const readCategory = wordReader(codes, { ...ownNames, ...spellings.categories });
  const readAttributes = attributeNames.map(
    (name) => [name, wordReader(programme.attributeChoices[name], spellings.attributes[name] ?? {})] as const,
  );

  return {
    /** undefined where something is wrong; the reader knows what. */
    inquiry(reader: FieldReader<InquiryField>, now: Instant) {
      const reference = reader.required("reference", readReference);
      const receivedAt = reader.required("receivedAt", (text) =>
        readReceived(text, programme.hours.opensAtMinute, now),
      );
      const category = reader.optional("category", readCategory);
      const content = reader.required("content", readText);
      const attributes: InquirerAttributes = Object.fromEntries(
        readAttributes.flatMap(([name, read]) => {
          const value = reader.optional(name, read);
          return value === undefined ? [] : [[name, value]];
        }),
      );
      if (reference === undefined || receivedAt === undefined || content === undefined) return undefined;
      return { reference, receivedAt, ...(category !== undefined && { category }), content, attributes };
    },
    contacts(reader: FieldReader<InquiryField>): Contacts {
      const name = reader.optional("name", readName);
      const mail = reader.optional("mail", readMail);
      const number = reader.optional("telephone", readTelephone);
      const reachable = reader.optional("reachable", readName);
      return {
        ...(name !== undefined && { name }),
        ...(mail !== undefined && { mail }),
        ...(number !== undefined && { number }),
        ...(reachable !== undefined && { reachable }),
      };
    },
  };
}

/** Reads one of our words, also as others write it. */
export function wordReader<Word extends string>(
  words: readonly Word[],
  spellings: Readonly<Record<string, Word>>,
): (text: string) => Result<Word> {
  const known = new Map<string, Word>([
    ...words.map((word) => [spelledAlike(word), word] as const),
    ...Object.entries(spellings).map(([theirs, ours]) => [spelledAlike(theirs), ours] as const),
  ]);
  return (text) => {
    const word = known.get(spelledAlike(text));
    return word === undefined
      ? failure("対応する言葉がありません。一覧の言葉に直すか、事業の設定に対応を加えてください。")
      : success(word);
  };
}

/** Reads a state as we or as others name it. */
export function stateReader(spellings: Readonly<Record<string, CaseStatus>>) {
  const statuses = Object.keys(caseStatusNames) as CaseStatus[];
  const ownNames = Object.fromEntries(statuses.map((status) => [caseStatusNames[status], status]));
  return wordReader<CaseStatus>([], { ...ownNames, ...spellings });
}

export function readText(text: string): Result<string> {
  return text.length > longestText
    ? failure(`${longestText.toLocaleString("en")}文字までです。分けて取り込むか、短くしてください。`)
    : success(text);
}

function readReference(text: string): Result<string> {
  const reference = text.normalize("NFKC");
  return reference.length > longestReference || reference.includes("\n")
    ? failure(`1行で${longestReference}文字までの番号にしてください。`)
    : success(reference);
}

/**
 * A receipt number carries one digit of the year, so a case must be younger than ten years when it is taken
 * (domain/case/receipt-number.ts).
 */
const oldestYears = 9;
const millisPerYear = 365 * 86_400_000;

function readReceived(text: string, minuteOfDay: number, now: Instant): Result<Instant> {
  const read = readTime(text, minuteOfDay);
  if (!read.ok) return read;
  if (read.value > now) return failure("これから来る日時です。年と月日を確かめてください。");
  if (read.value < now - oldestYears * millisPerYear)
    return failure(`${oldestYears}年より前の日時です。年を確かめてください。`);
  return read;
}

function readName(text: string): Result<string> {
  return text.length > longestName
    ? failure(`${longestName}文字までです。短くしてください。`)
    : success(text.replaceAll("\n", " "));
}

function readMail(text: string): Result<string> {
  const mail = text.normalize("NFKC");
  return /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\.]+$/.test(mail) && mail.length <= 254
    ? success(mail)
    : failure("メールアドレスとして読めません。1つだけを name@example.jp の形で書いてください。");
}

function readTelephone(text: string): Result<string> {
  const number = parseTelephoneNumber(text);
  if (number.ok) return number;
  return /^[1-9]\d{8,9}$/.test(text.normalize("NFKC").replaceAll("-", ""))
    ? failure("先頭の0がありません。表計算ソフトで消えていないか確かめ、文字列として書いてください。")
    : failure("電話番号として読めません。1つだけを 090-1234-5678 の形で書いてください。");
}
