import type { CaseOrigin } from "../../case/case.ts";
import { type Case, isWritten } from "../../case/case.ts";
import { type JapaneseMonth, monthAt } from "../../japan-time.ts";
import type { Category } from "../../programme.ts";
import { percent } from "./figure-columns.ts";
import { ratio } from "../figures/figures.ts";
import { monthBefore } from "../plan/report-period.ts";
import { type BeginTable, type Table, writeTable } from "../csv/table.ts";

/** 相談内容の傾向 of a category in a month, beside the month before. */
export interface CategoryTrend {
  readonly month: JapaneseMonth;
  readonly code: string;
  readonly name: string;
  readonly calls: number;
  readonly written: number;
  readonly handedOver: number;
  readonly cases: number;
  /** Of every category: the denominator of the share. */
  readonly allCases: number;
  /** 0 to 1. */
  readonly share: number | null;
  /** The month before; undefined where it is not part of the contract. */
  readonly before:
    | { readonly cases: number; readonly allCases: number; readonly share: number | null }
    | undefined;
}

const trendsTable: Table<CategoryTrend> = {
  file: "02_相談内容の傾向.csv",
  sheet: "相談内容の傾向",
  columns: [
    ["月", "text", ({ month }) => month],
    ["分類コード", "text", ({ code }) => code],
    ["相談内容分類", "text", ({ name }) => name],
    ["電話", "count", ({ calls }) => calls],
    ["WEBフォーム", "count", ({ written }) => written],
    ["引継ぎ", "count", ({ handedOver }) => handedOver],
    ["合計", "count", ({ cases }) => cases],
    ["全件数", "count", ({ allCases }) => allCases],
    ["構成比（％）", "tenths", ({ share }) => percent(share)],
    ["前月の件数", "count", ({ before }) => before?.cases ?? null],
    ["前月の全件数", "count", ({ before }) => before?.allCases ?? null],
    ["前月の構成比（％）", "tenths", ({ before }) => percent(before?.share ?? null)],
    ["前月からの増減（件）", "count", ({ cases, before }) => (before ? cases - before.cases : null)],
    ["前月からの増減（ポイント）", "tenths", (trend) => percent(shareRise(trend))],
  ],
};

/** How much a category's share rose (negative: fell), -1 to 1; null where either month has no share. */
export function shareRise({ share, before }: Pick<CategoryTrend, "share" | "before">): number | null {
  const earlier = before?.share ?? null;
  return share === null || earlier === null ? null : share - earlier;
}

interface Counts {
  calls: number;
  written: number;
  handedOver: number;
}

/** A category that begins after the period has a line only where cases were given it later on. */
type CountedCategory = Category & { readonly isAhead?: true };

const uncategorised = { code: "", name: "未分類" };

/**
 * Counts cases by category and month, one after the other (R43). `months` are those of the period; cases of the month before
 * the first are counted as well where that month is part of the contract (`before`).
 */
export function trendsOf(
  categories: readonly CountedCategory[],
  months: readonly JapaneseMonth[],
  before: JapaneseMonth | undefined,
) {
  const rows: readonly CountedCategory[] = [...categories, uncategorised];
  const counted = new Map(
    [...months, ...(before === undefined ? [] : [before])].map((month) => [month, newCounts(rows)]),
  );

  function of(month: JapaneseMonth): CategoryTrend[] {
    const counts = counted.get(month) ?? newCounts(rows);
    const earlier = counted.get(monthBefore(month));
    const allCases = sumOf(counts);
    const allEarlier = earlier && sumOf(earlier);
    return rows.filter(isShown).map(({ code, name }) => {
      const count = counts.get(code) ?? noCases();
      const cases = casesOf(count);
      return {
        month,
        code,
        name,
        ...count,
        cases,
        allCases,
        share: ratio(cases, allCases),
        before:
          earlier && allEarlier !== undefined
            ? beforeOf(casesOf(earlier.get(code) ?? noCases()), allEarlier)
            : undefined,
      };
    });
  }

  function isShown({ code, isAhead }: CountedCategory): boolean {
    return !isAhead || [...counted.values()].some((counts) => casesOf(counts.get(code) ?? noCases()) > 0);
  }

  return {
    take({ category = "", origin, receivedAt }: Pick<Case, "category" | "origin" | "receivedAt">): void {
      const counts = counted.get(monthAt(receivedAt));
      const count = counts?.get(category) ?? counts?.get("");
      if (count) count[kindOf(origin)] += 1;
    },
    trends: (): CategoryTrend[] => months.flatMap(of),
    write(begin: BeginTable): void {
      writeTable(begin, trendsTable, months.flatMap(of));
    },
  };
}

function newCounts(rows: readonly Category[]): Map<string, Counts> {
  return new Map(rows.map(({ code }) => [code, noCases()]));
}

function noCases(): Counts {
  return { calls: 0, written: 0, handedOver: 0 };
}

function kindOf(origin: CaseOrigin): keyof Counts {
  if (origin.kind === "handover") return "handedOver";
  return isWritten(origin) ? "written" : "calls";
}

function casesOf({ calls, written, handedOver }: Counts): number {
  return calls + written + handedOver;
}

function sumOf(counts: ReadonlyMap<string, Counts>): number {
  return [...counts.values()].reduce((sum, count) => sum + casesOf(count), 0);
}

function beforeOf(cases: number, allCases: number) {
  return { cases, allCases, share: ratio(cases, allCases) };
}
