import type { Calls } from "../../contact/call.ts";
import { dateAt, dateOfDay, dayNumberOf, type JapaneseDate } from "../../japan-time.ts";
import type { Programme } from "../../programme.ts";
import { monthsOfContract } from "../plan/due-report.ts";
import { answerRateColumn, callColumns, timeColumns, workColumns } from "./figure-columns.ts";
import { type Figures, figuresOf } from "../figures/figures.ts";
import { datesOfMonthInContract } from "../plan/report-period.ts";
import { type BeginTable, type Table, writeTable } from "../csv/table.ts";

/** A stretch of the contract whose figures stand by themselves, both dates included. */
export interface ReportedPart {
  readonly from: JapaneseDate;
  readonly to: JapaneseDate;
  /** In which report it stands first. */
  readonly reported: "monthly" | "completion";
  readonly figures: Figures;
}

interface Row {
  readonly from: JapaneseDate | null;
  readonly to: JapaneseDate | null;
  readonly reported: string;
  readonly figures: Figures;
}

const partsTable: Table<Row> = {
  file: "01_実績_期間別.csv",
  sheet: "実績_期間別",
  columns: [
    ["期間の初日", "date", ({ from }) => from],
    ["期間の末日", "date", ({ to }) => to],
    ["報告", "text", ({ reported }) => reported],
    ...callColumns,
    answerRateColumn,
    ...workColumns,
    ...timeColumns,
  ],
};

/**
 * The contract in the parts in which it was reported: each month, up to its cut-off where it has one, and by itself what
 * comes after a cut-off, which only the completion report has (DESIGN §6). Every day of the contract is in one part.
 */
export function partsOf({
  contract,
  report,
}: Pick<Programme, "contract" | "report">): Omit<ReportedPart, "figures">[] {
  return monthsOfContract({ contract }).flatMap((month) => {
    const { from, to } = datesOfMonthInContract({ contract }, month);
    const cutOff = report.cutOffs[month] ?? to;
    if (cutOff < from || cutOff >= to) return [{ from, to, reported: "monthly" }];
    return [
      { from, to: cutOff, reported: "monthly" },
      { from: dateOfDay(dayNumberOf(cutOff) + 1), to, reported: "completion" },
    ];
  });
}

/** The figures of each part. `written` are the written inquiries that came in on each date. */
export function figuresByPart(
  programme: Pick<Programme, "contract" | "report">,
  calls: Calls,
  written: ReadonlyMap<JapaneseDate, number>,
): ReportedPart[] {
  return partsOf(programme).map((part) => {
    const isInside = (date: JapaneseDate) => part.from <= date && date <= part.to;
    const inbound = calls.inbound.filter((call) => isInside(dateAt(call.arrivedAt)));
    const outbound = calls.outbound.filter((call) => isInside(dateAt(call.startedAt)));
    const forms = [...written].reduce((sum, [date, count]) => (isInside(date) ? sum + count : sum), 0);
    return { ...part, figures: figuresOf({ inbound, outbound }, forms) };
  });
}

const reportNames: Readonly<Record<ReportedPart["reported"], string>> = {
  monthly: "定例報告",
  completion: "業務完了報告書",
};

/** 期間別の実績 (R52): a row for each part, and the whole contract's. */
export function writeParts(begin: BeginTable, parts: readonly ReportedPart[], whole: Figures): void {
  const rows = parts.map((part): Row => ({ ...part, reported: reportNames[part.reported] }));
  writeTable(begin, partsTable, [...rows, { from: null, to: null, reported: "合計", figures: whole }]);
}
