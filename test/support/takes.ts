import type { Contact } from "../../domain/contact/contact.ts";
import { recordContact } from "../../usecases/calls/record-contact.ts";
import type { aDesk } from "./desk.ts";

/** Records contacts at a desk. */
export async function takes(desk: ReturnType<typeof aDesk>, ...contacts: Contact[]): Promise<void> {
  for (const { programme: _programme, contactId, initiatedAt, ...facts } of contacts) {
    const source = { kind: "record", lastUpdatedAt: initiatedAt + 1 } as const;
    await recordContact(desk)({ contactId, initiatedAt, facts, source });
  }
}
