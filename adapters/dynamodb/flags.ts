import type { Flag, FlagStore } from "../../usecases/ports.ts";
import type { Table } from "./table.ts";

/**
 * Flags in DynamoDB, among a desk's entries; DynamoDB removes each some time after its end.
 *
 *     { programme: "water-desk", entry: "flag#<person key>", until, reason: "harassment", expiresAt }
 */
export function dynamoDbFlags(table: Table): FlagStore {
  return {
    async find(programme, personKey) {
      const item = await table.get(itemKey(programme, personKey));
      return item && ({ personKey, until: item["until"], reason: item["reason"] } as Flag);
    },
    async add(programme, { personKey, ...flag }) {
      const expiresAt = Math.ceil(flag.until / 1000);
      await table.put({ ...itemKey(programme, personKey), ...flag, expiresAt });
    },
    async remove(programme, personKey) {
      await table.remove(itemKey(programme, personKey));
    },
  };
}

function itemKey(programme: string, personKey: string) {
  return { programme, entry: `flag#${personKey}` };
}
