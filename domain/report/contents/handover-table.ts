import type { BusinessCalendar } from "../../calendar/business-calendar.ts";
import { type Case, caseStatusNames, originNames } from "../../case/case.ts";
import { addresseeNames } from "../../case/escalation.ts";
import { printedReceiptNumber } from "../../case/receipt-number.ts";
import { dateAt, type Instant } from "../../japan-time.ts";
import { releasedText } from "../personal-data/released-text.ts";
import type { ReportPeriod } from "../plan/report-period.ts";
import { type BeginTable, type Table, writeTable } from "../csv/table.ts";

/** What of an open case is handed on: what it is about and how far it is, and never who asks. */
interface Row {
  readonly receivedAt: Instant;
  readonly receiptNumber: string;
  readonly origin: string;
  readonly categoryName: string;
  readonly content: string | null;
  readonly status: string;
  /** Who has a question of it. */
  readonly askedOf: string;
  readonly dueAt: Instant | null;
  readonly lastAt: Instant | null;
  readonly operatingDays: number;
}

const handoverTable: Table<Row> = {
  file: "06_引継ぎ案件.csv",
  sheet: "引継ぎ案件",
  columns: [
    ["受付日時", "minute", (row) => row.receivedAt],
    ["受付番号", "text", (row) => printedReceiptNumber(row.receiptNumber)],
    ["受付方法", "text", (row) => row.origin],
    ["相談内容分類", "text", (row) => row.categoryName],
    ["相談内容", "text", (row) => row.content],
    ["対応状況", "text", (row) => row.status],
    ["照会中の照会先", "text", (row) => row.askedOf || null],
    ["相談者への回答期限", "minute", (row) => row.dueAt],
    ["最後の対応日時", "minute", (row) => row.lastAt],
    ["受付からの営業日数", "count", (row) => row.operatingDays],
  ],
};

/**
 * 引継ぎ案件 (R52): every case of the contract that is not closed, in order of receipt. They are the few that are left at its
 * end, so their lines may wait in memory until their table's turn comes.
 */
export function handedOnCases(period: ReportPeriod, calendar: Pick<BusinessCalendar, "countOperatingDays">) {
  const rows: Row[] = [];
  return {
    take(one: Case, categoryName: string): void {
      if (one.status === "closed") return;
      const { receivedAt, receiptNumber, origin, escalations = [], releases, dueAt = null } = one;
      const asked = escalations.filter(({ state }) => state === "asked").map(({ to }) => addresseeNames[to]);
      rows.push({
        receivedAt,
        receiptNumber,
        origin: originNames[origin.kind],
        categoryName,
        content: releasedText(one.content, releases),
        status: caseStatusNames[one.status],
        askedOf: [...new Set(asked)].join("・"),
        dueAt,
        lastAt: one.history.at(-1)?.at ?? null,
        operatingDays: calendar.countOperatingDays(dateAt(receivedAt), period.to),
      });
    },
    count: (): number => rows.length,
    write: (begin: BeginTable): void => writeTable(begin, handoverTable, rows),
  };
}
