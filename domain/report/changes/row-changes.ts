/** How a row of a list differs between two revisions. */
export interface RowChange {
  readonly key: string;
  readonly change: "added" | "removed" | "changed";
}

/** Rows by what names them. */
export type KeyedRows = ReadonlyMap<string, string>;

/** What differs between some rows of two revisions, in order of the names. */
export function rowChanges(before: KeyedRows, after: KeyedRows): RowChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key): RowChange[] => {
    const [old, now] = [before.get(key), after.get(key)];
    if (old === now) return [];
    if (old === undefined) return [{ key, change: "added" }];
    return [{ key, change: now === undefined ? "removed" : "changed" }];
  });
}

/** How a list's rows are named and ordered, by its headings. */
export interface ListShape {
  /** Names a row: its receipt number, with the escalation's where it has one. Undefined: the rows have no names. */
  readonly keyOf: ((record: readonly string[]) => string) | undefined;
  /** The day that a row belongs to, where the list is in order of days; "" where it is not. */
  readonly dayOf: (record: readonly string[]) => string;
}

/** The shape of a list. A list that begins with 受付日時 is in order of it, and can be compared a day at a time. */
export function shapeOf(headings: readonly string[]): ListShape {
  const [receipt, escalation] = [headings.indexOf("受付番号"), headings.indexOf("照会番号")];
  const isByDay = headings[0] === "受付日時";
  return {
    keyOf:
      receipt < 0
        ? undefined
        : (record) => [record[receipt], ...(escalation < 0 ? [] : [`照会${record[escalation]}`])].join(" "),
    dayOf: (record) => (isByDay ? (record[0] ?? "").slice(0, 10) : ""),
  };
}
