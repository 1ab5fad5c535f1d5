import type { Instant } from "../../domain/japan-time.ts";
import { replacementsTable } from "../../domain/report/csv/cp932-csv.ts";
import { type Manifest, manifestText } from "../../domain/report/contents/manifest.ts";
import { approvalsOf, type ReportEntry } from "../../domain/report/delivery/report-log.ts";
import { reportTitle } from "../../domain/report/plan/report-title.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { ApprovedReportServices } from "./approved-reports.ts";
import { inCp932, type ReportFiles } from "./cp932-report.ts";
import type { ArchiveWriter, Draft, DraftFile } from "../ports/reports.ts";
import { type Piece, pieceOf } from "./pieces.ts";
import { publishedFile } from "./published-file.ts";
import { withDraft } from "./with-draft.ts";

/** What reports are handed out with. */
export interface HandOutServices extends ApprovedReportServices {
  readonly newDraft: () => Draft;
  readonly newArchive: ArchiveWriter;
}

/** What somebody of the customer wants to have. */
export interface WantedDownload {
  readonly report: string;
  readonly revision: number;
  /** A file of the manifest, `manifest.json`, or all of them as one archive (`everything`). */
  readonly file: string;
  /** Of the CSV files. Code page 932 has one file more, which lists what it could not say. */
  readonly encoding: CsvEncoding;
  /** The user name of whoever takes it. */
  readonly by: string;
}

type CsvEncoding = "utf-8" | "cp932";

/** Asks for every file as one archive; no file of a report has this name. */
export const everything = "*";

/** What is handed out: under which name it is saved, and what it must be once it has arrived. */
export interface Download {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** How long after it was written into the log a download may be fetched: as long as a slow line needs. */
const fetchedWithinMillis = 60 * 60_000;

const manifestFile = "manifest.json";
const checksumsFile = "SHA256SUMS.txt";

/** Said of what is not approved like of what is not there. */
const notThere = "このファイルはありません。報告の一覧から選び直してください。";

/**
 * Begins to hand out a file of an approved revision: writes down who takes what, and only then says what it is. Its bytes are
 * asked for piece by piece (`pieceOfDownload`).
 */
export function beginDownload(services: HandOutServices) {
  const { programme, clock, reportLog } = services;
  return async (wanted: WantedDownload): Promise<Result<Download>> =>
    withDownload(services, wanted, async (file) => {
      const { report, revision, by } = wanted;
      const entry = { report, revision, at: clock.now(), what: "fetched", by, file: file.name } as const;
      await reportLog.append(programme.id, entry);
      const { name, bytes, sha256 } = file;
      return success({ name, bytes, sha256 });
    });
}

/**
 * The bytes of a download from a place on. What was not begun, and so stands in no log, is refused. A file that is made for the
 * occasion (another encoding, an archive) is made again for each piece: the same report gives the same bytes.
 */
export function pieceOfDownload(services: HandOutServices) {
  const { programme, clock, reportLog } = services;
  return async (wanted: WantedDownload, from: number): Promise<Result<Piece>> =>
    withDownload(services, wanted, async (file) => {
      const entries = await reportLog.of(programme.id, wanted.report);
      const isBegun = entries.some((entry) => isBeginning(entry, wanted, file.name, clock.now()));
      if (!isBegun) return failure("受け取りの時間が過ぎました。もう一度ダウンロードしてください。");
      return success(await pieceOf(file.read(), file.bytes, from));
    });
}

function isBeginning(
  entry: ReportEntry,
  { revision, by }: WantedDownload,
  file: string,
  now: Instant,
): boolean {
  return (
    entry.what === "fetched" &&
    entry.revision === revision &&
    entry.by === by &&
    entry.file === file &&
    entry.at > now - fetchedWithinMillis
  );
}

/** Gives what is wanted to `use`; whatever was made for it is then gone. */
async function withDownload<Answer>(
  services: HandOutServices,
  wanted: WantedDownload,
  use: (file: DraftFile) => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  const approved = await approvedFiles(services, wanted);
  if (!approved) return failure(notThere);
  if (wanted.encoding === "utf-8") return oneOf(services, approved, wanted, use);
  return inCp932(services.newDraft)(approved, (encoded) => oneOf(services, encoded, wanted, use));
}

/** The files of a revision, if it is approved. */
async function approvedFiles(
  { programme, reports, reportLog }: HandOutServices,
  { report, revision }: WantedDownload,
): Promise<ReportFiles | undefined> {
  const approvals = approvalsOf(await reportLog.of(programme.id, report), report);
  if (!approvals.some((approval) => approval.revision === revision)) return undefined;
  const text = await reports.read(programme.id, report, revision, manifestFile);
  if (!text) return undefined;
  const manifest = JSON.parse(new TextDecoder().decode(text)) as Manifest;
  return {
    manifest,
    files: manifest.files.map((file) => publishedFile({ programme, reports }, manifest, file)),
  };
}

async function oneOf<Answer>(
  services: HandOutServices,
  { manifest, files }: ReportFiles,
  { file: wanted, encoding }: WantedDownload,
  use: (file: DraftFile) => Promise<Result<Answer>>,
): Promise<Result<Answer>> {
  const ofEncoding = encoding === "cp932" ? "_Shift_JIS" : "";
  if (wanted !== everything && wanted !== manifestFile) {
    const found = files.find(({ name }) => name === wanted);
    if (!found) return failure(notThere);
    const isTold = encoding === "cp932" && wanted.endsWith(".csv") && wanted !== replacementsTable.file;
    return use(isTold ? { ...found, name: wanted.replace(/\.csv$/, `${ofEncoding}.csv`) } : found);
  }
  return withDraft(services.newDraft, async (draft) => {
    if (wanted === manifestFile) draft.append(manifestFile, encoder.encode(manifestText(manifest)));
    else {
      const name = `${reportTitle(manifest.report)}第${manifest.revision}版${ofEncoding}.zip`;
      const archive = services.newArchive((bytes) => draft.append(name, bytes));
      for (const file of files) await archive.add(file.name, file.read());
      await archive.add(manifestFile, textBytes(manifestText(manifest)));
      await archive.add(checksumsFile, textBytes(checksumsOf(files)));
      archive.end();
    }
    const [made] = draft.finish();
    return made ? use(made) : failure(notThere);
  });
}

const encoder = new TextEncoder();

async function* textBytes(text: string): AsyncGenerator<Uint8Array> {
  yield encoder.encode(text);
}

/** As sha256sum writes and checks them (GNU coreutils, binary mode). */
function checksumsOf(files: readonly DraftFile[]): string {
  return files.map(({ name, sha256 }) => `${sha256} *${name}\n`).join("");
}
