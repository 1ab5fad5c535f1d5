import type { BusinessCalendar } from "../../calendar/business-calendar.ts";
import type { Case } from "../../case/case.ts";
import { addresseeNames, type Escalation, escalationStateNames } from "../../case/escalation.ts";
import { printedReceiptNumber } from "../../case/receipt-number.ts";
import type { TextRelease } from "../../case/text-release.ts";
import { dayNumberOf, type Instant, instantOfDay } from "../../japan-time.ts";
import type { ReportPeriod } from "../plan/report-period.ts";
import { releasedText } from "../personal-data/released-text.ts";
import { type BeginTable, type Cell, type Table, writeTable } from "../csv/table.ts";

/** An escalation with what of its case its line says. */
interface Row {
  readonly receiptNumber: string;
  readonly receivedAt: Instant;
  readonly categoryName: string;
  readonly escalation: Escalation;
  readonly releases: readonly TextRelease[] | undefined;
  readonly dueAt: Instant | undefined;
  /** Of opening hours, while the clock stands. */
  readonly minutesLeft: number | undefined;
  /** Of opening hours, from the question to its answer. */
  readonly answerMinutes: number | null;
}

const escalationsTable: Table<Row> = {
  file: "04_マニュアル範囲外.csv",
  sheet: "マニュアル範囲外",
  columns: [
    ["受付番号", "text", (row) => printedReceiptNumber(row.receiptNumber)],
    ["照会番号", "count", (row) => row.escalation.number],
    ["受付日時", "minute", (row) => row.receivedAt],
    ["相談内容分類", "text", (row) => row.categoryName],
    ["照会先", "text", (row) => addresseeNames[row.escalation.to]],
    ["照会日時", "minute", (row) => row.escalation.askedAt],
    ["照会内容", "text", (row) => releasedText(row.escalation.question, row.releases)],
    ["照会した担当者", "text", (row) => row.escalation.askedBy],
    ["状態", "text", (row) => escalationStateNames[row.escalation.state]],
    ["回答日時", "minute", (row) => answerOf(row, ({ answeredAt }) => answeredAt)],
    ["回答内容", "text", (row) => answerOf(row, ({ answer }) => releasedText(answer, row.releases))],
    ["回答までの時間（営業分）", "tenths", (row) => row.answerMinutes],
    ["相談者への回答期限", "minute", (row) => row.dueAt ?? null],
    ["期限までの残り（営業分、照会中は止まる）", "tenths", (row) => row.minutesLeft ?? null],
    [
      "相談者への回答日時",
      "minute",
      ({ escalation }) => (escalation.state === "answered-back" ? escalation.answeredBackAt : null),
    ],
  ],
};

/**
 * マニュアル範囲外 (R50): the escalations of the cases of a period, and of the cases of the month before those that were asked
 * in the period, or asked before it and not told to the inquirer until then; each as it stands. In order of asking.
 */
export function escalationsOf(
  period: ReportPeriod,
  calendar: Pick<BusinessCalendar, "businessMinutesBetween">,
) {
  const rows: Row[] = [];
  const begins = instantOfDay(dayNumberOf(period.from));
  return {
    take(one: Case, categoryName: string): void {
      for (const escalation of one.escalations ?? []) rows.push(rowOf(one, escalation, categoryName));
    },
    takeEarlier(one: Case, categoryName: string): void {
      for (const escalation of one.escalations ?? [])
        if (isStillOpen(escalation, begins)) rows.push(rowOf(one, escalation, categoryName));
    },
    write(begin: BeginTable): void {
      writeTable(begin, escalationsTable, rows.toSorted(inOrderOfAsking));
    },
  };

  function rowOf(one: Case, escalation: Escalation, categoryName: string): Row {
    const { receiptNumber, receivedAt, releases } = one;
    return {
      receiptNumber,
      receivedAt,
      categoryName,
      escalation,
      releases,
      dueAt: escalation.state === "answered-back" ? escalation.dueAt : one.dueAt,
      minutesLeft: escalation.state === "answered-back" ? undefined : one.minutesLeft,
      answerMinutes:
        escalation.state === "asked"
          ? null
          : calendar.businessMinutesBetween(escalation.askedAt, escalation.answeredAt),
    };
  }
}

function answerOf(
  { escalation }: Row,
  cell: (answered: Exclude<Escalation, { state: "asked" }>) => Cell,
): Cell {
  return escalation.state === "asked" ? null : cell(escalation);
}

function isStillOpen(escalation: Escalation, begins: Instant): boolean {
  return escalation.state !== "answered-back" || escalation.answeredBackAt >= begins;
}

function inOrderOfAsking(one: Row, other: Row): number {
  return (
    one.escalation.askedAt - other.escalation.askedAt ||
    (one.receiptNumber < other.receiptNumber ? -1 : Number(one.receiptNumber > other.receiptNumber)) ||
    one.escalation.number - other.escalation.number
  );
}
