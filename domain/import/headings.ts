import { failure, type Result, success } from "../result.ts";
import type { FileLine } from "./file-line.ts";
import { spelledAlike } from "./text.ts";

/** The headings under which a file may give each field; the first is the one that people are told. */
export type Headings<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** So much of a heading line is shown in a message. */
const longestShown = 200;

/** Where a file has which field. */
export interface Columns<Field extends string> {
  /** How many cells each line has. */
  readonly width: number;
  /** The file's own heading of a field. */
  headingOf(field: Field): string;
  /** Headings that mean nothing to us; their columns are not read. */
  readonly unknown: readonly string[];
  /** A line's cells by field; "" for a field that the file does not have. */
  fieldsOf(line: FileLine): Readonly<Record<Field, string>>;
}

/**
 * Finds the columns of a heading line, in whatever order they are. The failure names the fields that are missing, or the
 * two columns that give the same one.
 */
export function readHeadings<Field extends string>(
  cells: readonly string[],
  headings: Headings<Field>,
  required: readonly Field[],
): Result<Columns<Field>> {
  const fields = Object.keys(headings) as Field[];
  const fieldOf = fieldBySpelling(headings);
  const found = new Map<Field, number>();
  const unknown: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const field = fieldOf.get(plainHeading(cell));
    const earlier = field === undefined ? undefined : found.get(field);
    if (earlier !== undefined)
      return failure(`The columns "${cells[earlier]}" and "${cell}" give the same field: leave one of them.`);
    if (field !== undefined) found.set(field, index);
    else if (cell.trim() !== "") unknown.push(cell.trim());
  }
  const missing = required.filter((field) => !found.has(field));
  if (missing.length > 0) {
    const names = missing.map((field) => headings[field][0]).join(", ");
    const given = cells.join(", ").replaceAll(/\s+/g, " ").slice(0, longestShown);
    return failure(
      `It has no column ${names}: name it so on the first line, or add the file's own word to the programme. It has: ${given}`,
    );
  }
  return success({
    width: cells.length,
    unknown,
    headingOf: (field) => cells[found.get(field) ?? -1]?.trim() ?? headings[field][0] ?? field,
    fieldsOf: (line) =>
      Object.fromEntries(fields.map((field) => [field, line.cells[found.get(field) ?? -1] ?? ""])) as Record<
        Field,
        string
      >,
  });
}

/** Which field a heading means, by `plainHeading`. */
export function fieldBySpelling<Field extends string>(headings: Headings<Field>): ReadonlyMap<string, Field> {
  const fields = Object.keys(headings) as Field[];
  return new Map(
    fields.flatMap((field) => headings[field].map((spelling) => [plainHeading(spelling), field] as const)),
  );
}

/** A heading to compare: without the marks that forms put at what must be given. */
export function plainHeading(text: string): string {
  return spelledAlike(text).replaceAll(/\((?:必須|任意)\)|\[(?:必須|任意)\]|※?(?:必須|任意)$|[*※]/g, "");
}
