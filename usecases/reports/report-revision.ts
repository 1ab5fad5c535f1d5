import { changesFile } from "../../domain/report/changes/changes-table.ts";
import type { Manifest } from "../../domain/report/contents/manifest.ts";
import type { Draft, DraftFile, ReportStore } from "../ports/reports.ts";
import { writeChanges } from "./report-changes.ts";

/** What a report says, whichever revision it becomes. */
export type ReportContent = Omit<Manifest, "revision">;

/** A report as one of its revisions. */
export interface Revision {
  readonly manifest: Manifest;
  readonly files: readonly DraftFile[];
  /** Whether a revision with exactly this content has been published already. */
  readonly published: boolean;
}

/**
 * Which revision a content is: the first, the one after the latest that was published, or the latest itself where nothing has
 * changed since. From the second on it has 変更点.csv, in a draft of its own: what is different from the revision before. That
 * file is no part of what is compared, or every revision would differ from itself.
 */
export async function revisionOf(
  content: ReportContent,
  files: readonly DraftFile[],
  reports: Pick<ReportStore, "latest" | "open">,
  changes: Draft,
): Promise<Revision> {
  const { programme, report } = content;
  const latest = await reports.latest(programme, report);
  if (!latest) return { manifest: manifestWith(1, content), files, published: false };
  const { revision } = latest;
  const readBefore = (file: string) => reports.open(programme, report, revision, file);
  if (isSame(latest, content)) {
    const kept = latest.files.some(({ name }) => name === changesFile)
      ? await readBefore(changesFile)
      : undefined;
    if (kept) for await (const piece of kept) changes.append(changesFile, piece);
    return { manifest: latest, files: inOrder([...files, ...changes.finish()]), published: true };
  }
  const { figures } = content;
  const rows = await writeChanges(changes, { before: latest, readBefore, figures, files });
  const added = changes.finish();
  const listed = [
    ...content.files,
    ...added.map(({ name, bytes, sha256 }) => ({ name, rows, bytes, sha256 })),
  ];
  const manifest = manifestWith(revision + 1, { ...content, files: inOrder(listed) });
  return { manifest, files: inOrder([...files, ...added]), published: false };
}

function manifestWith(revision: number, content: ReportContent): Manifest {
  const { programme, report, period, cutOff, ...rest } = content;
  return { programme, report, period, cutOff, revision, ...rest };
}

function isSame(latest: Manifest, content: ReportContent): boolean {
  const files = latest.files.filter(({ name }) => name !== changesFile);
  return JSON.stringify({ ...latest, files }) === JSON.stringify(manifestWith(latest.revision, content));
}

function inOrder<File extends { readonly name: string }>(files: readonly File[]): File[] {
  return files.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
