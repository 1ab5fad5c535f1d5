import type { BeginTable, Cell } from "../../domain/report/csv/table.ts";

/** Takes the tables of a report and gives the rows of one by its file, a cell by its heading. */
export function keptTables() {
  const tables = new Map<string, Record<string, Cell>[]>();
  const begin: BeginTable = ({ file, columns }) => {
    const rows: Record<string, Cell>[] = [];
    tables.set(file, rows);
    return {
      row: (cells) =>
        void rows.push(
          Object.fromEntries(columns.map(({ heading }, index) => [heading, cells[index] ?? null])),
        ),
      end: () => undefined,
    };
  };
  const rows = (file: string) => {
    const found = tables.get(file);
    if (!found) throw new Error(`There is no table ${file}.`);
    return found;
  };
  return { begin, rows };
}
