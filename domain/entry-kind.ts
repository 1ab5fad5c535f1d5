import type { Instant } from "./japan-time.ts";

/**
 * How one kind of a desk's small entries is kept: all kinds lie in one table, each under its own name, and an entry is found
 * by its id. Entries whose ids begin alike lie together.
 */
export interface EntryKind<Entry> {
  /** The beginning of its keys, such as `incident`; never changed. */
  readonly kind: string;
  readonly idOf: (entry: Entry) => string;
  /** When an entry goes by itself. @default never */
  readonly expiresAt?: (entry: Entry) => Instant;
  /** Entries that begin alike are read with every write that was answered before, which costs twice as much. @default a write may take a moment to show */
  readonly showsWritesAtOnce?: true;
  /** By which instant an entry stands in the list of its kind; undefined for one that stands in none. @default none does */
  readonly listedAt?: (entry: Entry) => Instant | undefined;
}

/** A number within an id, so that ids stand in the order of their numbers. */
export function idNumber(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}

/** An event of a log: its place in the order in which the events were written, from 1. */
export interface Numbered {
  readonly number: number;
}
