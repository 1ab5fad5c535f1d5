import { type Contact, contactOf } from "../../domain/contact/contact.ts";
import {
  dateOfDay,
  datesBetween,
  dayAt,
  formatInstant,
  type Instant,
  instantOfDay,
  monthAt,
} from "../../domain/japan-time.ts";
import type { Manifest } from "../../domain/report/contents/manifest.ts";
import { shownInquiries, shownResults, shownTrends } from "../../domain/report/reconciliation/pack-counts.ts";
import { reconcile, type Reconciliation } from "../../domain/report/reconciliation/reconcile.ts";
import { recounted } from "../../domain/report/reconciliation/recount.ts";
import { countingCases } from "../../domain/report/reconciliation/recounted-cases.ts";
import { type ReportPlan, monthlyPlan } from "../../domain/report/plan/report-plan.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { buildReport, type ReportServices } from "./build-report.ts";
import { deskCalendar } from "../calendar/desk-calendar.ts";
import type { Sha256 } from "../ports/host.ts";
import type { DraftFile } from "../ports/reports.ts";

/** What a published report is reconciled with. */
export interface ReconcileServices
  extends Pick<ReportServices, "programme" | "contacts" | "cases" | "specialDays" | "reports"> {
  readonly sha256: Sha256;
}

/** What a report is built with to be reconciled. Nobody reads its files: neither workbook nor PDF is made. */
export type ReconcileSoFarServices = Omit<ReportServices, "writeDocument" | "newWorkbook">;

/** The files that are read back. */
const readFiles = ["01_実績.csv", "02_相談内容の傾向.csv", "03_応対一覧.csv"] as const;

type FileName = (typeof readFiles)[number];
type Texts = Readonly<Record<FileName, string>>;

/**
 * Ties the latest revision of a report to records and cases that are read again: its files are read back from the store, every
 * one of them must be what the manifest says, and what they show is counted a second time. Records that have come since
 * show as a difference: a new revision is due.
 */
export function reconcilePublished(services: ReconcileServices) {
  const { programme, reports, sha256 } = services;
  return async (report: string): Promise<Result<Reconciliation>> => {
    const manifest = await reports.latest(programme.id, report);
    if (!manifest) return failure(`There is no report ${report}: publish it first.`);
    const texts = new Map<string, string>();
    for (const file of manifest.files) {
      const bytes = await reports.read(programme.id, report, manifest.revision, file.name);
      if (!bytes || sha256(bytes) !== file.sha256)
        return failure(
          `Revision ${manifest.revision} of ${report} is not whole: ${file.name} is not what its manifest says. Have it restored.`,
        );
      if (isRead(file.name)) texts.set(file.name, decoder.decode(bytes));
    }
    if (texts.size < readFiles.length)
      return failure(
        `${report} shows no figures to reconcile: name a monthly report, such as monthly/2024-07.`,
      );
    return success(await reconciled(services, manifest, textsOf(texts)));
  };
}

/**
 * Ties the running month as far as yesterday: a report of it is built, reconciled and thrown away. Undefined on a month's
 * first day, and outside the contract. Both countings see the same records, whatever comes in meanwhile.
 */
export function reconcileSoFar(services: ReconcileSoFarServices) {
  return async (now: Instant): Promise<Reconciliation | undefined> => {
    const plan = planSoFar(services, now);
    if (!plan) return undefined;
    const sameRecords = {
      ...services,
      contacts: { ...services.contacts, ofDay: readOnce(services.contacts) },
      cases: { ...services.cases, ofDay: readOnce(services.cases) },
    };
    const build = buildReport({ ...sameRecords, ...nothingToRead });
    return build(plan, async ({ manifest, files }) => {
      const texts = new Map<string, string>();
      for (const file of files) if (isRead(file.name)) texts.set(file.name, await textOf(file));
      return reconciled(sameRecords, manifest, textsOf(texts));
    });
  };
}

/** The running month up to yesterday, or to its cut-off where that has passed. */
function planSoFar({ programme }: ReconcileSoFarServices, now: Instant): ReportPlan | undefined {
  const plan = monthlyPlan(programme, monthAt(now));
  if (!plan.ok) return undefined;
  const { period } = plan.value;
  const yesterday = dayAt(now) - 1;
  const to = dateOfDay(yesterday) < period.to ? dateOfDay(yesterday) : period.to;
  if (to < period.from) return undefined;
  const cutOff = to === period.to ? period.cutOff : formatInstant(instantOfDay(yesterday + 1));
  return { ...plan.value, period: { from: period.from, to, cutOff } };
}

async function reconciled(
  { programme, contacts, cases, specialDays }: Omit<ReconcileServices, "reports" | "sha256">,
  { report, revision, period, figures }: Manifest,
  texts: Texts,
): Promise<Reconciliation> {
  const calendar = await deskCalendar(programme, specialDays);
  const records: Contact[] = [];
  const counting = countingCases();
  for (const date of datesBetween(period.from, period.to)) {
    for (const state of await contacts.ofDay(programme.id, date)) records.push(contactOf(state));
    for (const one of await cases.ofDay(programme.id, date)) counting.take(one);
  }
  return reconcile({
    report,
    revision,
    figures,
    results: shownResults(texts["01_実績.csv"]),
    trends: shownTrends(texts["02_相談内容の傾向.csv"]),
    inquiries: shownInquiries(texts["03_応対一覧.csv"]),
    recordsRead: records.length,
    calls: recounted(records, calendar, programme.report.shortAbandonSeconds),
    cases: counting.counted(),
  });
}

const decoder = new TextDecoder();

async function textOf(file: DraftFile): Promise<string> {
  const pieces = new TextDecoder();
  let text = "";
  for await (const bytes of file.read()) text += pieces.decode(bytes, { stream: true });
  return text + pieces.decode();
}

function isRead(name: string): name is FileName {
  return readFiles.some((one) => one === name);
}

function textsOf(texts: ReadonlyMap<string, string>): Texts {
  const textOf = (name: FileName) => {
    const text = texts.get(name);
    if (text === undefined) throw new Error(`The report has no ${name}: it cannot be reconciled.`);
    return text;
  };
  return {
    "01_実績.csv": textOf("01_実績.csv"),
    "02_相談内容の傾向.csv": textOf("02_相談内容の傾向.csv"),
    "03_応対一覧.csv": textOf("03_応対一覧.csv"),
  };
}

/** Reads each day of a store once, and gives the same answer whenever it is asked for again. */
function readOnce<Kept>(store: { ofDay(programme: string, date: string): Promise<Kept[]> }) {
  const days = new Map<string, Promise<Kept[]>>();
  return (programme: string, date: string): Promise<Kept[]> => {
    const known = days.get(date) ?? store.ofDay(programme, date);
    days.set(date, known);
    return known;
  };
}

/** Writers that write nothing. */
const nothingToRead: Pick<ReportServices, "writeDocument" | "newWorkbook"> = {
  writeDocument: async () => new Uint8Array(),
  newWorkbook: () => ({
    begin: () => ({ row: () => undefined, end: () => undefined }),
    end: () => undefined,
  }),
};
