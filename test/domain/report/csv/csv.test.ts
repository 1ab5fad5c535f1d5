import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvTable, csvWriter } from "../../../../domain/report/csv/csv.ts";
import { formatMinute } from "../../../../domain/japan-time.ts";
import type { Cell, CellKind } from "../../../../domain/report/csv/table.ts";
import { at } from "../../../support/contacts.ts";

/** A file as it is written, of columns of one kind. */
function csvText(headings: string[], rows: Cell[][], kind: CellKind = "text"): string {
  let text = "";
  const row = csvWriter(
    { columns: headings.map((heading) => ({ heading, kind })) },
    (more) => (text += more),
  );
  for (const cells of rows) row(cells);
  return text;
}

describe("a CSV file", () => {
  test("starts with the byte order mark and ends its lines with CRLF", () => {
    expect(csvText(["日付", "件数"], [["2024-07-16", 3]])).toBe("\uFEFF日付,件数\r\n2024-07-16,3\r\n");
  });

  test.each([
    ["a comma", "a,b", '"a,b"'],
    ["a quote", 'say "hi"', '"say ""hi"""'],
    ["a lone line feed", "a\nb", '"a\nb"'],
    ["a lone carriage return", "a\rb", '"a\rb"'],
    ["a formula", "=1+1", "'=1+1"],
    ["a telephone number", "+81901234", "'+81901234"],
    ["a full-width formula", "＝SUM(A1)", "'＝SUM(A1)"],
    ["a leading apostrophe", "'quoted", "''quoted"],
    ["characters outside the basic plane", "𠮷野家 髙島 加", "𠮷野家 髙島 加"],
  ])("writes %s so that every reader sees it", (_what, cell, written) => {
    expect(csvText(["見出し"], [[cell]])).toBe(`\uFEFF見出し\r\n${written}\r\n`);
  });

  test("prints instants to the minute in Japan, in whatever order they come", () => {
    const instants = fc.array(fc.integer({ min: at("1990-01-01T00:00"), max: at("2040-01-01T00:00") }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(instants, (row) => {
        const lines = csvText(
          ["時刻"],
          row.map((instant) => [instant]),
          "minute",
        ).split("\r\n");
        expect(lines.slice(1, -1)).toEqual(row.map(formatMinute));
      }),
      { numRuns: 200 },
    );
    expect(csvText(["時刻"], [[at("2024-07-16T23:59:59")]], "minute")).toBe(
      "\uFEFF時刻\r\n2024-07-16 23:59\r\n",
    );
  });

  test("is handed on in pieces, whole rows each, that together are the file", () => {
    const pieces: string[] = [];
    const table = csvTable({ columns: [{ heading: "件数", kind: "count" }] }, (piece) => pieces.push(piece));
    const rows = Array.from({ length: 30_000 }, (_, index) => [index]);
    for (const row of rows) table.row(row);
    table.end();
    expect(pieces.join("")).toBe(csvText(["件数"], rows, "count"));
    expect(pieces.length).toBe(4);
    for (const piece of pieces) expect(piece.endsWith("\r\n")).toBe(true);
  });

  test("gives the original back to a reader that takes one leading apostrophe away", () => {
    const cells = fc.array(
      fc.string({
        unit: fc.constantFrom("a", "'", "=", "+", "-", "@", ",", '"', "\r", "\n", "\t", "＝", "漢"),
      }),
      {
        minLength: 2,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(cells, (row) => {
        const [read] = parse(
          csvText(
            row.map(() => "h"),
            [row],
          ),
          {
            bom: true,
            fromLine: 2,
            relaxColumnCount: true,
          },
        ) as string[][];
        expect(read?.map((cell) => cell.replace(/^'/, ""))).toEqual(row);
      }),
      { numRuns: 500 },
    );
  });
});
