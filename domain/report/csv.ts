/**
 * CSV as the prefecture's spreadsheets read it: UTF-8 with byte order mark, CRLF, quoted by RFC 4180.
 *
 * A cell that a spreadsheet would run as a formula (it starts with = + - @, a tab or a carriage return, also in their
 * full-width forms) is preceded by an apostrophe, as OWASP's page on CSV injection advises. A cell that starts with an
 * apostrophe itself gets one more, so that a reader who takes one leading apostrophe away always has the original back.
 */
export function csvBytes(heading: readonly string[], rows: readonly (readonly Cell[])[]): Uint8Array {
  const lines = [heading, ...rows].map((row) => `${row.map(written).join(",")}\r\n`);
  return new TextEncoder().encode(`\uFEFF${lines.join("")}`);
}

/** Texts are guarded and quoted; numbers are written as they are. */
export type Cell = string | number;

function written(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const text = /^['=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
