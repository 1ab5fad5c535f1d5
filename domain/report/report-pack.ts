import type { BusinessCalendar } from "../calendar/business-calendar.ts";
import { type Case, isWritten } from "../case/case.ts";
import type { Calls } from "../contact/call.ts";
import { dateAt, type JapaneseDate } from "../japan-time.ts";
import type { Programme } from "../programme.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { inquiriesTable } from "./inquiries-table.ts";
import type { ReportPeriod } from "./report-period.ts";
import { writeResults } from "./results-table.ts";
import { type BeginTable, beginTable } from "./table.ts";
import { trendsOf } from "./trends-table.ts";

/** What a report is made from, besides the cases, which come day by day because they are many. */
export interface PackInput {
  readonly programme: Programme;
  readonly calendar: BusinessCalendar;
  readonly period: ReportPeriod;
  /** Every call of the period. */
  readonly calls: Calls;
}

/**
 * 定例報告: a pure function of calls, cases, settings and period. The cases are taken a day at a time, in order of days,
 * and each becomes its line at once: what is kept does not grow with them. The order within a day does not matter.
 */
export function reportPack({ programme, calendar, period, calls }: PackInput, begin: BeginTable) {
  const { categories } = programme;
  const callsById = new Map(calls.inbound.map((call) => [call.contactId, call]));
  const categoryNames = new Map(categories.map(({ code, name }) => [code, name]));
  const written = new Map<JapaneseDate, number>();
  const trends = trendsOf(categories);
  const inquiries = beginTable(begin, inquiriesTable);
  let webForms = 0;

  return {
    takeDay(cases: readonly Case[]): void {
      for (const one of cases.toSorted(inOrderOfReceipt)) {
        trends.take(one);
        const call = one.origin.kind === "call" ? callsById.get(one.origin.contactId) : undefined;
        inquiries.row({ case: one, call, categoryName: categoryNames.get(one.category ?? "") ?? "未分類" });
        if (!isWritten(one.origin)) continue;
        webForms += 1;
        const date = dateAt(one.receivedAt);
        written.set(date, (written.get(date) ?? 0) + 1);
      }
    },
    /** Writes what is known only at the end, and gives the period's figures. */
    finish(): Figures {
      inquiries.end();
      trends.write(begin);
      const whole = figuresOf(calls, webForms);
      writeResults(begin, { period, calendar, calls, written, whole });
      return whole;
    },
  };
}

function inOrderOfReceipt(one: Case, other: Case): number {
  return one.receivedAt - other.receivedAt || (one.receiptNumber < other.receiptNumber ? -1 : 1);
}
