import { type Cell, csvBytes } from "./csv.ts";
import type { ReportFile } from "./report-file.ts";

/** A column of a CSV file: its heading, and the cell that a row has in it. */
export type Column<Row> = readonly [heading: string, cell: (row: Row) => Cell];

export function csvFile<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): ReportFile {
  const bytes = csvBytes(
    columns.map(([heading]) => heading),
    rows.map((row) => columns.map(([, cell]) => cell(row))),
  );
  return { name, bytes, rows: rows.length };
}

/** A rate or an average with one decimal; a dash where there is nothing to divide by. */
export function oneDecimal(value: number | null): Cell {
  return value === null ? "—" : value.toFixed(1);
}
