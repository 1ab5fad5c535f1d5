import { dateOfDay, dayAt, type Instant, millisOfDay } from "../../japan-time.ts";
import type { Cell, CellKind, TableHead, TableSink } from "./table.ts";

/** What stands where there is nothing to say. */
export const dash = "—";

/** A table's text is handed on in pieces of about this many characters: a row at a time would be slow. */
const pieceLength = 64 * 1024;

/** A table as a CSV file, in pieces of text: the last comes with the table's end, and no file is ever whole in memory. */
export function csvTable(head: Pick<TableHead, "columns">, write: (text: string) => void): TableSink {
  let text = "";
  const row = csvWriter(head, (line) => {
    text += line;
    if (text.length < pieceLength) return;
    write(text);
    text = "";
  });
  return { row, end: () => write(text) };
}

/**
 * CSV as the prefecture's spreadsheets read it: UTF-8 with byte order mark, CRLF, quoted by RFC 4180. Begins a file and
 * gives what writes one row after the other.
 *
 * A text that a spreadsheet would run as a formula (it starts with = + - @, a tab or a carriage return, also in their
 * full-width forms) is preceded by an apostrophe, as OWASP's page on CSV injection advises. A text that starts with an
 * apostrophe itself gets one more, so that a reader who takes one leading apostrophe away always has the original back
 * (docs/reports.ja.md).
 */
export function csvWriter(
  { columns }: Pick<TableHead, "columns">,
  write: (text: string) => void,
): (cells: readonly Cell[]) => void {
  const printers = columns.map(({ kind }) => numberPrinter(kind));
  const line: string[] = [];
  write(`\uFEFF${columns.map(({ heading }) => printedText(heading)).join(",")}\r\n`);
  return (cells) => {
    for (let index = 0; index < printers.length; index++) {
      const cell = cells[index] ?? dash;
      line[index] = typeof cell === "string" ? printedText(cell) : (printers[index]?.(cell) ?? dash);
    }
    write(`${line.join(",")}\r\n`);
  };
}

function numberPrinter(kind: CellKind): (number: number) => string {
  switch (kind) {
    case "tenths":
      return (number) => number.toFixed(1);
    case "number":
      return (number) => (Number.isInteger(number) ? String(number) : number.toFixed(1));
    case "minute":
      return minutePrinter();
    case "text":
    case "count":
    case "date":
      return String;
  }
}

/** The minutes of a day, from 00:00 to 23:59. */
const minutes = Array.from({ length: 1440 }, (_, minute) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":"),
);

/** Prints instants to the minute. Those of a table stand in order, so that a date is made once for all of its day's. */
function minutePrinter(): (at: Instant) => string {
  let day = Number.NaN;
  let date = "";
  return (at) => {
    if (dayAt(at) !== day) {
      day = dayAt(at);
      date = dateOfDay(day);
    }
    return `${date} ${minutes[Math.floor(millisOfDay(at) / 60_000)]}`;
  };
}

/** Of nearly every text neither is true, and one look tells. */
const special = /^['=+\-@\t＝＋－＠]|[",\r\n]/;
const guarded = /^['=+\-@\t\r＝＋－＠]/;
const quoted = /[",\r\n]/;

function printedText(cell: string): string {
  if (!special.test(cell)) return cell;
  if (!quoted.test(cell)) return `'${cell}`;
  const text = guarded.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}
