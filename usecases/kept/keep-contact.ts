import { type Contact, type ContactState, contactOf } from "../../domain/contact/contact.ts";
import { mergeContact, sameContact } from "../../domain/contact/merge-contact.ts";
import type { ContactStore } from "../ports/contacts.ts";
import { Unavailable } from "../ports/host.ts";

/** How often a contact that others write at the same moment is read and merged again. */
const attempts = 20;

/**
 * Merges what was said into the contact that is kept, and answers all that is known of it. Safe to repeat in any order; what
 * is known already is not written again. Throws `Unavailable` where the store fails.
 */
export function keepContact(contacts: Pick<ContactStore, "find" | "save">) {
  return async (said: ContactState): Promise<Contact> => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const kept = await contacts.find(said);
      const joined = kept ? mergeContact(kept, said) : said;
      if (kept && sameContact(kept, joined)) return contactOf(kept);
      if (await contacts.save(joined, kept)) return contactOf(joined);
    }
    throw new Unavailable(`Contact ${said.contactId} was written by others ${attempts} times in a row.`);
  };
}
