import fc from "fast-check";
import { expect, test } from "vitest";
import { csvTable } from "../../../../domain/report/csv/csv.ts";
import { csvRecords, csvRows } from "../../../../domain/report/csv/read-csv.ts";

function written(rows: readonly (readonly string[])[], width: number): string {
  let text = "";
  const columns = Array.from({ length: width }, (_, index) => ({
    heading: `h${index}`,
    kind: "text" as const,
  }));
  const table = csvTable({ columns }, (piece) => (text += piece));
  for (const row of rows) table.row(row);
  table.end();
  return text;
}

test("what was written is read back character by character, guard against formulas and all", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "=1+1",
      "'quoted",
      "-5",
      "a,b",
      'say "x"',
      "line\r\nline",
      "",
      "＝全角",
      "𠮷野",
      "'",
      '"',
    ),
  );
  const tables = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }));
  fc.assert(
    fc.property(tables, (rows) => {
      const width = rows[0]?.length ?? 1;
      const [headings, ...read] = csvRecords(written(rows, width));
      expect(headings).toEqual(Array.from({ length: width }, (_, index) => `h${index}`));
      expect(read).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});

test("rows are read by heading, and a file without the heading is no such file", () => {
  expect([...csvRows("\uFEFFa,b\r\n1,2\r\n", ["b"])]).toEqual([{ b: "2" }]);
  expect(() => [...csvRows("a,b\r\n", ["c"])]).toThrow("no column c");
  expect(() => [...csvRecords('a\r\n"open')]).toThrow("never closed");
});
