import type { BusinessCalendar } from "../calendar/business-calendar.ts";
import { type Case, isWritten } from "../case/case.ts";
import { callsOf } from "../contact/call.ts";
import type { Contact } from "../contact/contact.ts";
import type { Programme } from "../programme.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { inquiriesFile } from "./inquiries-file.ts";
import type { ReportFile } from "./report-file.ts";
import type { ReportPeriod } from "./report-period.ts";
import { resultsFile } from "./results-file.ts";
import { trendsFile } from "./trends-file.ts";

export interface MonthlyReport {
  readonly figures: Figures;
  readonly files: readonly ReportFile[];
}

/** 定例報告: a pure function of contacts, cases, settings and period. The order of the input does not matter. */
export function monthlyReport(input: {
  readonly programme: Programme;
  readonly calendar: BusinessCalendar;
  readonly period: ReportPeriod;
  readonly contacts: readonly Contact[];
  readonly cases: readonly Case[];
}): MonthlyReport {
  const { programme, calendar, period, contacts } = input;
  const calls = callsOf(contacts, calendar, programme.report.shortAbandonSeconds);
  const cases = input.cases.toSorted(inOrderOfReceipt);
  const written = cases.filter((one) => isWritten(one.origin));
  return {
    figures: figuresOf(calls, written.length),
    files: [
      resultsFile(period, calendar, calls, written),
      trendsFile(programme.categories, cases),
      inquiriesFile(programme.categories, calls.inbound, cases),
    ],
  };
}

function inOrderOfReceipt(one: Case, other: Case): number {
  return one.receivedAt - other.receivedAt || (one.receiptNumber < other.receiptNumber ? -1 : 1);
}
