import { type Case, isWritten } from "../case/case.ts";
import type { Category } from "../programme.ts";
import { type Column, csvFile, oneDecimal } from "./csv-file.ts";
import type { ReportFile } from "./report-file.ts";

interface Row {
  readonly code: string;
  readonly name: string;
  readonly calls: number;
  readonly written: number;
  readonly allCases: number;
}

const columns: readonly Column<Row>[] = [
  ["分類コード", ({ code }) => code],
  ["相談内容分類", ({ name }) => name],
  ["電話", ({ calls }) => calls],
  ["WEBフォーム", ({ written }) => written],
  ["合計", ({ calls, written }) => calls + written],
  ["全件数", ({ allCases }) => allCases],
  [
    "構成比（％）",
    ({ calls, written, allCases }) =>
      oneDecimal(allCases === 0 ? null : ((calls + written) / allCases) * 100),
  ],
];

/** 相談内容の傾向: the cases of each category, with numerator and denominator of its share beside it. */
export function trendsFile(categories: readonly Category[], cases: readonly Case[]): ReportFile {
  const byCategory = Map.groupBy(cases, (one) => one.category ?? "");
  const rows = [...categories, { code: "", name: "未分類" }].map(({ code, name }): Row => {
    const ofCategory = byCategory.get(code) ?? [];
    const written = ofCategory.filter((one) => isWritten(one.origin)).length;
    return { code, name, calls: ofCategory.length - written, written, allCases: cases.length };
  });
  return csvFile("02_相談内容の傾向.csv", columns, rows);
}
