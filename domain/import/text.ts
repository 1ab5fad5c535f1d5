/** What is no part of a text: control characters other than tab and line feed, and marks that turn its direction. */
const invisible = /[^\P{Cc}\t\n]|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** A cell as it is kept: line ends as \n, nothing invisible, no spaces around it. Characters such as 𠮷 and 髙 stay as they are. */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").replaceAll(invisible, "").toWellFormed().trim();
}

/** A text in which full-width and half-width, capital and small, ヶ and ケ are the same and spaces are nothing: to compare, not to keep. */
export function spelledAlike(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "").replaceAll("ヶ", "ケ");
}
