import type { Calls } from "../../contact/call.ts";
import { type Instant, millisOfDay } from "../../japan-time.ts";
import type { Programme } from "../../programme.ts";
import { answerRateColumn, callColumns, timeColumns, workColumns } from "./figure-columns.ts";
import { type Figures, figuresOf } from "../figures/figures.ts";
import { type BeginTable, type Table, writeTable } from "../csv/table.ts";

/** The figures of an hour of the day, over every day of a period. */
export interface HourFigures {
  /** 0 to 23: the hour in which a call arrived, one of ours began, or a written inquiry came in. */
  readonly hour: number;
  readonly figures: Figures;
}

interface Row {
  readonly hours: string;
  readonly figures: Figures;
}

/** A call back may fall into another hour than its call, so same-day call backs have no place here. */
const hoursTable: Table<Row> = {
  file: "01_実績_時間帯別.csv",
  sheet: "実績_時間帯別",
  columns: [
    ["時間帯", "text", ({ hours }) => hours],
    ...callColumns,
    answerRateColumn,
    ...workColumns,
    ...timeColumns,
  ],
};

const minutesOfHour = 60;

/** The hour of the day in Japan, 0 to 23. */
export function hourAt(at: Instant): number {
  return Math.floor(millisOfDay(at) / (minutesOfHour * 60_000));
}

/** The figures of each hour in which the desk is usually open, and of each other hour in which something happened. */
export function figuresByHour(
  { opensAtMinute, closesAtMinute }: Pick<Programme["hours"], "opensAtMinute" | "closesAtMinute">,
  calls: Calls,
  /** Written inquiries that came in in each hour. */
  written: ReadonlyMap<number, number>,
): HourFigures[] {
  const inbound = Map.groupBy(calls.inbound, (call) => hourAt(call.arrivedAt));
  const outbound = Map.groupBy(calls.outbound, (call) => hourAt(call.startedAt));
  return Array.from({ length: 24 }, (_, hour) => hour)
    .filter(
      (hour) =>
        (hour * minutesOfHour < closesAtMinute && (hour + 1) * minutesOfHour > opensAtMinute) ||
        [inbound, outbound, written].some((kind) => kind.has(hour)),
    )
    .map((hour) => ({
      hour,
      figures: figuresOf(
        { inbound: inbound.get(hour) ?? [], outbound: outbound.get(hour) ?? [] },
        written.get(hour) ?? 0,
      ),
    }));
}

/** 時間帯別の実績 (R39): a row for each hour, and the whole period's. */
export function writeHours(begin: BeginTable, hours: readonly HourFigures[], whole: Figures): void {
  const rows = hours.map(({ hour, figures }): Row => ({ hours: printedHour(hour), figures }));
  writeTable(begin, hoursTable, [...rows, { hours: "合計", figures: whole }]);
}

/** `09:00～09:59` */
export function printedHour(hour: number): string {
  const digits = String(hour).padStart(2, "0");
  return `${digits}:00～${digits}:59`;
}
