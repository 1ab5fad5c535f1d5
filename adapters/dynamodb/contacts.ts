import type { ContactKey, ContactState } from "../../domain/contact/contact.ts";
import { dateAt } from "../../domain/japan-time.ts";
import type { ContactStore } from "../../usecases/ports/contacts.ts";
import { dayKey } from "./day-key.ts";
import type { Item, Table } from "./table.ts";

/**
 * Contacts in DynamoDB, one item each, kept under the day they began: a month is read as its days, each a query.
 *
 *     { day: "water-desk#2024-07-16", contactId, initiatedAt, events: {…}, record: { lastUpdatedAt, facts: {…} }, writes: 3 }
 */
export function dynamoDbContacts(table: Table): ContactStore {
  /** How often each state that was read here had been written; a save succeeds only on top of that. */
  const writesOf = new WeakMap<ContactState, number>();

  function read(programme: string, item: Item): ContactState {
    const { day: _day, writes, ...state } = item;
    const contact = { programme, ...state } as ContactState;
    writesOf.set(contact, Number(writes));
    return contact;
  }

  return {
    async find(key) {
      const item = await table.get(itemKey(key));
      return item && read(key.programme, item);
    },
    async save(state, replaces) {
      const writes = replaces ? writesOf.get(replaces) : 0;
      if (writes === undefined)
        throw new Error("A contact is saved on top of a state that this store has read.");
      const { programme: _programme, ...kept } = state;
      const answer = await table.putIf(
        { ...itemKey(state), ...kept, writes: writes + 1 },
        writes === 0
          ? { expression: "attribute_not_exists(contactId)" }
          : { expression: "writes = :writes", values: { ":writes": writes } },
      );
      return answer === "written";
    },
    async ofDay(programme, date) {
      const items = await table.query({ partition: ["day", dayKey(programme, date)] });
      return items.map((item) => read(programme, item));
    },
  };
}

function itemKey(key: ContactKey): Item {
  return { day: dayKey(key.programme, dateAt(key.initiatedAt)), contactId: key.contactId };
}
