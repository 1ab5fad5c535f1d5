import type { Callback } from "../../domain/callback/callback.ts";
import type { Instant } from "../../domain/japan-time.ts";
import type { CallbackPlace, CallbackStore } from "../../usecases/ports/callers.ts";
import type { Item, Table } from "./table.ts";

/**
 * Open call backs in DynamoDB, one item a person, so that nobody has two; the index `Due` holds them in order of urgency. One
 * that is closed is removed.
 *
 *     { programme: "water-desk", personKey, contactId, number: "+819012345678", requestedAt, dueAt }
 */
export function dynamoDbCallbacks(table: Table): CallbackStore {
  async function find(programme: string, personKey: string): Promise<Callback | undefined> {
    return (await table.get({ programme, personKey })) as Callback | undefined;
  }

  function urgent(
    programme: string,
    limit: number,
    { after, from }: { readonly after?: CallbackPlace; readonly from?: Instant } = {},
  ): Promise<Item[]> {
    return table.page({
      index: "Due",
      partition: ["programme", programme],
      ...(from !== undefined && { from: ["dueAt", from] as const }),
      limit,
      after: after && { programme, ...after },
    });
  }

  return {
    async keep(callback) {
      const holder = await table.putIf({ ...callback }, { expression: "attribute_not_exists(personKey)" });
      if (holder === "written") return undefined;
      if (!holder) throw new Error("DynamoDB refused a call back and shows no other.");
      return holder as unknown as Callback;
    },
    find,
    async page(programme, { limit, ...where }) {
      const items = await urgent(programme, limit + 1, where);
      const places = items.slice(0, limit).map(placeOf);
      const found = await Promise.all(places.map(({ personKey }) => find(programme, personKey)));
      const last = items.length > limit ? places.at(-1) : undefined;
      return { callbacks: found.filter((one) => one !== undefined), ...(last && { next: last }) };
    },
    dueTimes: async (programme, limit) => (await urgent(programme, limit)).map((item) => placeOf(item).dueAt),
    async close({ programme, personKey, contactId }) {
      await table.remove(
        { programme, personKey },
        { expression: "contactId = :contactId", values: { ":contactId": contactId } },
      );
    },
  };
}

function placeOf(item: Item): CallbackPlace {
  return { dueAt: Number(item["dueAt"]), personKey: String(item["personKey"]) };
}
