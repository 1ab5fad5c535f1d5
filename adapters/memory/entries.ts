import type { EntryKind } from "../../domain/entry-kind.ts";
import type { EntryStore, ListPlace, VersionedEntryStore } from "../../usecases/ports/entries.ts";

/** A desk's small entries in memory, for tests and rehearsals. They pass the same contract suite. */
export function memoryEntries<Entry>(kind: EntryKind<Entry>): EntryStore<Entry> {
  return entriesIn(kind, new Map());
}

export function memoryVersionedEntries<Entry extends { readonly version: number }>(
  kind: EntryKind<Entry>,
): VersionedEntryStore<Entry> {
  const kept: Kept<Entry> = new Map();
  return {
    ...entriesIn(kind, kept),
    update: async (programme, changed) => {
      const id = kind.idOf(changed);
      if (kept.get(programme)?.get(id)?.version !== changed.version - 1) return false;
      kept.get(programme)?.set(id, changed);
      return true;
    },
  };
}

type Kept<Entry> = Map<string, Map<string, Entry>>;

function entriesIn<Entry>({ idOf, listedAt }: EntryKind<Entry>, kept: Kept<Entry>): EntryStore<Entry> {
  const of = (programme: string) => kept.get(programme) ?? new Map<string, Entry>();
  const set = (programme: string, entry: Entry) =>
    void kept.set(programme, of(programme).set(idOf(entry), entry));
  return {
    all: async (programme, beginning = "") =>
      [...of(programme)]
        .filter(([id]) => id.startsWith(beginning))
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, entry]) => entry),
    page: async (programme, { limit, after, from = -Infinity, first = "latest" }) => {
      const direction = first === "latest" ? -1 : 1;
      const inOrder = (one: ListPlace, other: ListPlace) =>
        direction * (one.at - other.at || (one.id < other.id ? -1 : 1));
      const rest = [...of(programme)]
        .flatMap(([id, entry]) => {
          const at = listedAt?.(entry);
          return at === undefined ? [] : [{ at, id, entry }];
        })
        .filter((one) => one.at >= from && one.id !== after?.id && (!after || inOrder(after, one) < 0))
        .sort(inOrder);
      const shown = rest.slice(0, limit);
      const last = rest.length > limit ? shown.at(-1) : undefined;
      return {
        entries: shown.map(({ entry }) => entry),
        ...(last && { next: { at: last.at, id: last.id } }),
      };
    },
    find: async (programme, id) => of(programme).get(id),
    add: async (programme, entry) => {
      const holder = of(programme).get(idOf(entry));
      if (holder === undefined) set(programme, entry);
      return holder;
    },
    put: async (programme, entry) => set(programme, entry),
    remove: async (programme, id) => void of(programme).delete(id),
  };
}
