import type { TableDefinition, TableKey } from "../../adapters/table-definitions.ts";
import { sizeOf, type StoredItem } from "./item-size.ts";

/** What one write costs, in write request units. */
export interface WriteUnits {
  readonly item: number;
  readonly indexes: number;
}

const bytesOfAUnit = 1024;

/**
 * What it costs that an item was `before` and is `after`; undefined where there is none. The item costs a unit for each KB of
 * the larger of the two; an index costs one for each entry that is written and one for each that is removed, and nothing for
 * an entry whose keys stay, since our indexes hold keys only (AWS: "Write request units", "Global secondary indexes: Write
 * capacity units"). What stays below a KB costs as much as a KB.
 */
export function writeUnits(
  table: TableDefinition,
  before: StoredItem | undefined,
  after: StoredItem | undefined,
): WriteUnits {
  const indexes = table.indexes.map((index) => {
    const keys = [index.partitionKey, index.sortKey, table.partitionKey, table.sortKey];
    const [old, now] = [entryOf(keys, before), entryOf(keys, after)];
    if (old && now && isSame(keys, old, now)) return 0;
    return (old ? unitsOf(old) : 0) + (now ? unitsOf(now) : 0);
  });
  return {
    item: Math.max(before ? unitsOf(before) : 1, after ? unitsOf(after) : 1),
    indexes: indexes.reduce((sum, units) => sum + units, 0),
  };
}

/** What a write costs whose condition did not hold: as much as the item that is there, and at least one unit. */
export function refusedWriteUnits(there: StoredItem | undefined): WriteUnits {
  return { item: there ? unitsOf(there) : 1, indexes: 0 };
}

function unitsOf(item: StoredItem): number {
  return Math.ceil(sizeOf(item) / bytesOfAUnit);
}

/** An item's entry in an index; undefined where it lacks one of the keys. */
function entryOf(keys: readonly TableKey[], item: StoredItem | undefined): StoredItem | undefined {
  const entries = keys.flatMap(({ name }) => {
    const value = item?.[name];
    return value ? [[name, value] as const] : [];
  });
  return entries.length === keys.length ? Object.fromEntries(entries) : undefined;
}

function isSame(keys: readonly TableKey[], one: StoredItem, other: StoredItem): boolean {
  return keys.every(({ name }) => one[name]?.S === other[name]?.S && one[name]?.N === other[name]?.N);
}
