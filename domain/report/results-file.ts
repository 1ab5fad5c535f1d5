import type { BusinessCalendar } from "../calendar/business-calendar.ts";
import type { Case } from "../case/case.ts";
import type { Calls } from "../contact/call.ts";
import { dateAt, datesBetween, weekdayName } from "../japan-time.ts";
import { type Column, csvFile, oneDecimal } from "./csv-file.ts";
import { type Figures, figuresOf } from "./figures.ts";
import type { ReportFile } from "./report-file.ts";
import type { ReportPeriod } from "./report-period.ts";

interface Row {
  readonly date: string;
  readonly weekday: string;
  readonly figures: Figures;
}

const columns: readonly Column<Row>[] = [
  ["日付", ({ date }) => date],
  ["曜日", ({ weekday }) => weekday],
  ["受電数", ({ figures }) => figures.offered],
  ["応答数", ({ figures }) => figures.answered],
  ["放棄数", ({ figures }) => figures.abandoned],
  ["うち短時間放棄数", ({ figures }) => figures.shortAbandoned],
  ["折返し希望数", ({ figures }) => figures.callbackRequested],
  ["うち当日折返し数", ({ figures }) => figures.calledBackSameDay],
  ["受電率（％）", ({ figures }) => oneDecimal(percent(figures.answerRate))],
  ["当日折返しを含む受電率（％）", ({ figures }) => oneDecimal(percent(figures.answerRateWithCallbacks))],
  ["自己解決数", ({ figures }) => figures.selfServed],
  ["時間外着信数", ({ figures }) => figures.arrivedClosed],
  ["架電数", ({ figures }) => figures.outboundAttempts],
  ["架電応答数", ({ figures }) => figures.outboundConnected],
  ["WEBフォーム受付数", ({ figures }) => figures.webForms],
  ["対応時間の合計（秒）", ({ figures }) => figures.handlingSeconds],
  ["平均対応時間（秒）", ({ figures }) => oneDecimal(figures.averageHandlingSeconds)],
  ["通話時間の合計（秒）", ({ figures }) => figures.talkSeconds],
  ["平均通話時間（秒）", ({ figures }) => oneDecimal(figures.averageTalkSeconds)],
];

/** 実績: a row for each operating day and each other day on which something happened, and the whole period's. */
export function resultsFile(
  period: ReportPeriod,
  calendar: BusinessCalendar,
  calls: Calls,
  written: readonly Case[],
): ReportFile {
  const inbound = Map.groupBy(calls.inbound, (call) => dateAt(call.arrivedAt));
  const outbound = Map.groupBy(calls.outbound, (call) => dateAt(call.startedAt));
  const forms = Map.groupBy(written, (one) => dateAt(one.receivedAt));
  const days = datesBetween(period.from, period.to)
    .filter(
      (date) => calendar.isOperatingDay(date) || [inbound, outbound, forms].some((kind) => kind.has(date)),
    )
    .map((date): Row => {
      const ofDay = { inbound: inbound.get(date) ?? [], outbound: outbound.get(date) ?? [] };
      return { date, weekday: weekdayName(date), figures: figuresOf(ofDay, forms.get(date)?.length ?? 0) };
    });
  const whole: Row = { date: "合計", weekday: "", figures: figuresOf(calls, written.length) };
  return csvFile("01_実績.csv", columns, [...days, whole]);
}

function percent(rate: number | null): number | null {
  return rate === null ? null : rate * 100;
}
