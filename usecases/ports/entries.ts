import type { EntryKind } from "../../domain/entry-kind.ts";
import type { Instant } from "../../domain/japan-time.ts";

/** Where a page of a list ends: behind this entry. */
export interface ListPlace {
  readonly at: Instant;
  readonly id: string;
}

/** Which page of a list is wanted. */
export interface WantedPage {
  /** At most so many entries. */
  readonly limit: number;
  /** From behind the place where the page before ended. @default from the beginning */
  readonly after?: ListPlace;
  /** Nothing that is listed before this instant. @default everything */
  readonly from?: Instant;
  /** @default the latest */
  readonly first?: "latest" | "earliest";
}

export interface PageOfEntries<Entry> {
  readonly entries: readonly Entry[];
  /** Where the next page begins; absent on the last. */
  readonly next?: ListPlace;
}

/** Entries of one kind, such as incidents, each under the id that its kind gives it. */
export interface EntryStore<Entry> {
  /** The entries whose ids begin so, in order of id. */
  all(programme: string, beginning?: string): Promise<Entry[]>;
  /**
   * A page of the entries that stand in a list (`listedAt` of their kind), in order of that instant. What it costs does not
   * grow with how many there are. It may take a moment to show a write.
   */
  page(programme: string, wanted: WantedPage): Promise<PageOfEntries<Entry>>;
  find(programme: string, id: string): Promise<Entry | undefined>;
  /** Keeps a new entry and answers undefined; where its id is taken already, answers the entry that has it. */
  add(programme: string, entry: Entry): Promise<Entry | undefined>;
  /** Keeps an entry in the place of whatever has its id. */
  put(programme: string, entry: Entry): Promise<void>;
  remove(programme: string, id: string): Promise<void>;
}

/** Entries that are changed by several people: each version counts one up, and the second who writes one is refused. */
export interface VersionedEntryStore<Entry extends { readonly version: number }> extends EntryStore<Entry> {
  /** Replaces an entry by its next version. Answers false where somebody else wrote that version first. */
  update(programme: string, changed: Entry): Promise<boolean>;
}

/** Where the entries of any kind are kept. */
export type Entries = <Entry extends object>(kind: EntryKind<Entry>) => EntryStore<Entry>;

/** The same for kinds with versions. */
export type VersionedEntries = <Entry extends { readonly version: number }>(
  kind: EntryKind<Entry>,
) => VersionedEntryStore<Entry>;
