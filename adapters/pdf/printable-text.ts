/** 〓, with which Japanese printers mark a character for which they have no type. */
const geta = "〓";

/** Variation selectors only say which shape is meant; the character that they follow is printed without. */
const selectors = /\p{Variation_Selector}/gu;

/** Line feeds, tabs and the like; the wide space of Japanese text stays what it is. */
const otherSpaces = /[^\S\u3000]+/gu;

/** A text on one line in which every character can be printed: a character that the font lacks becomes 〓. */
export function printableText(text: string, isInFont: (codePoint: number) => boolean): string {
  return Array.from(text.replace(otherSpaces, " ").replace(selectors, ""))
    .map((character) => (isInFont(character.codePointAt(0) ?? 0) ? character : geta))
    .join("");
}
