import type { JapaneseDate } from "../../japan-time.ts";
import type { Figures } from "../figures/figures.ts";
import {
  type ShownHeading,
  type ShownInquiries,
  type ShownResults,
  shownFigures,
  shownHeadings,
} from "./pack-counts.ts";
import type { Bucket, RecountedCall } from "./recount.ts";
import type { CountedCases } from "./recounted-cases.ts";
import { addedBy, recountedFigures } from "./recounted-figures.ts";

/** One comparison: what was counted again, and what the report says. */
export interface ReconciledRow {
  /** What is compared, such as 応答 or `2024-07-16 応答数`. */
  readonly name: string;
  /** Of a bucket: how many contact records lie in it. */
  readonly records?: number;
  readonly counted: number | null;
  /** null where the report has no figure of its own. */
  readonly figure: number | null;
  /** Figure less count; 0 where there is nothing to compare. */
  readonly difference: number;
  /** Where there is a difference: the contacts or receipt numbers among which it lies, 20 at most. */
  readonly among?: readonly string[];
}

/** What became of tying a report to its records (DESIGN §7). */
export interface Reconciliation {
  readonly report: string;
  readonly revision: number;
  readonly rows: readonly ReconciledRow[];
  /** The sum of all differences, each without its sign. */
  readonly difference: number;
}

/** A report as it was read back, beside what its records say. */
export interface ReconciliationInput {
  readonly report: string;
  readonly revision: number;
  readonly figures: Figures;
  readonly results: ShownResults;
  readonly inquiries: ShownInquiries;
  readonly trends: ReadonlyMap<string, number>;
  /** How many contact records were read. */
  readonly recordsRead: number;
  readonly calls: readonly RecountedCall[];
  readonly cases: CountedCases;
}

const mostNamed = 20;

const bucketNames: Readonly<Record<Bucket, string>> = {
  answered: "応答",
  "callback-requested": "折返し希望",
  "short-abandoned": "短時間放棄",
  abandoned: "放棄（短時間を除く）",
  "self-served": "自己解決",
  "arrived-closed": "時間外着信",
  "outbound-connected": "架電（応答あり）",
  "outbound-unanswered": "架電（応答なし）",
  uncounted: "対象外（電話以外、聴取）",
};

/** What the report says of each bucket; null where it says nothing. */
const figureOfBucket: Readonly<Record<Bucket, (figures: Figures) => number | null>> = {
  answered: ({ answered }) => answered,
  "callback-requested": ({ callbackRequested }) => callbackRequested,
  "short-abandoned": ({ shortAbandoned }) => shortAbandoned,
  abandoned: ({ abandoned, shortAbandoned }) => abandoned - shortAbandoned,
  "self-served": ({ selfServed }) => selfServed,
  "arrived-closed": ({ arrivedClosed }) => arrivedClosed,
  "outbound-connected": ({ outboundConnected }) => outboundConnected,
  "outbound-unanswered": ({ outboundAttempts, outboundConnected }) => outboundAttempts - outboundConnected,
  uncounted: () => null,
};

/**
 * Ties every figure of a report to contact records and cases: each record lies in exactly one bucket, each call in one, each
 * case on one line and in one category; the manifest's figures, and each day's in the files, are what a second counting says.
 */
export function reconcile(input: ReconciliationInput): Reconciliation {
  const rows = [
    ...bucketRows(input),
    recordsRow(input),
    ...figureRows(input),
    ...dayRows(input),
    ...caseRows(input),
  ];
  const difference = rows.reduce((sum, row) => sum + Math.abs(row.difference), 0);
  return { report: input.report, revision: input.revision, rows, difference };
}

function bucketRows({ calls, figures }: ReconciliationInput): ReconciledRow[] {
  const byBucket = Map.groupBy(calls, ({ bucket }) => bucket);
  return (Object.keys(bucketNames) as Bucket[]).map((bucket) => {
    const own = byBucket.get(bucket) ?? [];
    const records = own.flatMap(({ contactIds }) => contactIds);
    const [name, figure] = [bucketNames[bucket], figureOfBucket[bucket](figures)];
    const row =
      figure === null
        ? { name, counted: own.length, figure, difference: 0 }
        : compared(name, own.length, figure, () => records);
    return { ...row, records: records.length };
  });
}

/** Each record that was read lies in one bucket, and in no other; one that was read twice lies in two. */
function recordsRow({ calls, recordsRead }: ReconciliationInput): ReconciledRow {
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const id of calls.flatMap(({ contactIds }) => contactIds)) {
    if (seen.has(id)) twice.push(id);
    seen.add(id);
  }
  return compared("応対の記録（1件は1つの区分に1回）", seen.size, recordsRead, () => twice);
}

function figureRows({ figures, calls, cases }: ReconciliationInput): ReconciledRow[] {
  const recounted = recountedFigures(calls, sumOf(cases.written.values()));
  return (Object.keys(recounted) as (keyof Figures)[]).map((figure) =>
    compared(figure, recounted[figure], figures[figure], () => idsOf(calls, figure)),
  );
}

/** Each day and the whole period, as 01_実績.csv shows them: one row where all agree, else a row for each cell that does not. */
function dayRows({ results, calls, cases }: ReconciliationInput): ReconciledRow[] {
  const callsOf = Map.groupBy(calls, ({ date }) => date);
  const dates = [...new Set([...results.days.keys(), ...callsOf.keys(), ...cases.written.keys()])].sort();
  const ofDay = (date: JapaneseDate) =>
    shownHeadings.map((heading) =>
      compared(
        `${date} ${heading}`,
        countedUnder(heading, callsOf.get(date) ?? [], cases.written.get(date) ?? 0),
        results.days.get(date)?.[heading] ?? 0,
        () => idsOf(callsOf.get(date) ?? [], shownFigures[heading]),
      ),
    );
  const whole = shownHeadings.map((heading) =>
    compared(
      `合計 ${heading}`,
      sumOf([...results.days.values()].map((day) => day[heading])),
      results.whole[heading],
    ),
  );
  const cells = [...dates.flatMap(ofDay), ...whole];
  const wrong = cells.filter(({ difference }) => difference !== 0);
  return [compared("01_実績.csv の欄（日別と合計）", cells.length, cells.length), ...wrong];
}

function countedUnder(heading: ShownHeading, calls: readonly RecountedCall[], written: number): number {
  const figure = shownFigures[heading];
  return figure === "webForms" ? written : addedBy(calls, figure);
}

/** Each case stands on one line, and each line in one category. */
function caseRows({ inquiries, trends, cases }: ReconciliationInput): ReconciledRow[] {
  const lines = new Set(inquiries.categories.keys());
  const missing = cases.receiptNumbers.difference(lines);
  const unknown = lines.difference(cases.receiptNumbers);
  const linesOf = Map.groupBy(inquiries.categories, ([, category]) => category);
  const categories = [...new Set([...trends.keys(), ...linesOf.keys()])].sort();
  return [
    compared("相談案件（03_応対一覧.csv の行）", cases.receiptNumbers.size, lines.size),
    compared("行の無い相談案件", 0, missing.size, () => [...missing]),
    compared("相談案件の無い行", 0, unknown.size, () => [...unknown]),
    compared("2行ある相談案件", 0, inquiries.repeated.length, () => inquiries.repeated),
    ...categories.map((category) => {
      const own = (linesOf.get(category) ?? []).map(([receiptNumber]) => receiptNumber);
      return compared(`分類 ${category}`, own.length, trends.get(category) ?? 0, () => own);
    }),
  ];
}

/** The records behind a figure: those of the calls that add to it, or of all calls where it is made of several. */
function idsOf(calls: readonly RecountedCall[], figure: string): string[] {
  const behind = calls.filter(({ adds }) => Object.hasOwn(adds, figure));
  return (behind.length > 0 ? behind : calls).flatMap(({ contactIds }) => contactIds);
}

/** `among` is asked for only where there is a difference: of a large month it is every contact. */
function compared(
  name: string,
  counted: number | null,
  figure: number | null,
  among: () => readonly string[] = () => [],
): ReconciledRow {
  if (counted === figure) return { name, counted, figure, difference: 0 };
  const difference = differenceOf(counted ?? 0, figure ?? 0);
  return { name, counted, figure, difference, among: among().slice(0, mostNamed) };
}

/** A dash and a zero are not the same either: they differ by one. */
function differenceOf(counted: number, figure: number): number {
  return figure - counted || 1;
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
