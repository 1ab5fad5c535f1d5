import type { Instant } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import type { Manifest } from "../../domain/report/contents/manifest.ts";
import { type Approval, approvalsOf } from "../../domain/report/delivery/report-log.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { Clock } from "../ports/host.ts";
import type { ReportLog, ReportStore } from "../ports/reports.ts";

/** A revision that the customer may see. */
export interface ApprovedReport {
  readonly manifest: Manifest;
  readonly approvedAt: Instant;
  /** The approved revision that came before it. @default it is the first */
  readonly replaces?: number;
  /** The approved revision that came after it. @default it is the one that counts */
  readonly replacedBy?: number;
}

/** What the customer's view of reports stands on. */
export interface ApprovedReportServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly reports: ReportStore;
  readonly reportLog: ReportLog;
}

/** All that the customer may see: the approved revisions, in order of report and revision. Drafts are not among them. */
export function approvedReports({ programme, reports, reportLog }: Omit<ApprovedReportServices, "clock">) {
  return async (): Promise<ApprovedReport[]> => {
    const [manifests, entries] = await Promise.all([reports.all(programme.id), reportLog.all(programme.id)]);
    return manifests
      .sort((one, other) => compared(one.report, other.report) || one.revision - other.revision)
      .flatMap((manifest) => seenOf(manifest, approvalsOf(entries, manifest.report)));
  };
}

function seenOf(manifest: Manifest, approvals: readonly Approval[]): ApprovedReport[] {
  const place = approvals.findIndex(({ revision }) => revision === manifest.revision);
  const approval = approvals[place];
  if (!approval) return [];
  const replaces = approvals[place - 1]?.revision;
  const replacedBy = approvals[place + 1]?.revision;
  return [
    {
      manifest,
      approvedAt: approval.at,
      ...(replaces !== undefined && { replaces }),
      ...(replacedBy !== undefined && { replacedBy }),
    },
  ];
}

function compared(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/**
 * Hands out a file of an approved revision and writes down who took it, before it is handed out. A revision that is not
 * approved is refused like one that is not there.
 */
export function fetchReport({ programme, clock, reports, reportLog }: ApprovedReportServices) {
  return async (wanted: {
    readonly report: string;
    readonly revision: number;
    readonly file: string;
    /** The user name or staff code of whoever takes it. */
    readonly by: string;
  }): Promise<Result<Uint8Array>> => {
    const { report, revision, file, by } = wanted;
    const approvals = approvalsOf(await reportLog.of(programme.id, report), report);
    const isApproved = approvals.some((approval) => approval.revision === revision);
    const bytes = isApproved ? await reports.read(programme.id, report, revision, file) : undefined;
    if (bytes === undefined)
      return failure(
        `There is no approved ${file} in revision ${revision} of ${report}: choose one of the list.`,
      );
    await reportLog.append(programme.id, { report, revision, at: clock.now(), what: "fetched", by, file });
    return success(bytes);
  };
}
