import { expect, test } from "vitest";
import { ticksUpTo } from "../../../adapters/pdf/axis.ts";
import { piecesOf } from "../../../adapters/pdf/table.ts";

test.each([
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [45, [0, 10, 20, 30, 40, 50]],
  [100, [0, 20, 40, 60, 80, 100]],
  [1_234, [0, 500, 1_000, 1_500]],
])("an axis up to %i has round numbers, the last not below it", (highest, ticks) => {
  expect(ticksUpTo(highest)).toEqual(ticks);
});

test("a text is cut into the longest pieces that fit, and never inside a character", () => {
  const text = "あ𠮷い".repeat(5);
  const pieces = piecesOf(text, (piece) => Array.from(piece).length <= 4);
  expect(pieces.map((piece) => Array.from(piece).length)).toEqual([4, 4, 4, 3]);
  expect(pieces.join("")).toBe(text);
  expect(piecesOf("あい", () => false)).toEqual(["あ", "い"]);
  expect(piecesOf("", () => true)).toEqual([]);
});
