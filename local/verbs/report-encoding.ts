import { failure, type Result, success } from "../../domain/result.ts";
import { inCp932, type ReportFiles } from "../../usecases/reports/cp932-report.ts";
import type { Draft } from "../../usecases/ports/reports.ts";

/** The option of every verb that writes a report's files. */
export const encodingOption = { encoding: { type: "string" } } as const;

export const encodingHelp = `--encoding cp932 writes the CSV files in Windows' Shift_JIS instead of UTF-8, with the list of the characters that it does
not have, 文字の置換一覧.csv.`;

type Encoding = "utf-8" | "cp932";

/** Reads `--encoding`. */
export function readEncoding(word = "utf-8"): Result<Encoding> {
  return word === "utf-8" || word === "cp932"
    ? success(word)
    : failure(`--encoding ${word} is not known: leave it out for UTF-8, or choose cp932.`);
}

/** Gives a report's files to `use` in an encoding. */
export function encoded<Answer>(
  encoding: Encoding,
  newDraft: () => Draft,
  report: ReportFiles,
  use: (files: ReportFiles) => Promise<Answer>,
): Promise<Answer> {
  return encoding === "cp932" ? inCp932(newDraft)(report, use) : use(report);
}
