import type { EntryKind } from "../../domain/entry-kind.ts";
import type { EntryStore, VersionedEntryStore } from "../../usecases/ports/entries.ts";

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

function entriesIn<Entry>({ idOf }: EntryKind<Entry>, kept: Kept<Entry>): EntryStore<Entry> {
  const of = (programme: string) => kept.get(programme) ?? new Map<string, Entry>();
  const set = (programme: string, entry: Entry) =>
    void kept.set(programme, of(programme).set(idOf(entry), entry));
  return {
    all: async (programme, beginning = "") =>
      [...of(programme)]
        .filter(([id]) => id.startsWith(beginning))
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, entry]) => entry),
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
