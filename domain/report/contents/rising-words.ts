import type { Case, ReplyTo } from "../../case/case.ts";
import { wordsOf } from "../personal-data/shown-words.ts";
import { type BeginTable, type Table, writeTable } from "../csv/table.ts";

/** A word that more inquiries hold than in the month before, in relation to all. */
interface RisingWord {
  readonly word: string;
  readonly cases: number;
  readonly allCases: number;
  /** Undefined where fewer than three inquirers wrote it then: a smaller number is never shown. */
  readonly casesBefore: number | undefined;
  readonly allCasesBefore: number;
  /** Of the share, in parts of `allCases` × `allCasesBefore`: a whole number, so that equal rises are equal. */
  readonly rise: number;
}

const risingWordsTable: Table<RisingWord> = {
  file: "02_増えた語.csv",
  sheet: "増えた語",
  columns: [
    ["語", "text", ({ word }) => word],
    ["件数", "count", ({ cases }) => cases],
    ["内容のある全件数", "count", ({ allCases }) => allCases],
    ["構成比（％）", "tenths", ({ cases, allCases }) => (cases / allCases) * 100],
    ["前月の件数（3件未満は—）", "count", ({ casesBefore }) => casesBefore ?? null],
    ["前月の内容のある全件数", "count", ({ allCasesBefore }) => allCasesBefore],
    [
      "前月からの増減（ポイント、前月が3件未満は—）",
      "tenths",
      ({ casesBefore, rise, allCases, allCasesBefore }) =>
        casesBefore === undefined ? null : (rise / (allCases * allCasesBefore)) * 100,
    ],
  ],
};

/** A word is shown only where so many different inquirers wrote it (docs/decisions/0016). */
const fewestInquirers = 3;

/** So many words are shown. */
const mostShown = 20;

/** Beyond so many different words in a month, those that a single inquirer wrote until then are forgotten: memory has a bound. */
const mostKept = 200_000;

interface Count {
  cases: number;
  /** The first different inquirers, up to as many as are needed. */
  readonly inquirers: string[];
}

interface Counted {
  readonly words: Map<string, Count>;
  readonly named: Set<string>;
  cases: number;
}

/** Counts words, one case after the other (R43): those of the period, and those of the month before. */
export function risingWordsOf() {
  const period: Counted = { words: new Map(), named: new Set(), cases: 0 };
  const before: Counted = { words: new Map(), named: new Set(), cases: 0 };
  return {
    take: (one: Case): void => count(period, one),
    takeEarlier: (one: Case): void => count(before, one),
    write: (begin: BeginTable): void => writeTable(begin, risingWordsTable, risingWords(period, before)),
  };
}

function count(counted: Counted, one: Case): void {
  if (one.content === undefined || one.language === "en") return;
  counted.cases += 1;
  const inquirer = inquirerOf(one);
  const { words, named } = wordsOf(one);
  for (const name of named) counted.named.add(name);
  for (const word of words) {
    const kept = counted.words.get(word) ?? newCount(counted, word);
    kept.cases += 1;
    if (kept.inquirers.length < fewestInquirers && !kept.inquirers.includes(inquirer))
      kept.inquirers.push(inquirer);
  }
}

function newCount(counted: Counted, word: string): Count {
  if (counted.words.size >= mostKept)
    for (const [other, { inquirers }] of counted.words) if (inquirers.length < 2) counted.words.delete(other);
  const count: Count = { cases: 0, inquirers: [] };
  counted.words.set(word, count);
  return count;
}

/** Who asks, to tell inquirers apart: a case of which nobody is known is one of its own. */
function inquirerOf({ personKey, replyTo, receiptNumber }: Case): string {
  return personKey ?? addressOf(replyTo) ?? receiptNumber;
}

function addressOf(replyTo: ReplyTo | undefined): string | undefined {
  if (replyTo?.by === "mail") return replyTo.mail.trim().toLowerCase();
  return replyTo?.by === "telephone" ? replyTo.number : undefined;
}

/** Without a month before there is nothing to have risen from. */
function risingWords(period: Counted, before: Counted): RisingWord[] {
  if (before.cases === 0) return [];
  return [...period.words]
    .filter(([word, { inquirers }]) => inquirers.length >= fewestInquirers && !period.named.has(word))
    .map(([word, { cases }]): RisingWord => {
      const earlier = before.words.get(word);
      const isShown = (earlier?.inquirers.length ?? 0) >= fewestInquirers;
      return {
        word,
        cases,
        allCases: period.cases,
        casesBefore: isShown ? earlier?.cases : undefined,
        allCasesBefore: before.cases,
        rise: cases * before.cases - (earlier?.cases ?? 0) * period.cases,
      };
    })
    .filter(({ rise }) => rise > 0)
    .sort((one, other) => other.rise - one.rise || (one.word < other.word ? -1 : 1))
    .slice(0, mostShown);
}
