/**
 * Code page 932, as Windows and Japanese Excel call Shift_JIS with NEC's and IBM's additions. Of what can be written in two
 * ways, Windows' choice is taken: the code that comes first, save NEC's copy of IBM's characters (lead bytes ED and EE),
 * which is never written: 髙 is FBFC, not EEE0 (Microsoft's table of code page 932, and WHATWG's encoder of Shift_JIS).
 */
export interface Cp932 {
  /** The code of a UTF-16 unit: below 256 one byte, else two; undefined where there is none. */
  readonly codeOf: (unit: number) => number | undefined;
}

/** Makes the table, from the decoder that every JavaScript platform has; a hundredth of a second. */
export function cp932(): Cp932 {
  const codes = new Uint16Array(0x10000);
  const decoder = new TextDecoder("shift_jis");
  const enter = (code: number, ...bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    const unit = text.charCodeAt(0);
    if (text.length === 1 && text !== "\uFFFD" && codes[unit] === 0) codes[unit] = code;
  };
  for (let byte = 1; byte < 0x80; byte++) codes[byte] = byte;
  for (let byte = 0xa1; byte <= 0xdf; byte++) enter(byte, byte);
  for (const lead of leadBytes)
    for (let trail = 0x40; trail <= 0xfc; trail++) enter(lead * 256 + trail, lead, trail);
  for (const [unit, written] of lookalikes) codes[unit.charCodeAt(0)] = codes[written.charCodeAt(0)] ?? 0;
  return { codeOf: (unit) => codes[unit] || undefined };
}

const leadBytes = [
  ...range(0x81, 0x9f),
  ...range(0xe0, 0xfc).filter((lead) => lead !== 0xed && lead !== 0xee),
];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/**
 * The same characters of JIS X 0208, for which Unicode's table and Microsoft's chose different code points, and the narrow
 * ones of Latin-1 for which only the wide one is there. They look alike, so that nothing is lost.
 */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ["\u301C", "\uFF5E"], // 〜 ～
  ["\u2212", "\uFF0D"], // − －
  ["\u2016", "\u2225"], // ‖ ∥
  ["\u2014", "\u2015"], // — ―
  ["\u00A2", "\uFFE0"], // ¢ ￠
  ["\u00A3", "\uFFE1"], // £ ￡
  ["\u00A5", "\uFFE5"], // ¥ ￥
  ["\u00A6", "\uFFE4"], // ¦ ￤
  ["\u00AC", "\uFFE2"], // ¬ ￢
  ["\u203E", "\uFFE3"], // ‾ ￣
  ["\u00A0", " "],
]);
