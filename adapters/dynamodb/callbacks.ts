import { byUrgency, type Callback } from "../../domain/callback/callback.ts";
import type { CallbackStore } from "../../usecases/ports/callers.ts";
import type { Table } from "./table.ts";

/**
 * Open call backs in DynamoDB, one item a person, so that nobody has two; a programme's few lie together and are read by
 * one query. One that is closed is removed.
 *
 *     { programme: "water-desk", personKey, contactId, number: "+819012345678", requestedAt, dueAt }
 */
export function dynamoDbCallbacks(table: Table): CallbackStore {
  return {
    async keep(callback) {
      const holder = await table.putIf({ ...callback }, { expression: "attribute_not_exists(personKey)" });
      if (holder === "written") return undefined;
      if (!holder) throw new Error("DynamoDB refused a call back and shows no other.");
      return holder as unknown as Callback;
    },
    async open(programme) {
      const items = await table.query({ partition: ["programme", programme] });
      return items.map((item) => item as unknown as Callback).sort(byUrgency);
    },
    async close({ programme, personKey, contactId }) {
      await table.remove(
        { programme, personKey },
        { expression: "contactId = :contactId", values: { ":contactId": contactId } },
      );
    },
  };
}
