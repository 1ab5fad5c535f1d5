import { callsOf } from "../domain/contact/call.ts";
import { type Contact, contactOf } from "../domain/contact/contact.ts";
import { datesBetween, type JapaneseDate } from "../domain/japan-time.ts";
import type { Programme } from "../domain/programme.ts";
import { csvWriter } from "../domain/report/csv.ts";
import { figureDefinitions } from "../domain/report/figures.ts";
import type { Manifest } from "../domain/report/manifest.ts";
import { reportPack } from "../domain/report/report-pack.ts";
import type { ReportPlan } from "../domain/report/report-plan.ts";
import type { BeginTable } from "../domain/report/table.ts";
import { deskCalendar } from "./desk-calendar.ts";
import type { CaseStore, ContactStore, Draft, DraftFile, ReportStore, SpecialDayStore } from "./ports.ts";

export interface BuiltReport {
  readonly manifest: Manifest;
  /** Readable until the report's user has done with it. */
  readonly files: readonly DraftFile[];
  /** Whether a revision with exactly this content has been published already. */
  readonly published: boolean;
}

/** What a report is made from. */
export interface ReportServices {
  readonly programme: Programme;
  readonly contacts: ContactStore;
  readonly cases: CaseStore;
  readonly specialDays: SpecialDayStore;
  readonly reports: ReportStore;
  readonly newDraft: () => Draft;
}

/**
 * Builds the files of a report and its manifest, and gives them to `use`; then they are gone. The revision is 1, or one
 * more than the latest that was published, or that one's own where nothing has changed since.
 *
 * Each day is read once. Contacts become calls, which are small; cases become lines at once.
 */
export function buildReport(services: ReportServices) {
  return async <Answer>(plan: ReportPlan, use: (built: BuiltReport) => Promise<Answer>): Promise<Answer> => {
    const draft = services.newDraft();
    try {
      return await use(await builtIn(draft, plan, services));
    } finally {
      draft.discard();
    }
  };
}

async function builtIn(draft: Draft, plan: ReportPlan, services: ReportServices): Promise<BuiltReport> {
  const { programme, cases, specialDays, reports } = services;
  const { report, period } = plan;
  const dates = datesBetween(period.from, period.to);
  const calendar = await deskCalendar(programme, specialDays);
  const contacts = await contactsOf(services, dates);
  const calls = callsOf(contacts, calendar, programme.report.shortAbandonSeconds);
  const rowsOf = new Map<string, number>();
  const pack = reportPack({ programme, calendar, period, calls }, csvTables(draft, rowsOf));
  for (const date of dates) pack.takeDay(await cases.ofDay(programme.id, date));
  const figures = pack.finish();
  const files = draft.finish();
  const content: Omit<Manifest, "revision"> = {
    programme: programme.id,
    report,
    period: { from: period.from, to: period.to },
    cutOff: period.cutOff,
    figures,
    definitions: figureDefinitions,
    files: files.map(({ name, bytes, sha256 }) => ({ name, rows: rowsOf.get(name) ?? 0, bytes, sha256 })),
  };
  const latest = await reports.latest(programme.id, report);
  const published = latest !== undefined && sameContent(latest, content);
  const revision = published ? latest.revision : (latest?.revision ?? 0) + 1;
  return { manifest: manifestWith(revision, content), files, published };
}

async function contactsOf(
  { contacts, programme }: ReportServices,
  dates: readonly JapaneseDate[],
): Promise<Contact[]> {
  const all: Contact[] = [];
  for (const date of dates)
    for (const state of await contacts.ofDay(programme.id, date)) all.push(contactOf(state));
  return all;
}

const encoder = new TextEncoder();

/** Each table becomes a CSV file of the draft. */
function csvTables(draft: Draft, rowsOf: Map<string, number>): BeginTable {
  return (head) => {
    let rows = 0;
    const row = csvWriter(head, (text) => draft.append(head.file, encoder.encode(text)));
    return {
      row(cells) {
        row(cells);
        rows += 1;
      },
      end: () => void rowsOf.set(head.file, rows),
    };
  };
}

function manifestWith(revision: number, content: Omit<Manifest, "revision">): Manifest {
  const { programme, report, period, cutOff, ...rest } = content;
  return { programme, report, period, cutOff, revision, ...rest };
}

function sameContent(latest: Manifest, content: Omit<Manifest, "revision">): boolean {
  return JSON.stringify(latest) === JSON.stringify(manifestWith(latest.revision, content));
}
