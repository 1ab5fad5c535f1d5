/** Excel takes no more UTF-16 units than this in a cell (Excel specifications and limits). */
const longestText = 32_767;

const cutMark = "…（長いため、ここまで。全文はCSVにあります）";

/** Of nearly every text nothing has to be changed, and one look tells. */
const special = /[&<>\p{Cc}\p{Cs}\uFFFE\uFFFF]|_x/u;

/**
 * What XML 1.0 forbids (control characters, halves of a surrogate pair, U+FFFE, U+FFFF), the carriage return, which an XML
 * reader would turn into a line feed, and a text that reads like such an escape itself: written as _xHHHH_, as ECMA-376
 * says of ST_Xstring. Tab and line feed stand as they are.
 */
const unwritable = /[[\p{Cc}\p{Cs}\uFFFE\uFFFF]--[\t\n\u007F-\u009F]]|_(?=x[0-9A-Fa-f]{4}_)/gv;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as the content of an element, no longer than a cell may be. */
export function cellText(text: string): string {
  const fitting = text.length > longestText ? cut(text) : text;
  return special.test(fitting) ? escaped(fitting) : fitting;
}

/** A text as the value of an attribute in double quotes. */
export function attributeText(text: string): string {
  return escaped(text);
}

function escaped(text: string): string {
  return text.replace(unwritable, codeOf).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

function codeOf(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** Cuts between characters, never inside a surrogate pair. */
function cut(text: string): string {
  const end = longestText - cutMark.length;
  return text.slice(0, end).replace(/[\uD800-\uDBFF]$/, "") + cutMark;
}
