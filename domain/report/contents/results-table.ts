import type { BusinessCalendar } from "../../calendar/business-calendar.ts";
import type { Calls } from "../../contact/call.ts";
import { dateAt, datesBetween, type JapaneseDate, weekdayName } from "../../japan-time.ts";
import { answerRateColumn, callColumns, percent, timeColumns, workColumns } from "./figure-columns.ts";
import { type Figures, figuresOf } from "../figures/figures.ts";
import type { DayFigures } from "./monthly-findings.ts";
import type { ReportPeriod } from "../plan/report-period.ts";
import { type BeginTable, type Table, writeTable } from "../csv/table.ts";

interface Row {
  readonly date: string;
  readonly weekday: string;
  readonly figures: Figures;
}

const resultsTable: Table<Row> = {
  file: "01_実績.csv",
  sheet: "実績",
  columns: [
    ["日付", "date", ({ date }) => date],
    ["曜日", "text", ({ weekday }) => weekday],
    ...callColumns,
    ["うち当日折返し数", "count", ({ figures }) => figures.calledBackSameDay],
    answerRateColumn,
    ["当日折返しを含む受電率（％）", "tenths", ({ figures }) => percent(figures.answerRateWithCallbacks)],
    ...workColumns,
    ...timeColumns,
  ],
};

/** The figures of each operating day and of each other day on which something happened. */
export function figuresByDay(work: {
  readonly period: ReportPeriod;
  readonly calendar: Pick<BusinessCalendar, "isOperatingDay">;
  readonly calls: Calls;
  /** Written inquiries that came in on each date. */
  readonly written: ReadonlyMap<JapaneseDate, number>;
}): DayFigures[] {
  const { period, calendar, calls, written } = work;
  const inbound = Map.groupBy(calls.inbound, (call) => dateAt(call.arrivedAt));
  const outbound = Map.groupBy(calls.outbound, (call) => dateAt(call.startedAt));
  return datesBetween(period.from, period.to)
    .filter(
      (date) => calendar.isOperatingDay(date) || [inbound, outbound, written].some((kind) => kind.has(date)),
    )
    .map((date) => {
      const ofDay = { inbound: inbound.get(date) ?? [], outbound: outbound.get(date) ?? [] };
      return { date, figures: figuresOf(ofDay, written.get(date) ?? 0) };
    });
}

/** 実績 (R39 to R42): a row for each day, and the whole period's. */
export function writeResults(begin: BeginTable, days: readonly DayFigures[], whole: Figures): void {
  const rows = days.map(({ date, figures }): Row => ({ date, weekday: weekdayName(date), figures }));
  writeTable(begin, resultsTable, [...rows, { date: "合計", weekday: "", figures: whole }]);
}
