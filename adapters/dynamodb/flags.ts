import type { Flag, FlagStore } from "../../usecases/ports/callers.ts";
import type { Item, Table } from "./table.ts";

/**
 * Flags in DynamoDB, among a desk's entries; DynamoDB removes each some time after its end.
 *
 *     { programme: "water-desk", entry: "flag#<person key>", until, reason: "harassment", reviewAt, expiresAt }
 */
export function dynamoDbFlags(table: Table): FlagStore {
  return {
    async find(programme, personKey) {
      const item = await table.get(itemKey(programme, personKey));
      return item && flagOf(item);
    },
    async add(programme, { personKey, ...flag }) {
      const expiresAt = Math.ceil(flag.until / 1000);
      await table.put({ ...itemKey(programme, personKey), ...flag, expiresAt });
    },
    async remove(programme, personKey) {
      await table.remove(itemKey(programme, personKey));
    },
    async all(programme) {
      const items = await table.query({
        partition: ["programme", programme],
        beginsWith: ["entry", prefix],
      });
      return items.map(flagOf);
    },
  };
}

const prefix = "flag#";

function flagOf({ entry, until, reason, reviewAt }: Item): Flag {
  const personKey = String(entry).slice(prefix.length);
  return { personKey, until, reason, ...(reviewAt !== undefined && { reviewAt }) } as Flag;
}

function itemKey(programme: string, personKey: string) {
  return { programme, entry: `${prefix}${personKey}` };
}
