import { dash } from "../../domain/report/csv/csv.ts";
import { type DayNumber, dayAt, dayNumberOf, millisOfDay } from "../../domain/japan-time.ts";
import type { Cell, CellKind } from "../../domain/report/csv/table.ts";
import { cellText } from "./cell-text.ts";
import { type CellStyle, styleIndex } from "./styles.ts";

/** Writes the cells of one column: `reference` is the cell's place, such as B7. */
export type CellPrinter = (reference: string, cell: Cell) => string;

/** What a column of a kind holds as Excel's own types, so that it can be reckoned, sorted and filtered by. */
export function cellPrinter(kind: CellKind): CellPrinter {
  const print = printerOf[kind];
  const nothing: CellStyle = kind === "text" || kind === "date" ? "text" : "nothing";
  return (reference, cell) => (cell === null ? inlineText(reference, dash, nothing) : print(reference, cell));
}

const printerOf: Readonly<Record<CellKind, (reference: string, cell: Exclude<Cell, null>) => string>> = {
  text: (reference, cell) => inlineText(reference, String(cell), "text"),
  count: (reference, cell) => number(reference, String(cell), "count"),
  tenths: (reference, cell) => number(reference, Number(cell).toFixed(1), "tenths"),
  number: (reference, cell) =>
    Number.isInteger(cell)
      ? number(reference, String(cell), "count")
      : number(reference, Number(cell).toFixed(1), "tenths"),
  date: (reference, cell) => {
    const day = isDate.test(String(cell)) ? serialOfDay(dayNumberOf(String(cell))) : 0;
    return day < firstSafeDay
      ? inlineText(reference, String(cell), "text")
      : number(reference, String(day), "date");
  },
  minute: (reference, cell) => {
    const minute = Math.floor(millisOfDay(Number(cell)) / 60_000);
    return number(reference, String(serialOfDay(dayAt(Number(cell))) + minute / 1440), "minute");
  },
};

/** A heading, and every text: a string in the cell itself, never a formula. */
export function inlineText(reference: string, text: string, style: CellStyle): string {
  const space = edged.test(text) ? ' xml:space="preserve"' : "";
  return `<c r="${reference}" s="${styleIndex[style]}" t="inlineStr"><is><t${space}>${cellText(text)}</t></is></c>`;
}

function number(reference: string, value: string, style: CellStyle): string {
  if (value === "NaN" || value.endsWith("Infinity"))
    throw new Error(`The cell ${reference} holds ${value}, which is no number of a report.`);
  return `<c r="${reference}" s="${styleIndex[style]}"><v>${value}</v></c>`;
}

const isDate = /^\d{4}-\d\d-\d\d$/;

/** White space at an edge or a line feed anywhere is kept only where the XML says so. */
const edged = /^\s|\s$|\n/;

/** Excel counts days from 1900 and takes that year for a leap year: from 1 March 1900, day 61, its dates are right. */
const firstSafeDay = 61;

/** 1 January 1970 in Excel's 1900 date system. */
const firstOfJanuary1970 = 25_569;

function serialOfDay(day: DayNumber): number {
  return day + firstOfJanuary1970;
}
