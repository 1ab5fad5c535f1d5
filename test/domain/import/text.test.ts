import { expect, test } from "vitest";
import { cleanText, spelledAlike } from "../../../domain/import/text.ts";

test("a text is kept as it was written, without what nobody sees", () => {
  const hidden = "\uFEFF 𠮷野の髙橋\u0000\u001B\u202E\u2067です👍\r\n次の行\r\tおわり\u0085 ";
  expect(cleanText(hidden)).toBe("𠮷野の髙橋です👍\n次の行\n\tおわり");
  expect(cleanText("半分\uD842")).toBe("半分\uFFFD");
});

test("words are alike in full and half width, in capitals, and with spaces", () => {
  for (const [one, other] of [
    ["６０代", "60代"],
    ["ＩＰＨＯＮＥ", "iPhone"],
    ["鶴ヶ島市", "鶴ケ島市"],
    ["ﾎﾟｲﾝﾄ", "ポイント"],
    ["対応　中", "対応中"],
  ] as const)
    expect(spelledAlike(one)).toBe(spelledAlike(other));
  expect(spelledAlike("美里町")).not.toBe(spelledAlike("美里村"));
});
