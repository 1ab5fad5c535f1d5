import type { Figures } from "../figures/figures.ts";
import type { Column } from "../csv/table.ts";

interface WithFigures {
  readonly figures: Figures;
}

/** The columns of figures that a row of a day and one of an hour have alike (R39 to R42). */
export const callColumns: readonly Column<WithFigures>[] = [
  ["受電数", "count", ({ figures }) => figures.offered],
  ["応答数", "count", ({ figures }) => figures.answered],
  ["放棄数", "count", ({ figures }) => figures.abandoned],
  ["うち短時間放棄数", "count", ({ figures }) => figures.shortAbandoned],
  ["折返し希望数", "count", ({ figures }) => figures.callbackRequested],
];

export const answerRateColumn: Column<WithFigures> = [
  "受電率（％）",
  "tenths",
  ({ figures }) => percent(figures.answerRate),
];

export const workColumns: readonly Column<WithFigures>[] = [
  ["自己解決数", "count", ({ figures }) => figures.selfServed],
  ["時間外着信数", "count", ({ figures }) => figures.arrivedClosed],
  ["架電数", "count", ({ figures }) => figures.outboundAttempts],
  ["架電応答数", "count", ({ figures }) => figures.outboundConnected],
  ["WEBフォーム受付数", "count", ({ figures }) => figures.webForms],
];

export const timeColumns: readonly Column<WithFigures>[] = [
  ["対応時間の合計（秒）", "count", ({ figures }) => figures.handlingSeconds],
  ["平均対応時間（秒）", "tenths", ({ figures }) => figures.averageHandlingSeconds],
  ["通話時間の合計（秒）", "count", ({ figures }) => figures.talkSeconds],
  ["平均通話時間（秒）", "tenths", ({ figures }) => figures.averageTalkSeconds],
  ["うち保留時間の合計（秒）", "count", ({ figures }) => figures.holdSeconds],
  ["後処理時間の合計（秒）", "count", ({ figures }) => figures.afterContactWorkSeconds],
  ["最長待ち（秒）", "count", ({ figures }) => figures.longestWaitSeconds],
];

/** A rate of 0 to 1 in percent. */
export function percent(rate: number | null): number | null {
  return rate === null ? null : rate * 100;
}
