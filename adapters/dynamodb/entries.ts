import type { EntryKind } from "../../domain/entry-kind.ts";
import type { EntryStore, ListPlace, VersionedEntryStore } from "../../usecases/ports/entries.ts";
import type { Item, Table } from "./table.ts";

/**
 * A desk's small entries in DynamoDB: those of a kind lie together and are read by one query. Those that stand in a list also
 * name it, so that the index `Listed` holds them in order of time.
 *
 *     { programme: "water-desk", entry: "incident#<contact id>", …, expiresAt, listed: "water-desk#incident", listedAt }
 */
export function dynamoDbEntries<Entry extends object>(
  table: Table,
  kind: EntryKind<Entry>,
): EntryStore<Entry> {
  return {
    async all(programme, beginning = "") {
      const items = await table.query({
        partition: ["programme", programme],
        beginsWith: ["entry", `${kind.kind}#${beginning}`],
        ...(kind.showsWritesAtOnce && { isConsistent: true }),
      });
      return items.map(entryIn<Entry>);
    },
    async page(programme, { limit, after, from, first = "latest" }) {
      const listed = listOf(kind, programme);
      const items = await table.page({
        index: "Listed",
        partition: ["listed", listed],
        newestFirst: first === "latest",
        ...(from !== undefined && { from: ["listedAt", from] }),
        limit: limit + 1,
        after: after && { listed, listedAt: after.at, ...keyOf(kind, programme, after.id) },
      });
      const keys = items.slice(0, limit);
      const found = await Promise.all(keys.map(({ entry }) => table.get({ programme, entry })));
      const last = items.length > limit ? keys.at(-1) : undefined;
      return {
        entries: found.flatMap((item) => (item ? [entryIn<Entry>(item)] : [])),
        ...(last && { next: placeOf(kind, last) }),
      };
    },
    async find(programme, id) {
      const item = await table.get(keyOf(kind, programme, id));
      return item && entryIn<Entry>(item);
    },
    async add(programme, entry) {
      const item = itemOf(kind, programme, entry);
      const holder = await table.putIf(item, { expression: "attribute_not_exists(entry)" });
      if (holder === "written") return undefined;
      if (!holder) throw new Error(`DynamoDB refused a ${kind.kind} and shows no other.`);
      return entryIn<Entry>(holder);
    },
    async put(programme, entry) {
      await table.put(itemOf(kind, programme, entry));
    },
    async remove(programme, id) {
      await table.remove(keyOf(kind, programme, id));
    },
  };
}

/** The same for entries with versions; of two who write one at once the second is refused by its number. */
export function dynamoDbVersionedEntries<Entry extends { readonly version: number }>(
  table: Table,
  kind: EntryKind<Entry>,
): VersionedEntryStore<Entry> {
  return {
    ...dynamoDbEntries(table, kind),
    async update(programme, changed) {
      const answer = await table.putIf(itemOf(kind, programme, changed), {
        expression: "version = :before",
        values: { ":before": changed.version - 1 },
      });
      return answer === "written";
    },
  };
}

function keyOf<Entry>({ kind }: EntryKind<Entry>, programme: string, id: string): Item {
  return { programme, entry: `${kind}#${id}` };
}

function itemOf<Entry extends object>(kind: EntryKind<Entry>, programme: string, entry: Entry): Item {
  const expiresAt = kind.expiresAt?.(entry);
  const listedAt = kind.listedAt?.(entry);
  return {
    ...entry,
    ...keyOf(kind, programme, kind.idOf(entry)),
    ...(expiresAt !== undefined && { expiresAt: Math.ceil(expiresAt / 1000) }),
    ...(listedAt !== undefined && { listed: listOf(kind, programme), listedAt }),
  };
}

function entryIn<Entry>(item: Item): Entry {
  const {
    programme: _programme,
    entry: _entry,
    expiresAt: _expiresAt,
    listed: _listed,
    listedAt: _listedAt,
    ...entry
  } = item;
  return entry as Entry;
}

function listOf<Entry>({ kind }: EntryKind<Entry>, programme: string): string {
  return `${programme}#${kind}`;
}

function placeOf<Entry>({ kind }: EntryKind<Entry>, item: Item): ListPlace {
  return { at: Number(item["listedAt"]), id: String(item["entry"]).slice(`${kind}#`.length) };
}
