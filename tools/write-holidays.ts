/**
 * Writes domain/calendar/official-holidays.generated.ts from the Cabinet Office's list of holidays.
 *
 *     npm run holidays                    reads data/syukujitsu.csv
 *     npm run holidays -- NEW.csv         checks NEW.csv, puts it in the place of data/syukujitsu.csv, and goes on
 *
 * The list for the next year is published at the beginning of each February. A file that is not sound, or that knows
 * less than the last one, is refused with one line, and nothing is written.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type OfficialHoliday,
  publishedListAddress,
  readOfficialHolidays,
  yearOf,
} from "../domain/calendar/published-holidays.ts";
import { failure, type Result, success } from "../domain/result.ts";

const csvFile = join(import.meta.dirname, "../data/syukujitsu.csv");
const generatedFile = join(import.meta.dirname, "../domain/calendar/official-holidays.generated.ts");

/** One letter stands for each name in the generated file. */
const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** How much a list knows; a newer list must not know less. */
export interface Extent {
  readonly rows: number;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** The extent of a list that has at least one row. */
export function extentOf(rows: readonly OfficialHoliday[]): Extent {
  const years = rows.map(yearOf);
  return { rows: rows.length, firstYear: Math.min(...years), lastYear: Math.max(...years) };
}

/** The extent of a generated file; undefined when it holds no year. */
export function extentOfGenerated(text: string): Extent | undefined {
  const years = [...text.matchAll(/^ {2}(\d{4}): "(\w*)",$/gm)];
  if (years.length === 0) return undefined;
  const numbers = years.map(([, year]) => Number(year));
  const letterCount = years.reduce((sum, [, , days = ""]) => sum + days.length, 0);
  return { rows: letterCount / 5, firstYear: Math.min(...numbers), lastYear: Math.max(...numbers) };
}

/** What a newer list lacks that the last one had, in one sentence; undefined when it lacks nothing. */
export function lossProblem(before: Extent, now: Extent): string | undefined {
  if (now.firstYear > before.firstYear || now.lastYear < before.lastYear)
    return `The file covers ${now.firstYear} to ${now.lastYear}, but the last one covered ${before.firstYear} to ${before.lastYear}.`;
  return now.rows < before.rows
    ? `The file has ${now.rows} rows, but the last one had ${before.rows}.`
    : undefined;
}

/** The text of the generated file; the same rows give the same text. */
export function renderOfficialHolidays(rows: readonly OfficialHoliday[]): Result<string> {
  const names = [...new Set(rows.map((row) => row.name))];
  if (names.length > letters.length)
    return failure(
      `The file has ${names.length} different names, and there are letters for ${letters.length}.`,
    );
  const days = new Map<number, string>();
  for (const row of rows) {
    const letter = letters.charAt(names.indexOf(row.name));
    days.set(yearOf(row), (days.get(yearOf(row)) ?? "") + row.date.slice(5).replace("-", "") + letter);
  }
  return success(`// Generated from data/syukujitsu.csv by \`npm run holidays\` (tools/write-holidays.ts): do not edit, run it again.
// Source: the Cabinet Office's list of holidays, ${publishedListAddress}

/** The last year that the Cabinet Office has published. */
export const lastOfficialYear = ${Math.max(...days.keys())};

/** The names as the list writes them, by the letter that stands for each in \`officialDays\`. */
export const officialNames: Readonly<Record<string, string>> = {
${names.map((name, index) => `  ${letters.charAt(index)}: ${JSON.stringify(name)},\n`).join("")}};

/** The holidays of each year, five characters each: month, day, and the letter of the name. */
export const officialDays: Readonly<Record<number, string>> = {
${[...days].map(([year, packed]) => `  ${year}: "${packed}",\n`).join("")}};
`);
}

function writeHolidays(csvPath: string): Result<string> {
  if (!statSync(csvPath, { throwIfNoEntry: false })?.isFile()) return failure("There is no such file.");
  const bytes = readFileSync(csvPath);
  const rows = readOfficialHolidays(bytes);
  if (!rows.ok) return rows;
  const extent = extentOf(rows.value);
  const before = existsSync(generatedFile)
    ? extentOfGenerated(readFileSync(generatedFile, "utf8"))
    : undefined;
  const loss = before && lossProblem(before, extent);
  if (loss !== undefined) return failure(loss);
  const text = renderOfficialHolidays(rows.value);
  if (!text.ok) return text;
  if (csvPath !== csvFile) writeFileSync(csvFile, bytes);
  writeFileSync(generatedFile, text.value);
  return success(
    `${extent.rows} holidays, ${extent.firstYear} to ${extent.lastYear}, ${extent.rows - (before?.rows ?? 0)} more than before.`,
  );
}

function main(paths: readonly string[]): void {
  if (paths.length > 1) {
    console.error("Name at most one CSV file: npm run holidays -- FILE.csv");
    process.exitCode = 2;
    return;
  }
  const [csvPath = csvFile] = paths;
  const written = writeHolidays(csvPath);
  if (written.ok) console.log(written.value);
  else {
    console.error(`${csvPath} was refused, nothing is written. ${written.problem}`);
    process.exitCode = 1;
  }
}

if (import.meta.main) main(process.argv.slice(2));
