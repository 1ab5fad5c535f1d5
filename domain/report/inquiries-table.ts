import { type Case, caseStatusNames, originNames } from "../case/case.ts";
import { printedReceiptNumber } from "../case/receipt-number.ts";
import type { InboundCall } from "../contact/call.ts";
import type { Table } from "./table.ts";

/** A case with what else its line says. */
export interface Inquiry {
  readonly case: Case;
  /** The call that brought it; undefined where it was written. */
  readonly call: InboundCall | undefined;
  readonly categoryName: string;
}

/**
 * 応対一覧 (R44 to R48): a line for each case, in order of receipt.
 *
 * Free text may hold personal data: it is not shown before somebody has checked it, and the line says so.
 */
export const inquiriesTable: Table<Inquiry> = {
  file: "03_応対一覧.csv",
  sheet: "応対一覧",
  columns: [
    ["受付日時", "minute", (row) => row.case.receivedAt],
    ["受付番号", "text", (row) => printedReceiptNumber(row.case.receiptNumber)],
    ["受付方法", "text", (row) => originNames[row.case.origin.kind]],
    ["相談者区分", "text", (row) => row.case.attributes.relation ?? null],
    ["市町村", "text", (row) => row.case.attributes.municipality ?? null],
    ["年代", "text", (row) => row.case.attributes.ageBand ?? null],
    ["端末", "text", (row) => row.case.attributes.device ?? null],
    ["相談内容分類", "text", (row) => row.categoryName],
    ["相談内容", "text", (row) => (row.case.content === undefined ? null : "（個人情報の確認待ち）")],
    ["対応状況", "text", (row) => caseStatusNames[row.case.status]],
    [
      "対応時間（秒）",
      "count",
      ({ call }) => (call ? call.interactionSeconds + call.holdSeconds + call.afterContactWorkSeconds : null),
    ],
    ["担当者", "text", ({ call }) => call?.staffCodes.join("・") || null],
  ],
};
