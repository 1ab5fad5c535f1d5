import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, describe, expect, test } from "vitest";
import type { FileLine } from "../../domain/import/file-line.ts";
import { csvLines, openCsv } from "../../local/csv-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "callcentre-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(bytes: Uint8Array | string): string {
  const path = join(folder, "file.csv");
  writeFileSync(path, bytes);
  return path;
}

async function linesOf(bytes: Uint8Array | string) {
  const file = await openCsv(written(bytes));
  if (!file.ok) throw new Error(file.problem);
  return { encoding: file.value.encoding, lines: await Array.fromAsync(file.value.lines) };
}

const line = (number: number, row: number, ...cells: string[]): FileLine => ({ line: number, row, cells });

describe("a table", () => {
  test.each([
    ["CRLF", "\r\n"],
    ["LF", "\n"],
    ["CR", "\r"],
  ])("with %s is read, with line ends and quotes in its cells, in pieces of any size", async (_name, end) => {
    const text = ["a,b", `1,"x${end}y"`, '2,"say ""hi"", ok"', "", "3,"].join(end);
    const expected = [
      line(1, 1, "a", "b"),
      line(2, 2, "1", `x${end}y`),
      line(4, 3, "2", 'say "hi", ok'),
      line(5, 4, ""),
      line(6, 5, "3", ""),
    ];
    expect((await linesOf(text)).lines).toEqual(expected);
    expect((await linesOf(text + end)).lines).toEqual(expected);
    async function* characters() {
      yield* text;
    }
    expect(await Array.fromAsync(csvLines(characters()))).toEqual(expected);
  });

  test("keeps a quote in the middle of a cell, and as many cells as a line has", async () => {
    const { lines } = await linesOf('a,b\n1,5" 画面\n2\n3,4,5\n');
    expect(lines.slice(1)).toEqual([line(2, 2, "1", '5" 画面'), line(3, 3, "2"), line(4, 4, "3", "4", "5")]);
  });

  test("ends where a quote is never closed, and says at which line", async () => {
    const { lines } = await linesOf('a,b\n1,2\n3,"x\n4,5\n6,7\n');
    expect(lines).toEqual([
      line(1, 1, "a", "b"),
      line(2, 2, "1", "2"),
      { line: 3, row: 3, cells: [], broken: expect.stringContaining("引用符") },
    ]);
  });

  test("does not read on for ever behind such a quote", async () => {
    let pieces = 0;
    async function* endless() {
      yield 'a\n"';
      for (; pieces < 1000; pieces++) yield "x".repeat(100_000);
    }
    const lines = await Array.fromAsync(csvLines(endless()));
    expect(lines.at(-1)?.broken).toBeDefined();
    // 2,000,000 characters are 20 pieces, and one more is under way.
    expect(pieces).toBeLessThan(30);
  });

  test("that cannot be read to its end is an error, not an end", async () => {
    async function* failing() {
      yield "a,b\n";
      throw new Error("the disk is gone");
    }
    await expect(Array.fromAsync(csvLines(failing()))).rejects.toThrow("the disk is gone");
  });
});

describe("the encoding", () => {
  const text = "番号,内容\r\nR-1,髙﨑①㈱～の歩数ｶﾞ出ない\r\n";

  test("UTF-8, with and without byte order mark, and CP932 say the same", async () => {
    const plain = await linesOf(text);
    expect(plain.encoding).toBe("UTF-8");
    expect(plain.lines[1]).toEqual(line(2, 2, "R-1", "髙﨑①㈱～の歩数ｶﾞ出ない"));
    expect(await linesOf(`\uFEFF${text}`)).toEqual(plain);
    expect(await linesOf(iconv.encode(text, "cp932"))).toEqual({ ...plain, encoding: "CP932" });
  });

  test("CP932 is read right wherever the file is cut into pieces", async () => {
    // Files are read in pieces of 64 KiB; one letter in front puts every double byte on the other side of the cut.
    for (const front of ["", "x"]) {
      const long = `a\n${front}${"髙".repeat(50_000)}\n`;
      const { encoding, lines } = await linesOf(iconv.encode(long, "cp932"));
      expect(encoding).toBe("CP932");
      expect(lines[1]?.cells).toEqual([`${front}${"髙".repeat(50_000)}`]);
    }
  });

  test("𠮷 and other characters of UTF-8 alone stay", async () => {
    expect((await linesOf("名\n𠮷👍\n")).lines[1]).toEqual(line(2, 2, "𠮷👍"));
  });

  test.each([
    ["a workbook", Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), "workbook"],
    ["UTF-16", Buffer.from("\uFEFF番号,内容\n", "utf16le"), "UTF-16"],
    [
      "bytes that are neither",
      Uint8Array.of(0x61, 0x0a, 0x82, 0xff, 0xfd, 0x80, 0x0a),
      "neither UTF-8 nor CP932",
    ],
  ])("%s is refused in a sentence", async (_name, bytes, sentence) => {
    expect(await openCsv(written(bytes))).toEqual({ ok: false, problem: expect.stringContaining(sentence) });
  });
});
