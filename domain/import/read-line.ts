import type { FileLine, Reading, Reject } from "./file-line.ts";
import type { Columns } from "./headings.ts";

/** What a line says, or all that is wrong with it, in the file's own words. */
type LineReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly rejects: readonly Reject[] };

/** Reads a line whose columns are known: it must be whole, and its fields must be right. */
export function readLine<Field extends string, Value>(
  columns: Columns<Field>,
  line: FileLine,
  read: (fields: Readonly<Record<Field, string>>) => Reading<Value, Field>,
): LineReading<Value> {
  const { cells, broken } = line;
  const reason =
    broken ??
    (cells.length === columns.width
      ? undefined
      : `列が${cells.length}あり、見出しは${columns.width}あります。区切りと引用符を確かめてください。`);
  if (reason !== undefined) return { ok: false, rejects: [rejectAt(line, "行", cells.join(","), reason)] };
  const reading = read(columns.fieldsOf(line));
  if (reading.ok) return reading;
  return {
    ok: false,
    rejects: reading.problems.map(({ field, value, reason: why }) =>
      rejectAt(line, columns.headingOf(field), value, why),
    ),
  };
}

/** Something that is wrong on a line. */
export function rejectAt({ line, row }: FileLine, field: string, value: string, reason: string): Reject {
  return { line, row, field, value, reason };
}

/** A line without anything in it, as spreadsheets leave them at the end. */
export function isEmptyLine({ cells, broken }: FileLine): boolean {
  return broken === undefined && cells.every((cell) => cell.trim() === "");
}
