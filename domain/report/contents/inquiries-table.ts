import { type Case, caseStatusNames, originNames } from "../../case/case.ts";
import { printedReceiptNumber } from "../../case/receipt-number.ts";
import type { Calls, InboundCall } from "../../contact/call.ts";
import type { Category } from "../../programme.ts";
import { releasedText } from "../personal-data/released-text.ts";
import type { Table } from "../csv/table.ts";

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
 * Free text may hold personal data: it is not shown before a supervisor has released it, and the line says so.
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
    ["相談内容", "text", (row) => releasedText(row.case.content, row.case.releases)],
    ["対応状況", "text", (row) => caseStatusNames[row.case.status]],
    [
      "対応時間（秒）",
      "count",
      ({ call }) => (call ? call.interactionSeconds + call.holdSeconds + call.afterContactWorkSeconds : null),
    ],
    ["担当者", "text", ({ call }) => call?.staffCodes.join("・") || null],
  ],
};

/** Finds the name of a case's category. */
export function categoryNameReader(categories: readonly Category[]): (one: Pick<Case, "category">) => string {
  const names = new Map(categories.map(({ code, name }) => [code, name]));
  return ({ category = "" }) => names.get(category) ?? "未分類";
}

/** Finds what else the line of a case says. */
export function inquiryReader(
  categories: readonly Category[],
  { inbound }: Pick<Calls, "inbound">,
): (one: Case) => Inquiry {
  const calls = new Map(inbound.map((call) => [call.contactId, call]));
  const categoryNameOf = categoryNameReader(categories);
  return (one) => ({
    case: one,
    call: one.origin.kind === "call" ? calls.get(one.origin.contactId) : undefined,
    categoryName: categoryNameOf(one),
  });
}

/** The order of the list, within a day: by receipt, and at one moment by receipt number. */
export function inOrderOfReceipt(one: Case, other: Case): number {
  return one.receivedAt - other.receivedAt || (one.receiptNumber < other.receiptNumber ? -1 : 1);
}
