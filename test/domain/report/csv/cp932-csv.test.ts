import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cp932 } from "../../../../domain/report/csv/cp932.ts";
import { cp932Csv } from "../../../../domain/report/csv/cp932-csv.ts";

const table = cp932();

/** What a reader of code page 932 sees, and what was replaced. */
function written(...pieces: readonly string[]) {
  const bytes: Uint8Array[] = [];
  const replaced: unknown[] = [];
  const csv = cp932Csv(
    table,
    (more) => bytes.push(more),
    ({ row, column, character, replacedBy }) => replaced.push([row, column, character, replacedBy]),
  );
  for (const piece of pieces) csv.add(piece);
  csv.end();
  return { text: new TextDecoder("shift_jis", { fatal: true }).decode(Buffer.concat(bytes)), replaced };
}

describe("a CSV file in code page 932", () => {
  test("says what it can, names of people included", () => {
    expect(written("氏名,住所\r\n髙﨑①㈱,ｱｲｳ\r\n")).toEqual({
      text: "氏名,住所\r\n髙﨑①㈱,ｱｲｳ\r\n",
      replaced: [],
    });
  });

  test("writes the look-alike of wave dash, minus and dash, which are no loss", () => {
    expect(written("10〜12時,−3,—\r\n")).toEqual({ text: "10～12時,－3,―\r\n", replaced: [] });
  });

  test("replaces what it cannot say, and tells where: row, column, character", () => {
    expect(written('見出し,見出し\r\n1,"𠮷野家,\n鷗外"\r\n😀,é\r\n')).toEqual({
      text: '見出し,見出し\r\n1,"〓野家,\n〓外"\r\n〓,〓\r\n',
      replaced: [
        [2, 2, "𠮷", "〓"],
        [2, 2, "鷗", "〓"],
        [3, 1, "😀", "〓"],
        [3, 2, "é", "〓"],
      ],
    });
  });

  test("leaves out what shows nothing: the sign that picks a form of a character, and zero-width spaces", () => {
    expect(written("葛\u{E0100}城,a\u200Bb\r\n")).toEqual({
      text: "葛城,ab\r\n",
      replaced: [
        [1, 1, "\u{E0100}", ""],
        [1, 2, "\u200B", ""],
      ],
    });
  });

  test("joins a kana and its sound mark where they come apart, as macOS writes them", () => {
    expect(written("か\u3099,ハ\u309A\r\n")).toEqual({ text: "が,パ\r\n", replaced: [] });
  });

  test("tells half a surrogate pair by its code", () => {
    expect(written("a\uD842b\r\n")).toEqual({ text: "a〓b\r\n", replaced: [[1, 1, "\uD842", "〓"]] });
  });

  test("is the same however its text is cut into pieces", () => {
    const characters = fc.string({
      unit: fc.constantFrom("a", "髙", "𠮷", "か", "\u3099", ",", '"', "\r\n", "\n", "—", "\u{E0100}"),
    });
    fc.assert(
      fc.property(characters, fc.array(fc.nat(40)), (text, cuts) => {
        const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
        const pieces = places.slice(1).map((place, index) => text.slice(places[index], place));
        expect(written(...pieces)).toEqual(written(text));
      }),
      { numRuns: 500 },
    );
  });
});
