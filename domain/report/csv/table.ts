/**
 * What a column holds, so that each form of a report writes it as what it is: a text (guarded and quoted in CSV, never a
 * formula), a whole number, a number with one decimal, a number with one decimal where it is not whole ("number", for columns of
 * mixed figures), a date such as "2024-07-16", or an instant that is shown to the minute.
 */
export type CellKind = "text" | "count" | "tenths" | "number" | "date" | "minute";

/** A value of a table; null where there is nothing to say, which is shown as a dash. */
export type Cell = string | number | null;

/** A column: its heading, what it holds, and the cell that a row has in it. */
export type Column<Row> = readonly [heading: string, kind: CellKind, cell: (row: Row) => Cell];

/** One table of a report. It becomes a CSV file and a sheet of the workbook. */
export interface Table<Row> {
  /** The CSV file's name. */
  readonly file: string;
  /** The sheet's name. */
  readonly sheet: string;
  readonly columns: readonly Column<Row>[];
}

/** A table without the shape of its rows: what those need who write it. */
export interface TableHead {
  readonly file: string;
  readonly sheet: string;
  readonly columns: readonly { readonly heading: string; readonly kind: CellKind }[];
}

/** Takes the rows of one table, one after the other, and then its end. */
export interface TableSink {
  row(cells: readonly Cell[]): void;
  end(): void;
}

/** Begins a table. The one before has ended: tables are written one at a time. */
export type BeginTable = (head: TableHead) => TableSink;

/** Begins a table and gives what writes its rows. */
export function beginTable<Row>(begin: BeginTable, table: Table<Row>): { row(row: Row): void; end(): void } {
  const { file, sheet, columns } = table;
  const sink = begin({ file, sheet, columns: columns.map(([heading, kind]) => ({ heading, kind })) });
  return { row: (row) => sink.row(columns.map(([, , cell]) => cell(row))), end: () => sink.end() };
}

/** Writes a table that is whole already. */
export function writeTable<Row>(begin: BeginTable, table: Table<Row>, rows: readonly Row[]): void {
  const sink = beginTable(begin, table);
  for (const row of rows) sink.row(row);
  sink.end();
}
