import type { BusinessCalendar } from "../calendar/business-calendar.ts";
import type { Calls } from "../contact/call.ts";
import { dateAt, datesBetween, type JapaneseDate, weekdayName } from "../japan-time.ts";
import { type Figures, figuresOf } from "./figures.ts";
import type { ReportPeriod } from "./report-period.ts";
import { type BeginTable, type Table, writeTable } from "./table.ts";

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
    ["受電数", "count", ({ figures }) => figures.offered],
    ["応答数", "count", ({ figures }) => figures.answered],
    ["放棄数", "count", ({ figures }) => figures.abandoned],
    ["うち短時間放棄数", "count", ({ figures }) => figures.shortAbandoned],
    ["折返し希望数", "count", ({ figures }) => figures.callbackRequested],
    ["うち当日折返し数", "count", ({ figures }) => figures.calledBackSameDay],
    ["受電率（％）", "tenths", ({ figures }) => percent(figures.answerRate)],
    ["当日折返しを含む受電率（％）", "tenths", ({ figures }) => percent(figures.answerRateWithCallbacks)],
    ["自己解決数", "count", ({ figures }) => figures.selfServed],
    ["時間外着信数", "count", ({ figures }) => figures.arrivedClosed],
    ["架電数", "count", ({ figures }) => figures.outboundAttempts],
    ["架電応答数", "count", ({ figures }) => figures.outboundConnected],
    ["WEBフォーム受付数", "count", ({ figures }) => figures.webForms],
    ["対応時間の合計（秒）", "count", ({ figures }) => figures.handlingSeconds],
    ["平均対応時間（秒）", "tenths", ({ figures }) => figures.averageHandlingSeconds],
    ["通話時間の合計（秒）", "count", ({ figures }) => figures.talkSeconds],
    ["平均通話時間（秒）", "tenths", ({ figures }) => figures.averageTalkSeconds],
  ],
};

/** 実績 (R39 to R42): a row for each operating day and each other day on which something happened, and the whole period's. */
export function writeResults(
  begin: BeginTable,
  work: {
    readonly period: ReportPeriod;
    readonly calendar: BusinessCalendar;
    readonly calls: Calls;
    /** Written inquiries that came in on each date. */
    readonly written: ReadonlyMap<JapaneseDate, number>;
    readonly whole: Figures;
  },
): void {
  const { period, calendar, calls, written, whole } = work;
  const inbound = Map.groupBy(calls.inbound, (call) => dateAt(call.arrivedAt));
  const outbound = Map.groupBy(calls.outbound, (call) => dateAt(call.startedAt));
  const days = datesBetween(period.from, period.to)
    .filter(
      (date) => calendar.isOperatingDay(date) || [inbound, outbound, written].some((kind) => kind.has(date)),
    )
    .map((date): Row => {
      const ofDay = { inbound: inbound.get(date) ?? [], outbound: outbound.get(date) ?? [] };
      return { date, weekday: weekdayName(date), figures: figuresOf(ofDay, written.get(date) ?? 0) };
    });
  writeTable(begin, resultsTable, [...days, { date: "合計", weekday: "", figures: whole }]);
}

function percent(rate: number | null): number | null {
  return rate === null ? null : rate * 100;
}
