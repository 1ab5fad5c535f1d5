import { formatMinute } from "../japan-time.ts";
import type { Cell, CellKind, TableHead } from "./table.ts";

/** What stands where there is nothing to say. */
export const dash = "—";

/**
 * CSV as the prefecture's spreadsheets read it: UTF-8 with byte order mark, CRLF, quoted by RFC 4180. Begins a file and
 * gives what writes one row after the other, so that no file is ever whole in memory.
 *
 * A text that a spreadsheet would run as a formula (it starts with = + - @, a tab or a carriage return, also in their
 * full-width forms) is preceded by an apostrophe, as OWASP's page on CSV injection advises. A text that starts with an
 * apostrophe itself gets one more, so that a reader who takes one leading apostrophe away always has the original back.
 */
export function csvWriter(
  { columns }: Pick<TableHead, "columns">,
  write: (text: string) => void,
): (cells: readonly Cell[]) => void {
  const printers = columns.map(({ kind }) => printerOf[kind]);
  write(`\uFEFF${columns.map(({ heading }) => printedText(heading)).join(",")}\r\n`);
  return (cells) => {
    let line = "";
    for (let index = 0; index < printers.length; index++) {
      if (index > 0) line += ",";
      const cell = cells[index] ?? null;
      line += cell === null ? dash : printers[index]?.(cell);
    }
    write(`${line}\r\n`);
  };
}

const printerOf: Readonly<Record<CellKind, (cell: string | number) => string>> = {
  text: (cell) => printedText(String(cell)),
  count: String,
  tenths: (cell) => Number(cell).toFixed(1),
  date: (cell) => printedText(String(cell)),
  minute: (cell) => formatMinute(Number(cell)),
};

/** Of nearly every text neither is true, and one look tells. */
const special = /^['=+\-@\t＝＋－＠]|[",\r\n]/;
const guarded = /^['=+\-@\t\r＝＋－＠]/;
const quoted = /[",\r\n]/;

function printedText(cell: string): string {
  if (!special.test(cell)) return cell;
  const text = guarded.test(cell) ? `'${cell}` : cell;
  return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
