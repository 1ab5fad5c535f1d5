/** Sources of regular expressions, for patterns with the flags `dgmu` on folded text. */

/** One kanji, as names and places are written in; 髙, 﨑 and 𠮷 among them. */
export const kanji = "[\\u3400-\\u4dbf\\u4e00-\\u9fff々〆ヶ\\uf900-\\ufaff\\u{20000}-\\u{323af}]";

/** One katakana; the marks of half-width kana stand alone. */
export const katakana = "[ァ-ヶー\\u3099\\u309a]";

export const hiragana = "[ぁ-ゖー]";

/** What people put between the digits of one number: hyphens of every make, spaces, dots, brackets, and what a keyboard hides. */
export const betweenDigits = "[\\s\\-‐‑‒–—―−ー.,・()_~〜の\\u20e3\\ufe0f\\u200b-\\u200d\\u2060]{0,3}";

/** The same for numbers that are not telephone numbers: commas and dots are left to amounts. */
export const betweenDigitsOfRun = "[ \\-‐‑‒–—―−ー・_\\u20e3\\ufe0f\\u200b-\\u200d\\u2060]{0,2}";

export const hyphen = "[\\-‐‑‒–—―−ー]";

/** A pattern that finds `x` where it has such a group, and otherwise all that it matches. */
export function pattern(source: string): RegExp {
  return new RegExp(source, "dgmu");
}
