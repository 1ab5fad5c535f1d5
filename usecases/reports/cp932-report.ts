import { cp932 } from "../../domain/report/csv/cp932.ts";
import { cp932Csv, replacementsTable } from "../../domain/report/csv/cp932-csv.ts";
import type { Manifest } from "../../domain/report/contents/manifest.ts";
import { beginTable } from "../../domain/report/csv/table.ts";
import type { Draft, DraftFile } from "../ports/reports.ts";
import { csvInto } from "./report-tables.ts";
import { withDraft } from "./with-draft.ts";

/** A report's files and the manifest that lists them. */
export interface ReportFiles {
  readonly manifest: Manifest;
  readonly files: readonly DraftFile[];
}

/**
 * Gives a report's files to `use` with the CSV files in code page 932, the list of the characters that were replaced (itself
 * in UTF-8, for it shows them), and a manifest of these files; then the new ones are gone. Files of other kinds are the same.
 */
export function inCp932(newDraft: () => Draft) {
  return <Answer>(
    { manifest, files }: ReportFiles,
    use: (encoded: ReportFiles) => Promise<Answer>,
  ): Promise<Answer> =>
    withDraft(newDraft, async (draft) => {
      const replacements = await encodeInto(draft, files.filter(isCsv));
      const encoded = [...files.filter((file) => !isCsv(file)), ...draft.finish()].sort(byName);
      const rowsOf = new Map(manifest.files.map(({ name, rows }) => [name, rows]));
      rowsOf.set(replacementsTable.file, replacements);
      return use({
        manifest: {
          ...manifest,
          csvEncoding: "CP932",
          files: encoded.map(({ name, bytes, sha256 }) => ({
            name,
            rows: rowsOf.get(name) ?? 0,
            bytes,
            sha256,
          })),
        },
        files: encoded,
      });
    });
}

/** Answers how many characters were replaced. */
async function encodeInto(draft: Draft, files: readonly DraftFile[]): Promise<number> {
  const table = cp932();
  let replacements = 0;
  const list = beginTable(csvInto(draft), replacementsTable);
  for (const file of files) {
    const { name } = file;
    const decoder = new TextDecoder();
    const csv = cp932Csv(
      table,
      (bytes) => draft.append(name, bytes),
      (replacement) => {
        replacements += 1;
        list.row({ file: name, ...replacement });
      },
    );
    for await (const bytes of file.read()) csv.add(decoder.decode(bytes, { stream: true }));
    csv.add(decoder.decode());
    csv.end();
  }
  list.end();
  return replacements;
}

function isCsv({ name }: DraftFile): boolean {
  return name.endsWith(".csv");
}

function byName(one: DraftFile, other: DraftFile): number {
  return one.name < other.name ? -1 : 1;
}
