import { csvTable } from "../../domain/report/csv/csv.ts";
import type { BeginTable } from "../../domain/report/csv/table.ts";
import type { Draft, WorkbookWriter } from "../ports/reports.ts";

const encoder = new TextEncoder();

/** Writes each table into a draft as the CSV file that it names. */
export function csvInto(draft: Draft): BeginTable {
  return (head) => csvTable(head, (text) => draft.append(head.file, encoder.encode(text)));
}

/** Where the tables of a report go. */
export interface ReportTables {
  readonly begin: BeginTable;
  /** Ends the workbook and gives the number of rows of each file; the workbook has those of all its sheets. */
  end(): ReadonlyMap<string, number>;
}

/**
 * Sends each row of each table, in one pass, to the table's CSV file and to its sheet of the workbook. A workbook without a
 * name is none.
 */
export function reportTables(
  draft: Draft,
  newWorkbook: WorkbookWriter,
  { name, title }: { readonly name: string | undefined; readonly title: string },
): ReportTables {
  const workbook = name === undefined ? undefined : newWorkbook(title, (bytes) => draft.append(name, bytes));
  const beginCsv = csvInto(draft);
  const rowsOf = new Map<string, number>();
  let allRows = 0;
  return {
    begin(head) {
      const csv = beginCsv(head);
      const sheet = workbook?.begin(head);
      let rows = 0;
      return {
        row(cells) {
          csv.row(cells);
          sheet?.row(cells);
          rows += 1;
        },
        end() {
          csv.end();
          sheet?.end();
          rowsOf.set(head.file, rows);
          allRows += rows;
        },
      };
    },
    end() {
      workbook?.end();
      return name === undefined ? rowsOf : new Map([...rowsOf, [name, allRows]]);
    },
  };
}
