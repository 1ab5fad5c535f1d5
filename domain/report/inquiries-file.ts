import { type Case, caseStatusNames, originNames } from "../case/case.ts";
import { printedReceiptNumber } from "../case/receipt-number.ts";
import type { InboundCall } from "../contact/call.ts";
import { formatMinute } from "../japan-time.ts";
import type { Category } from "../programme.ts";
import { type Column, csvFile } from "./csv-file.ts";
import type { ReportFile } from "./report-file.ts";

interface Row {
  readonly case: Case;
  readonly call: InboundCall | undefined;
  readonly categoryName: string;
}

/** Free text may hold personal data: it is not shown before somebody has checked it, and the row says so. */
const columns: readonly Column<Row>[] = [
  ["受付日時", (row) => formatMinute(row.case.receivedAt)],
  ["受付番号", (row) => printedReceiptNumber(row.case.receiptNumber)],
  ["受付方法", (row) => (originNames[row.case.origin.kind])],
  ["相談者区分", (row) => row.case.attributes.relation ?? "—"],
  ["市町村", (row) => row.case.attributes.municipality ?? "—"],
  ["年代", (row) => row.case.attributes.ageBand ?? "—"],
  ["端末", (row) => row.case.attributes.device ?? "—"],
  ["相談内容分類", (row) => row.categoryName],
  ["相談内容", (row) => (row.case.content === undefined ? "—" : "（個人情報の確認待ち）")],
  ["対応状況", (row) => caseStatusNames[row.case.status]],
  [
    "対応時間（秒）",
    ({ call }) => (call ? call.interactionSeconds + call.holdSeconds + call.afterContactWorkSeconds : "—"),
  ],
  ["担当者", ({ call }) => call?.staffCodes.join("・") || "—"],
];

/** 応対一覧 (R44 to R48): one row a case, in order of receipt. */
export function inquiriesFile(
  categories: readonly Category[],
  calls: readonly InboundCall[],
  cases: readonly Case[],
): ReportFile {
  const callsById = new Map(calls.map((call) => [call.contactId, call]));
  const categoryNames = new Map(categories.map(({ code, name }) => [code, name]));
  const rows = cases.map((one): Row => {
    const call = one.origin.kind === "call" ? callsById.get(one.origin.contactId) : undefined;
    return { case: one, call, categoryName: categoryNames.get(one.category ?? "") ?? "未分類" };
  });
  return csvFile("03_応対一覧.csv", columns, rows);
}
