import { eraDate, eraMonth } from "../../japanese-era.ts";
import { dayNumberOf, instantOfDay, type JapaneseDate, weekdayName } from "../../japan-time.ts";
import type { ReportDocument } from "./document.ts";
import {
  changedCategories,
  countsByHour,
  countsByTime,
  drawnByHour,
  drawnByTime,
  proposed,
  trendsOf,
} from "./monthly-charts.ts";
import { definitionsOf, indicatorsTable, keyFiguresOf, targetsTable } from "./monthly-figures.ts";
import type { MonthlyFindings } from "../contents/monthly-findings.ts";
import type { ReportPeriod } from "../plan/report-period.ts";
import { shownTimes } from "./shown-days.ts";

/**
 * 定例報告 to read (R35, R39 to R43): the figures of a month with their targets, by day and by hour, what was asked, and what
 * each word means. A longer period, such as the whole contract's, is shown by months and named by its first and last.
 */
export function monthlyDocument(findings: MonthlyFindings, title = "定例報告"): ReportDocument {
  const { programme, period } = findings;
  const { unit } = shownTimes(findings.days);
  return {
    title,
    programme: programme.name,
    addressee: `${programme.customer} 御中`,
    author: programme.deskName,
    period: monthsInShort(period),
    periodDates: `${printedDate(period.from)}から${printedDate(period.to)}まで`,
    dated: instantOfDay(dayNumberOf(period.to)),
    blocks: [
      { kind: "key-figures", figures: keyFiguresOf(findings) },
      { kind: "new-page" },
      { kind: "heading", text: "1　目標・想定との比較" },
      targetsTable(findings),
      { kind: "heading", text: "2　件数と時間" },
      indicatorsTable(findings),
      { kind: "new-page" },
      { kind: "heading", text: `3　${unit}別・時間帯別の推移` },
      ...drawnByTime(findings),
      drawnByHour(findings),
      { kind: "new-page" },
      { kind: "heading", text: `4　${unit}別・時間帯別の件数` },
      countsByTime(findings),
      countsByHour(findings),
      { kind: "new-page" },
      { kind: "heading", text: "5　相談内容の傾向" },
      trendsOf(findings),
      ...changedCategories(findings),
      { kind: "heading", text: "6　課題と改善提案" },
      ...proposed(findings),
      { kind: "new-page" },
      { kind: "heading", text: "付録　用語と計算方法" },
      { kind: "definitions", definitions: definitionsOf(findings) },
      { kind: "paragraph", text: howItIsCounted(programme.report.shortAbandonSeconds) },
    ],
  };
}

function monthsInShort({ from, to }: ReportPeriod): string {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  return first === last ? eraMonth(first) : `${eraMonth(first)}から${eraMonth(last)}まで`;
}

function printedDate(date: JapaneseDate): string {
  return `${eraDate(date)}（${weekdayName(date)}）`;
}

function howItIsCounted(shortAbandonSeconds: number): string {
  return (
    `短時間放棄の設定秒数は${shortAbandonSeconds}秒です。率と平均は、割る数が0のとき「—」と示します。` +
    "日時はすべて日本時間です。小数は第2位を四捨五入し、差と判定は四捨五入する前の値で求めています。"
  );
}
