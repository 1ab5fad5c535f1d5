import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, test } from "vitest";
import { workbookWriter } from "../adapters/xlsx/workbook.ts";
import { csvWriter } from "../domain/report/csv/csv.ts";

/**
 * The report's files as LibreOffice reads them: `LIBREOFFICE` names the program, and without it this file is left out
 * (`vitest.config.ts`; `.ci/run` names it where it is installed). Each file is converted to CSV, every cell as it is stored,
 * and must hold what was written.
 */
const program = process.env["LIBREOFFICE"] ?? "";

const head = {
  file: "03_応対一覧.csv",
  sheet: "応対一覧",
  columns: [
    { heading: "受付番号", kind: "text" },
    { heading: "相談内容", kind: "text" },
    { heading: "件数", kind: "count" },
  ],
} as const;

/** Leading zeros, a telephone number, a formula, quotes and lines, and characters outside the basic plane. */
const rows = [
  ["0001", "加 髙橋さんと𠮷野さん", 3],
  ["+81901234567", "=1+1", 0],
  ["2024-07-16", '"引用",と\n改行', 12],
  ["'先頭", "〜−①㈱", 1],
] as const;

const folder = mkdtempSync(join(tmpdir(), "libreoffice-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What LibreOffice makes of a file; the filter's options: comma, quote, UTF-8, all columns as text where it reads CSV. */
function converted(file: string, options: readonly string[]): string[][] {
  const out = join(folder, "out");
  const words = ["--headless", `-env:UserInstallation=file://${folder}/profile`, ...options];
  execFileSync(
    program,
    [...words, "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", out, file],
    { stdio: "ignore" },
  );
  return parse(readFileSync(join(out, basename(file).replace(/\.\w+$/, ".csv"))), { bom: true });
}

const expected = (guarded: boolean) => [
  head.columns.map(({ heading }) => heading),
  ...rows.map((row) =>
    row.map((cell) => {
      const text = String(cell);
      return guarded && /^['=+\-@]/.test(text) ? `'${text}` : text;
    }),
  ),
];

describe("LibreOffice", () => {
  test("reads our CSV cell by cell, and runs no formula in it", () => {
    let text = "";
    const row = csvWriter(head, (more) => {
      text += more;
    });
    for (const cells of rows) row(cells);
    const file = join(folder, "csv-of-ours.csv");
    writeFileSync(file, text);
    const asText = "--infilter=Text - txt - csv (StarCalc):44,34,76,1,1/2/2/2/3/2";
    expect(converted(file, [asText])).toEqual(expected(true));
  }, 120_000);

  test("reads our workbook cell by cell: text stays text, without a guard", () => {
    const pieces: Uint8Array[] = [];
    const workbook = workbookWriter()("定例報告", (bytes) => pieces.push(bytes));
    const sink = workbook.begin(head);
    for (const cells of rows) sink.row(cells);
    sink.end();
    workbook.end();
    const file = join(folder, "workbook-of-ours.xlsx");
    writeFileSync(file, Buffer.concat(pieces));
    expect(converted(file, [])).toEqual(expected(false));
  }, 120_000);
});
