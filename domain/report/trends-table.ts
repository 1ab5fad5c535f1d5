import { type Case, isWritten } from "../case/case.ts";
import type { Category } from "../programme.ts";
import { type BeginTable, type Table, writeTable } from "./table.ts";

interface Row {
  readonly code: string;
  readonly name: string;
  readonly calls: number;
  readonly written: number;
  readonly allCases: number;
}

const trendsTable: Table<Row> = {
  file: "02_相談内容の傾向.csv",
  sheet: "相談内容の傾向",
  columns: [
    ["分類コード", "text", ({ code }) => code],
    ["相談内容分類", "text", ({ name }) => name],
    ["電話", "count", ({ calls }) => calls],
    ["WEBフォーム", "count", ({ written }) => written],
    ["合計", "count", ({ calls, written }) => calls + written],
    ["全件数", "count", ({ allCases }) => allCases],
    [
      "構成比（％）",
      "tenths",
      ({ calls, written, allCases }) => (allCases === 0 ? null : ((calls + written) / allCases) * 100),
    ],
  ],
};

/** Counts cases by category, one after the other: 相談内容の傾向 (R43), with numerator and denominator of each share. */
export function trendsOf(categories: readonly Category[]) {
  const counts = new Map(
    [...categories, { code: "", name: "未分類" }].map(({ code, name }) => [
      code,
      { code, name, calls: 0, written: 0 },
    ]),
  );
  let allCases = 0;
  return {
    take({ category = "", origin }: Case): void {
      allCases += 1;
      const count = counts.get(category) ?? counts.get("");
      if (count) count[isWritten(origin) ? "written" : "calls"] += 1;
    },
    write(begin: BeginTable): void {
      writeTable(
        begin,
        trendsTable,
        [...counts.values()].map((count) => ({ ...count, allCases })),
      );
    },
  };
}
