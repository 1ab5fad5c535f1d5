import { dash } from "../csv/csv.ts";
import type { Reconciliation } from "./reconcile.ts";

/** A reconciliation that found differences, in one line: each of them, and the contacts or receipt numbers among which it lies. */
export function inWords({ report, revision, rows }: Reconciliation): string {
  const wrong = rows
    .filter(({ difference }) => difference !== 0)
    .map(({ name, difference, among = [] }) => `${name} ${shown(difference)} (${among.join(", ")})`);
  return `Revision ${revision} of ${report} differs from its records: ${wrong.join("; ")}.`;
}

/** A whole number as it is, any other with four decimals; a dash for nothing. */
export function shown(number: number | null): string {
  if (number === null) return dash;
  return Number.isInteger(number) ? String(number) : number.toFixed(4);
}
