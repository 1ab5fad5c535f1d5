import { callsOf } from "../../domain/contact/call.ts";
import { type Contact, contactOf } from "../../domain/contact/contact.ts";
import { datesBetween, datesOfMonth, type JapaneseDate } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import type { SettingChange } from "../../domain/settings/setting-change.ts";
import { figureDefinitions } from "../../domain/report/figures/figures.ts";
import { packFiles, packOf } from "../../domain/report/packs/pack-of-plan.ts";
import { monthBeforePeriod } from "../../domain/report/plan/report-period.ts";
import type { ReportPlan } from "../../domain/report/plan/report-plan.ts";
import { reportTitle } from "../../domain/report/plan/report-title.ts";
import { deskCalendar } from "../calendar/desk-calendar.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { ContactStore } from "../ports/contacts.ts";
import type { EntryStore } from "../ports/entries.ts";
import type {
  DocumentWriter,
  Draft,
  DraftFile,
  NaviDialStore,
  ProposalStore,
  ReportStore,
  WorkbookWriter,
} from "../ports/reports.ts";
import { type ReportContent, type Revision, revisionOf } from "./report-revision.ts";
import { reportTables } from "./report-tables.ts";
import { withDraft } from "./with-draft.ts";

/** What a report is made from. */
export interface ReportServices {
  readonly programme: Programme;
  readonly contacts: ContactStore;
  readonly cases: CaseStore;
  readonly specialDays: SpecialDayStore;
  readonly proposals: ProposalStore;
  readonly naviDial: NaviDialStore;
  /** In which words categories are printed. */
  readonly settingChanges: Pick<EntryStore<SettingChange>, "all">;
  readonly reports: ReportStore;
  readonly writeDocument: DocumentWriter;
  readonly newWorkbook: WorkbookWriter;
  readonly newDraft: () => Draft;
}

/**
 * Builds the files of a report and its manifest, and gives them to `use`; then they are gone, and can no longer be read.
 *
 * Each day is read once, and so is each of the month before, whose cases are counted only. Contacts become calls, which are
 * small; cases become lines at once.
 */
export function buildReport(services: ReportServices) {
  return async <Answer>(plan: ReportPlan, use: (built: Revision) => Promise<Answer>): Promise<Answer> => {
    const { newDraft, reports } = services;
    return withDraft(newDraft, async (draft) => {
      const { content, files } = await builtIn(draft, plan, services);
      return withDraft(newDraft, async (changes) => use(await revisionOf(content, files, reports, changes)));
    });
  };
}

async function builtIn(
  draft: Draft,
  plan: ReportPlan,
  services: ReportServices,
): Promise<{ content: ReportContent; files: readonly DraftFile[] }> {
  const { programme, cases, specialDays } = services;
  const { kind, report, period } = plan;
  const dates = datesBetween(period.from, period.to);
  const calendar = await deskCalendar(programme, specialDays);
  const contacts = await contactsOf(services, dates);
  const calls = callsOf(contacts, calendar, programme.report.shortAbandonSeconds);
  const title = `${programme.name} ${reportTitle(report)}`;
  const tables = reportTables(draft, services.newWorkbook, { name: packFiles[kind].workbook, title });
  const proposals = await services.proposals.all(programme.id);
  const naviDial = await services.naviDial.all(programme.id);
  const settingChanges = await services.settingChanges.all(programme.id);
  const input = { programme, calendar, period, calls, proposals, naviDial, settingChanges };
  const pack = packOf(kind, input, tables.begin);
  for (const date of datesBefore(programme, plan)) pack.takeEarlierDay(await cases.ofDay(programme.id, date));
  for (const date of dates) pack.takeDay(await cases.ofDay(programme.id, date));
  const { figures, parts, document } = pack.finish();
  const rowsOf = tables.end();
  if (document && packFiles[kind].document !== undefined)
    draft.append(packFiles[kind].document, await services.writeDocument(document));
  const files = draft.finish();
  const content: ReportContent = {
    programme: programme.id,
    report,
    period: { from: period.from, to: period.to },
    cutOff: period.cutOff,
    figures,
    ...(parts && { parts }),
    definitions: figureDefinitions,
    files: files.map(({ name, bytes, sha256 }) => ({ name, rows: rowsOf.get(name) ?? 0, bytes, sha256 })),
  };
  return { content, files };
}

/** The dates of the month with which a report is compared; a weekly list is compared with none. */
function datesBefore(programme: Programme, { kind, period }: ReportPlan): JapaneseDate[] {
  const month = kind === "weekly" ? undefined : monthBeforePeriod(programme, period);
  if (month === undefined) return [];
  const { from, to } = datesOfMonth(month);
  return datesBetween(from, to);
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
