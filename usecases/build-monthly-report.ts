import { contactOf } from "../domain/contact/contact.ts";
import { datesBetween, type JapaneseMonth } from "../domain/japan-time.ts";
import type { Programme } from "../domain/programme.ts";
import { figureDefinitions } from "../domain/report/figures.ts";
import type { Manifest } from "../domain/report/manifest.ts";
import { monthlyReport } from "../domain/report/monthly-report.ts";
import { periodOfMonth } from "../domain/report/report-period.ts";
import type { ReportFile } from "../domain/report/report-file.ts";
import { type Result, success } from "../domain/result.ts";
import { deskCalendar } from "./desk-calendar.ts";
import type { CaseStore, ContactStore, ReportStore, Sha256, SpecialDayStore } from "./ports.ts";

export interface BuiltReport {
  readonly manifest: Manifest;
  readonly files: readonly ReportFile[];
  /** Whether a revision with exactly this content has been published already. */
  readonly published: boolean;
}

/** What a report of a month is made from. */
export interface ReportServices {
  readonly programme: Programme;
  readonly contacts: ContactStore;
  readonly cases: CaseStore;
  readonly specialDays: SpecialDayStore;
  readonly reports: ReportStore;
  readonly sha256: Sha256;
}

/**
 * Builds the files of a month's report and its manifest. The revision is 1, or one more than the latest that was
 * published, or that one's own where nothing has changed since. A month outside the contract is refused.
 */
export function buildMonthlyReport(services: ReportServices) {
  const { programme, contacts, cases, specialDays, reports, sha256 } = services;
  return async (month: JapaneseMonth): Promise<Result<BuiltReport>> => {
    const period = periodOfMonth(programme, month);
    if (!period.ok) return period;
    const dates = datesBetween(period.value.from, period.value.to);
    const [calendar, latest, contactDays, caseDays] = await Promise.all([
      deskCalendar(programme, specialDays),
      reports.latest(programme.id, reportOf(month)),
      Promise.all(dates.map((date) => contacts.ofDay(programme.id, date))),
      Promise.all(dates.map((date) => cases.ofDay(programme.id, date))),
    ]);
    const { figures, files } = monthlyReport({
      programme,
      calendar,
      period: period.value,
      contacts: contactDays.flat().map(contactOf),
      cases: caseDays.flat(),
    });
    const content: Omit<Manifest, "revision"> = {
      programme: programme.id,
      report: reportOf(month),
      period: { from: period.value.from, to: period.value.to },
      cutOff: period.value.cutOff,
      figures,
      definitions: figureDefinitions,
      files: files.map(({ name, rows, bytes }) => ({
        name,
        rows,
        bytes: bytes.length,
        sha256: sha256(bytes),
      })),
    };
    const published = latest !== undefined && sameContent(latest, content);
    const revision = published ? latest.revision : (latest?.revision ?? 0) + 1;
    return success({ manifest: manifestWith(revision, content), files, published });
  };
}

/** The name under which a month's report is kept. */
export function reportOf(month: JapaneseMonth): string {
  return `monthly/${month}`;
}

function manifestWith(revision: number, content: Omit<Manifest, "revision">): Manifest {
  const { programme, report, period, cutOff, ...rest } = content;
  return { programme, report, period, cutOff, revision, ...rest };
}

function sameContent(latest: Manifest, content: Omit<Manifest, "revision">): boolean {
  return JSON.stringify(latest) === JSON.stringify(manifestWith(latest.revision, content));
}
