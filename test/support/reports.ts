import { expect } from "vitest";
import type { Contact } from "../../domain/contact/contact.ts";
import type { JapaneseMonth } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { monthlyPlan, type ReportPlan } from "../../domain/report/plan/report-plan.ts";
import type { ContactStore } from "../../usecases/ports/contacts.ts";
import { publishReport } from "../../usecases/reports/publish-report.ts";
import { at } from "./contacts.ts";
import { aDesk } from "./desk.ts";

/** The plan of a month that is part of the contract. */
function monthPlan(programme: Programme, month: JapaneseMonth): ReportPlan {
  const plan = monthlyPlan(programme, month);
  if (!plan.ok) throw new Error(plan.problem);
  return plan.value;
}

/** Writers of workbooks and documents that write little: for tests of what becomes of files, not of what is in them. */
const littleWriters = {
  writeDocument: async () => new TextEncoder().encode("%PDF"),
  newWorkbook: (_title: string, write: (bytes: Uint8Array) => void) => ({
    begin: () => ({ row: () => undefined, end: () => undefined }),
    end: () => write(new TextEncoder().encode("PK")),
  }),
};

/** A desk on 6 August 2024 that has two addresses to tell. */
export function aReportingDesk(now = "2024-08-06T10:00") {
  const desk = aDesk(now);
  const report = { ...desk.programme.report, deliverTo: ["one@example.jp", "two@example.jp"] };
  return Object.assign(desk, { programme: { ...desk.programme, report }, ...littleWriters });
}

export type ReportingDesk = ReturnType<typeof aReportingDesk>;

/** Keeps what the records of contacts say. */
export async function keepRecords(
  { contacts }: { readonly contacts: ContactStore },
  ...records: readonly Contact[]
): Promise<void> {
  for (const { programme, contactId, initiatedAt, ...facts } of records) {
    const record = { lastUpdatedAt: initiatedAt, facts };
    const state = { programme, contactId, initiatedAt, events: {}, record };
    expect(await contacts.save(state, undefined)).toBe(true);
  }
}

/** Publishes a month and answers the manifest. */
export function published(desk: Parameters<typeof publishReport>[0], month: JapaneseMonth) {
  return publishReport(desk)(monthPlan(desk.programme, month));
}

/** Sets a desk's clock. */
export function setClock(desk: { now: number }, now: string): void {
  desk.now = at(now);
}
