import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { cp932 } from "../../../../domain/report/csv/cp932.ts";

const { codeOf } = cp932();

/** The code of a character, in hexadecimal. */
const hex = (character: string) => codeOf(character.charCodeAt(0))?.toString(16).toUpperCase();

/** Where Unicode and Microsoft chose different code points for one character, and the narrow ones that become wide. */
const lookalikes = new Map(
  Object.entries({
    "〜": "～",
    "−": "－",
    "‖": "∥",
    "—": "―",
    "¢": "￠",
    "£": "￡",
    "¥": "￥",
    "¦": "￤",
    "¬": "￢",
    "‾": "￣",
    "\u00A0": " ",
  }),
);

describe("code page 932", () => {
  // Microsoft's table of code page 932 (unicode.org, VENDORS/MICSFT/WINDOWS/CP932.TXT), read by hand.
  test.each([
    ["A", "41"],
    ["\\", "5C"],
    ["ｱ", "B1"],
    ["あ", "82A0"],
    ["～", "8160"],
    ["－", "817C"],
    ["∥", "8161"],
    ["―", "815C"],
    ["￢", "81CA"],
    ["∵", "81E6"],
    ["①", "8740"],
    ["Ⅰ", "8754"],
    ["㈱", "878A"],
    ["ⅰ", "FA40"],
    ["纊", "FA5C"],
    ["﨑", "FAB1"],
    ["髙", "FBFC"],
    ["黑", "FC4B"],
  ])("has %s as %s, where Windows writes it", (character, code) => {
    expect(hex(character)).toBe(code);
  });

  test.each(["鷗", "瘦", "㋿", "é", "\uD842", "\uFEFF"])("has no %s", (character) => {
    expect(codeOf(character.charCodeAt(0))).toBeUndefined();
  });

  test("has for every character of Unicode the bytes that iconv-lite has, or none where it writes a question mark", () => {
    let compared = 0;
    for (let unit = 1; unit < 0x10000; unit++) {
      const character = String.fromCharCode(unit);
      const isHalf = unit >= 0xd800 && unit < 0xe000;
      // iconv-lite leaves out the 1,880 places for a user's own characters, F040 to F9FC, which Windows has.
      const isUsersOwn = unit >= 0xe000 && unit < 0xe758;
      // A control character that no text holds, which iconv-lite copies.
      if (isHalf || isUsersOwn || unit === 0x80 || lookalikes.has(character)) continue;
      const bytes = iconv.encode(character, "cp932");
      const isMissing = bytes.toString("latin1") === "?" && character !== "?";
      expect([unit, codeOf(unit)]).toEqual([unit, isMissing ? undefined : bytes.readUIntBE(0, bytes.length)]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(61_000);
  });

  test("is read back by the platform's own decoder, character by character", () => {
    const decoder = new TextDecoder("shift_jis", { fatal: true });
    let read = 0;
    for (let unit = 0x20; unit < 0x10000; unit++) {
      const code = codeOf(unit);
      if (code === undefined || unit === 0x7f) continue;
      const character = String.fromCharCode(unit);
      const bytes = code < 256 ? [code] : [code >> 8, code & 255];
      expect(decoder.decode(Uint8Array.from(bytes))).toBe(lookalikes.get(character) ?? character);
      read += 1;
    }
    // 95 of ASCII and 63 half-width kana; JIS X 0208's 6,879, NEC's row 13 (83, of which 9 are there already), IBM's 388 (of
    // which 15 are); 1,880 places for a user's own; 11 look-alikes.
    expect(read).toBe(95 + 63 + 6879 + (83 - 9) + (388 - 15) + 1880 + 11);
  });
});
