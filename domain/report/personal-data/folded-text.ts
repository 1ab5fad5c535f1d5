/** Stands where something was found already, or an earlier mask is: no pattern matches it. */
const barrier = "\u0000";

/**
 * A text in which a pattern need not know how it was typed, unit for unit as long as the original, so that a place in one
 * is the same place in the other: full-width letters, digits and signs become half-width, half-width kana become full-width
 * (NFKC, wherever one unit stays one unit).
 */
export function folded(text: string): string {
  let result = "";
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index);
    result += unit < "\u0080" ? unit : foldedUnit(unit);
  }
  return result;
}

function foldedUnit(unit: string): string {
  const form = unit.normalize("NFKC");
  return form.length === 1 ? form : unit;
}

const kanjiDigits = "〇一二三四五六七八九";

/** The same with kanji digits as digits, as in 〇九〇. */
export function withDigitsOfKanji(text: string): string {
  return text.replace(/[〇一二三四五六七八九]/g, (digit) => String(kanjiDigits.indexOf(digit)));
}

/** The text with a stretch of it behind a barrier of the same length. */
export function walledOff(text: string, from: number, to: number): string {
  return text.slice(0, from) + barrier.repeat(to - from) + text.slice(to);
}
