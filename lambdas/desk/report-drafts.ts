import type { ReportDraft, ReportDraftSummary } from "../../contract/report-drafts.ts";
import { dayNumberOf, type Instant, instantOfDay } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { type Figures, figureDefinitions } from "../../domain/report/figures/figures.ts";
import type { Manifest } from "../../domain/report/contents/manifest.ts";
import {
  approvalsOf,
  inOrderOfLog,
  isDelivered,
  type ReportEntry,
} from "../../domain/report/delivery/report-log.ts";
import { reportTitle } from "../../domain/report/plan/report-title.ts";
import { approveReport } from "../../usecases/reports/approve-report.ts";
import type { Sha256 } from "../../usecases/ports/host.ts";
import type { Mailer } from "../../usecases/ports/mails.ts";
import { pieceOf } from "../../usecases/reports/pieces.ts";
import type { ReportLog, ReportStore } from "../../usecases/ports/reports.ts";
import { publishedFile } from "../../usecases/reports/published-file.ts";
import { shownPiece } from "./piece-answer.ts";
import type { Refused, RouteHandlers } from "./route-handler.ts";

/** What reports are looked at and approved with. */
export interface ReportDraftParts {
  readonly programme: Programme;
  readonly reports: Pick<ReportStore, "all" | "latest" | "read" | "open">;
  readonly reportLog: ReportLog;
  readonly mailer: Mailer;
  readonly sha256: Sha256;
}

/** For whoever asks for a report that there is not, or that they may not see. */
export const unknownReport: Refused = {
  refused: "not-found",
  problem: "この報告書はありません。報告書の一覧から選び直してください。",
};

const notWhole: Refused = {
  refused: "wrong",
  field: "revision",
  problem:
    "この版は承認できません。ファイルが作成時と違っています。インフラ担当に復元を頼み、そのあと承認してください。",
};

/** Reports as they wait for a supervisor, who looks at figures and files and lets the prefecture see them (decision 0019). */
export function reportDraftHandlers(
  parts: ReportDraftParts,
): RouteHandlers<"listReportDrafts" | "readReportDraft" | "readReportDraftFile" | "approveReport"> {
  const { programme, reports, reportLog } = parts;
  const canApproveFrom = ({ period }: Manifest) =>
    instantOfDay(dayNumberOf(period.to), programme.hours.closesAtMinute);

  return {
    async listReportDrafts({ at }) {
      const [manifests, entries] = await Promise.all([
        reports.all(programme.id),
        reportLog.all(programme.id),
      ]);
      const latest = latestRevisions(manifests);
      return {
        answer: { now: at, reports: latest.map((one) => summaryOf(one, entries, canApproveFrom(one))) },
      };
    },
    async readReportDraft({ request, at }) {
      const manifest = await reports.latest(programme.id, request.report);
      if (!manifest) return unknownReport;
      const entries = await reportLog.of(programme.id, request.report);
      return {
        answer: {
          ...summaryOf(manifest, entries, canApproveFrom(manifest)),
          ...contentsOf(manifest),
          now: at,
          tells: [...programme.report.deliverTo],
          log: [...entries].sort(inOrderOfLog).map(loggedOf),
        },
      };
    },
    async readReportDraftFile({ request: { report, revision, file, from } }) {
      const manifest = await reports.latest(programme.id, report);
      if (!manifest) return unknownReport;
      if (manifest.revision !== revision) return newerRevision(manifest);
      const listed = manifest.files.find(({ name }) => name === file);
      if (!listed) return unknownReport;
      const published = publishedFile(parts, manifest, listed);
      return { answer: shownPiece(await pieceOf(published.read(), published.bytes, from)) };
    },
    async approveReport({ request: { report, revision }, by, at }) {
      const manifest = await reports.latest(programme.id, report);
      if (!manifest) return unknownReport;
      const refused = refusalOf(manifest, revision, { from: canApproveFrom(manifest), at });
      if (refused) return refused;
      const approve = approveReport({ ...parts, clock: { now: () => at } });
      const approved = await approve({ report, revision, staff: by.staff, role: "supervisor" });
      if (!approved.ok) return notWhole;
      const { approval, delivery } = approved.value;
      return { answer: { revision, approvedBy: approval.by, approvedAt: approval.at, delivery } };
    },
  };
}

/** Who looks at a revision that is not the latest looks again before anything else. */
function newerRevision({ revision }: Manifest): Refused {
  return {
    refused: "conflict",
    version: revision,
    problem: `新しい第${revision}版ができています。読み直して、内容を確かめてから承認してください。`,
  };
}

function refusalOf(
  manifest: Manifest,
  looked: number,
  time: { readonly from: Instant; readonly at: Instant },
): Refused | undefined {
  if (manifest.revision !== looked) return newerRevision(manifest);
  if (time.at < time.from)
    return {
      refused: "wrong",
      field: "report",
      problem:
        "対象の期間が終わっていません。期間の最終日の受付が終わり、報告書が作り直されてから承認してください。",
    };
  return undefined;
}

/** Of each report the latest revision; the latest period first. */
function latestRevisions(manifests: readonly Manifest[]): Manifest[] {
  const latest = new Map<string, Manifest>();
  for (const one of manifests)
    if (one.revision > (latest.get(one.report)?.revision ?? 0)) latest.set(one.report, one);
  return [...latest.values()].sort(
    (one, other) => (one.period.to < other.period.to ? 1 : -1) || (one.report < other.report ? -1 : 1),
  );
}

function summaryOf(
  manifest: Manifest,
  entries: readonly ReportEntry[],
  canApproveFrom: Instant,
): ReportDraftSummary {
  const { report, revision, period } = manifest;
  const approvals = approvalsOf(entries, report);
  const approval = approvals.find((one) => one.revision === revision);
  const earlier = approvals.findLast((one) => one.revision < revision);
  const delivered = approval && isDelivered(entries, approval);
  return {
    report,
    title: reportTitle(report),
    revision,
    period: { ...period },
    state: !approval ? "draft" : delivered ? "delivered" : "approved",
    ...(approval && { approvedBy: approval.by, approvedAt: approval.at }),
    ...(earlier && { earlierApproved: earlier.revision }),
    canApproveFrom,
  };
}

function contentsOf({
  cutOff,
  figures,
  definitions,
  files,
}: Manifest): Pick<ReportDraft, "cutOff" | "figures" | "files"> {
  const codes = (Object.keys(figureDefinitions) as (keyof Figures)[]).filter((code) => code in figures);
  return {
    cutOff,
    figures: codes.map((code) => ({
      code,
      definition: definitions[code] ?? figureDefinitions[code],
      value: figures[code],
    })),
    files: files.map(({ name, rows, bytes, sha256 }) => ({ name, rows, bytes, sha256 })),
  };
}

function loggedOf(entry: ReportEntry): ReportDraft["log"][number] {
  const { at, revision, what } = entry;
  return {
    at,
    revision,
    what,
    ...("by" in entry && { by: entry.by }),
    ...("to" in entry && typeof entry.to === "string" && { to: entry.to }),
    ...("file" in entry && { file: entry.file }),
  };
}
