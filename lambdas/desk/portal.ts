import type { PortalReport, PortalReportDetail } from "../../contract/portal.ts";
import { eraDate } from "../../domain/japanese-era.ts";
import {
  type PreviewFigure,
  previewCategories,
  previewFiles,
  previewFigures,
  previewTimes,
} from "../../domain/report/document/report-preview.ts";
import { type ReportEntry, isFetched } from "../../domain/report/delivery/report-log.ts";
import { reportTitle } from "../../domain/report/plan/report-title.ts";
import { type ApprovedReport, approvedReports } from "../../usecases/reports/approved-reports.ts";
import type { EscalationServices } from "../../usecases/cases/escalate-case.ts";
import {
  beginDownload,
  type HandOutServices,
  pieceOfDownload,
} from "../../usecases/reports/hand-out-report.ts";
import type { CaseStore } from "../../usecases/ports/cases.ts";
import {
  answerAsPrefecture,
  type PrefectureQuestion,
  questionsForPrefecture,
} from "../../usecases/cases/questions-to-prefecture.ts";
import { behind, placeOf, receivedPlace, strangePlace, wantedPage } from "./cursor.ts";
import { shownPiece } from "./piece-answer.ts";
import { unknownReport } from "./report-drafts.ts";
import type { RouteHandlers } from "./route-handler.ts";

/** What the prefecture's screens stand on. */
type PortalParts = HandOutServices & EscalationServices & { readonly cases: Pick<CaseStore, "questionPage"> };

type ReportRoutes = "listReports" | "readReport" | "takeReport" | "readReportPiece" | "listDownloads";

/** What the prefecture sees and does. */
export function portalHandlers(
  parts: PortalParts,
): RouteHandlers<ReportRoutes | "listQuestions" | "answerQuestion"> {
  return { ...reportHandlers(parts), ...questionHandlers(parts) };
}

/** Approved reports: what they say, their files, and who took them. */
function reportHandlers(parts: HandOutServices): RouteHandlers<ReportRoutes> {
  const { programme, reports, reportLog } = parts;
  const seen = approvedReports(parts);
  const begin = beginDownload(parts);
  const piece = pieceOfDownload(parts);
  return {
    async listReports() {
      const [approved, entries] = await Promise.all([seen(), reportLog.all(programme.id)]);
      return { answer: { reports: approved.map((one) => summaryOf(one, entries)).sort(latestFirst) } };
    },
    async readReport({ path }) {
      const { report, revision } = revisionAt(path);
      const approved = await seen();
      const found = approved.find(
        ({ manifest }) => manifest.report === report && manifest.revision === revision,
      );
      if (!found) return unknownReport;
      const textOf = async (file: string) => {
        if (!found.manifest.files.some(({ name }) => name === file)) return undefined;
        const bytes = await reports.read(programme.id, report, revision, file);
        return bytes && new TextDecoder().decode(bytes);
      };
      const [entries, indicators, days, categories] = await Promise.all([
        reportLog.of(programme.id, report),
        textOf(previewFiles.indicators),
        textOf(previewFiles.days),
        textOf(previewFiles.categories),
      ]);
      return { answer: detailOf(found, entries, { indicators, days, categories }) };
    },
    async takeReport({ path, request, by }) {
      const begun = await begin({ ...revisionAt(path), ...request, by: by.staff });
      return begun.ok ? { answer: begun.value } : { refused: "not-found", problem: begun.problem };
    },
    async readReportPiece({ path, request, by }) {
      const { from, ...wanted } = request;
      const read = await piece({ ...revisionAt(path), ...wanted, by: by.staff }, from);
      if (!read.ok) return { refused: "not-found", problem: read.problem };
      return { answer: shownPiece(read.value) };
    },
    async listDownloads({ request: { after } }) {
      const page = wantedPage(after);
      if (!page) return strangePlace;
      const { entries, next } = await reportLog.fetched(programme.id, page);
      return {
        answer: {
          ...behind(next),
          downloads: entries.map(({ report, revision, at, by, file }) => ({
            ...partsOf(report),
            revision,
            title: reportTitle(report),
            at,
            by,
            file,
          })),
        },
      };
    },
  };
}

/** What was asked of the prefecture, and what it answers. */
function questionHandlers(parts: PortalParts): RouteHandlers<"listQuestions" | "answerQuestion"> {
  const list = questionsForPrefecture(parts);
  const answerTo = answerAsPrefecture(parts);
  return {
    async listQuestions({ request }) {
      const { view, after } = request;
      const place = after === undefined ? undefined : placeOf(receivedPlace, after);
      if (after !== undefined && !place) return strangePlace;
      const { questions, next } = await list(view, place);
      return {
        answer: { questions: questions.map(shownQuestion), ...behind(next) },
      };
    },
    async answerQuestion({ path, request, by }) {
      const answered = await answerTo({
        receiptNumber: path.receiptNumber,
        question: Number(path.number),
        answer: request.answer,
        officer: by.staff,
      });
      if (answered.ok) return { answer: shownQuestion(answered.value) };
      const { kind, problem } = answered;
      if (kind === "unknown") return { refused: "not-found", problem };
      if (kind === "wrong") return { refused: "wrong", problem, field: "answer" };
      return { refused: "conflict", problem };
    },
  };
}

function shownQuestion({ answer, ...question }: PrefectureQuestion) {
  return { ...question, ...(answer && { answer: { ...answer } }) };
}

function revisionAt({
  kind,
  of,
  revision,
}: {
  readonly kind: string;
  readonly of: string;
  readonly revision: string;
}) {
  return { report: `${kind}/${of}`, revision: Number(revision) };
}

function partsOf(report: string): { readonly kind: string; readonly of: string } {
  const [kind = "", of = ""] = report.split("/");
  return { kind, of };
}

function summaryOf(
  { manifest, approvedAt, replaces, replacedBy }: ApprovedReport,
  entries: readonly ReportEntry[],
): PortalReport {
  const { report, revision, period } = manifest;
  return {
    ...partsOf(report),
    revision,
    title: reportTitle(report),
    period: `${eraDate(period.from)}から${eraDate(period.to)}まで`,
    approvedAt,
    isTaken: isFetched(entries, { report, revision }),
    ...(replaces !== undefined && { replaces }),
    ...(replacedBy !== undefined && { replacedBy }),
  };
}

function detailOf(
  found: ApprovedReport,
  entries: readonly ReportEntry[],
  texts: { readonly [Name in keyof typeof previewFiles]: string | undefined },
): PortalReportDetail {
  const { manifest } = found;
  return {
    ...summaryOf(found, entries),
    figures: previewFigures(manifest, texts.indicators).map((figure: PreviewFigure) => ({ ...figure })),
    times: previewTimes(texts.days).map((time) => ({ ...time })),
    categories: previewCategories(texts.categories).map((category) => ({ ...category })),
    files: manifest.files.map((file) => ({ ...file })),
  };
}

function latestFirst(one: PortalReport, other: PortalReport): number {
  return other.approvedAt - one.approvedAt || other.revision - one.revision;
}
