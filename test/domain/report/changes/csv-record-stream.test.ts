import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRecordStream } from "../../../../domain/report/changes/csv-record-stream.ts";
import { csvTable } from "../../../../domain/report/csv/csv.ts";

/** The records of a text that comes in pieces of so many characters. */
function read(text: string, length: number): string[][] {
  const stream = csvRecordStream();
  const records: string[][] = [];
  for (let at = 0; at < text.length; at += length) records.push(...stream.push(text.slice(at, at + length)));
  return [...records, ...stream.end()];
}

describe("the records of a CSV file", () => {
  test("are what was written, with commas, quotes and line ends in them, however the text is cut", () => {
    const text = '\uFEFF受付番号,相談内容\r\n1,"一行目\r\n二行目、""強調"",終わり"\r\n2,\r\n3,—';
    for (const length of [1, 2, 3, 7, 1000])
      expect(read(text, length)).toEqual([
        ["受付番号", "相談内容"],
        ["1", '一行目\r\n二行目、"強調",終わり'],
        ["2", ""],
        ["3", "—"],
      ]);
  });

  test("come back for any texts", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", '"', ",", "\r", "\n", "=", "'", "山", " "),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), fc.integer({ min: 1, max: 9 }), (rows, length) => {
        let text = "";
        const table = csvTable(
          {
            columns: [
              { heading: "x", kind: "text" },
              { heading: "y", kind: "text" },
            ],
          },
          (piece) => (text += piece),
        );
        for (const row of rows) table.row(row);
        table.end();
        expect(read(text, length)).toEqual([["x", "y"], ...rows]);
      }),
    );
  });
});
