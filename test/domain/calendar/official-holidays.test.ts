import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOfficialHolidays } from "../../../domain/calendar/published-holidays.ts";
import {
  extentOf,
  extentOfGenerated,
  lossProblem,
  renderOfficialHolidays,
} from "../../../tools/write-holidays.ts";
import { changedList as changed, officialFile } from "./official-list.ts";

const root = join(import.meta.dirname, "../../..");
const generatedFile = join(root, "domain/calendar/official-holidays.generated.ts");

function problemOf(bytes: Uint8Array): string {
  const rows = readOfficialHolidays(bytes);
  return rows.ok ? "accepted" : rows.problem;
}

test("the generated holidays are current: `npm run holidays` would change nothing", () => {
  const rows = readOfficialHolidays(readFileSync(officialFile));
  if (!rows.ok) throw new Error(rows.problem);
  expect(rows.value.length).toBeGreaterThanOrEqual(1067);
  const text = renderOfficialHolidays(rows.value);
  expect(text.ok ? text.value : text.problem).toBe(readFileSync(generatedFile, "utf8"));
  expect(extentOfGenerated(readFileSync(generatedFile, "utf8"))).toEqual(extentOf(rows.value));
});

describe("a list that is not sound is refused", () => {
  test.each<[string, (latin: string) => string, string]>([
    ["another header", (text) => text.replace(",", ";"), "Line 1 must be"],
    ["a row of one column", (text) => text.replace("2027/1/1,", "2027/1/1"), "is not a row such as"],
    ["a row of three columns", (text) => text.replace("2027/1/1,", "2027/1/1,x,"), "is not a row such as"],
    ["a padded date", (text) => text.replace("2027/1/1,", "2027/01/01,"), "is not a row such as"],
    ["an empty line", (text) => text.replace("2027/1/1,", "\r\n2027/1/1,"), "is not a row such as"],
    ["a date that is none", (text) => text.replace("2027/2/11,", "2027/2/30,"), "2027-02-30 does not exist"],
    ["a date twice", (text) => text.replace("2027/5/4,", "2027/5/3,"), "2027-05-03 is listed twice"],
    ["rows out of order", (text) => text.replace("2027/5/4,", "2027/5/1,"), "must be in order"],
    ["a missing year", (text) => text.replace(/1970\/.*\r\n/g, ""), "The year 1970 is missing"],
    ["no rows", (text) => text.slice(0, text.indexOf("\r\n") + 2), "no row below the header"],
    ["broken bytes", (text) => `${text}\xff\xff`, "not in Shift_JIS"],
  ])("%s", (_, change, problem) => {
    expect(problemOf(changed(change))).toContain(problem);
  });

  test("the line of a problem is named as an editor counts lines", () => {
    // 1955/1/1 is line 2, 1955/1/15 line 3.
    expect(problemOf(changed((text) => text.replace("1955/1/15,", "1955/1/15")))).toMatch(/^Line 3: /);
  });

  test("a list in UTF-8 is refused", () => {
    const text = new TextDecoder("shift_jis").decode(readFileSync(officialFile));
    expect(problemOf(new TextEncoder().encode(text))).not.toBe("accepted");
  });

  test("line ends without CR are read as well", () => {
    expect(problemOf(changed((text) => text.replaceAll("\r", "")))).toBe("accepted");
  });
});

describe("a list that knows less than the last one is refused", () => {
  const before = { rows: 1067, firstYear: 1955, lastYear: 2027 };

  test("fewer rows, a later beginning, an earlier end", () => {
    expect(lossProblem(before, { ...before, rows: 1066 })).toBe(
      "The file has 1066 rows, but the last one had 1067.",
    );
    expect(lossProblem(before, { ...before, firstYear: 1956 })).toBe(
      "The file covers 1956 to 2027, but the last one covered 1955 to 2027.",
    );
    expect(lossProblem(before, { ...before, lastYear: 2026 })).toBe(
      "The file covers 1955 to 2026, but the last one covered 1955 to 2027.",
    );
  });

  test("the same list, and one with another year, are taken", () => {
    expect(lossProblem(before, before)).toBeUndefined();
    expect(lossProblem(before, { ...before, rows: 1085, lastYear: 2028 })).toBeUndefined();
  });

  test("where nothing has been generated yet, there is nothing to lose", () => {
    expect(extentOfGenerated("")).toBeUndefined();
  });
});

describe("the command", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "holidays-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function run(...paths: string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, "tools/write-holidays.ts"), ...paths],
      {
        encoding: "utf8",
      },
    );
    return { status, stdout, problem: stderr.trimEnd().split("\n") };
  }

  test("refuses a shorter file with one line and leaves everything as it was", () => {
    const file = join(folder, "shorter.csv");
    writeFileSync(
      file,
      changed((text) => text.replace(/2027\/11\/23.*\r\n/, "")),
    );
    const kept = [readFileSync(generatedFile), readFileSync(officialFile)];
    const { status, stdout, problem } = run(file);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(problem).toHaveLength(1);
    expect(problem[0]).toMatch(
      /was refused, nothing is written\. The file has \d+ rows, but the last one had \d+\.$/,
    );
    expect([readFileSync(generatedFile), readFileSync(officialFile)]).toEqual(kept);
  });

  test("names a file that is not there", () => {
    const { status, problem } = run(join(folder, "absent.csv"));
    expect(status).toBe(1);
    expect(problem).toEqual([
      `${join(folder, "absent.csv")} was refused, nothing is written. There is no such file.`,
    ]);
  });

  test("takes one file, not two", () => {
    const { status, problem } = run("a.csv", "b.csv");
    expect(status).toBe(2);
    expect(problem).toHaveLength(1);
  });
});
