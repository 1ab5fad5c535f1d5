/** One line of a table that people made, as it was read; the first is the heading. */
export interface FileLine {
  /** The line of the file on which it begins, from 1, as a text editor counts. */
  readonly line: number;
  /** The row of the table, from 1, as a spreadsheet counts; behind a cell of several lines the two differ. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Why nothing from here on could be read. */
  readonly broken?: string;
}

/** What is wrong with one field, in a sentence for whoever made the file. `field` is named by its code. */
export interface FieldProblem<Field extends string = string> {
  readonly field: Field;
  readonly value: string;
  readonly reason: string;
}

/** The same where it stands in the file. `field` is the file's own heading, or 行 for the line as a whole. */
export interface Reject {
  readonly line: number;
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
}

/** What a line says, or everything that is wrong with it. */
export type Reading<Value, Field extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly FieldProblem<Field>[] };
