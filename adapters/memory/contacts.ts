import type { ContactKey, ContactState } from "../../domain/contact/contact.ts";
import { dateAt } from "../../domain/japan-time.ts";
import type { ContactStore } from "../../usecases/ports/contacts.ts";

export function memoryContacts(): ContactStore {
  const kept = new Map<string, ContactState>();
  const idOf = (key: ContactKey) => `${key.programme}#${dateAt(key.initiatedAt)}#${key.contactId}`;
  return {
    find: async (key) => kept.get(idOf(key)),
    save: async (state, replaces) => {
      if (kept.get(idOf(state)) !== replaces) return false;
      kept.set(idOf(state), state);
      return true;
    },
    ofDay: async (programme, date) =>
      [...kept.values()]
        .filter((state) => state.programme === programme && dateAt(state.initiatedAt) === date)
        .sort((one, other) => (one.contactId < other.contactId ? -1 : 1)),
  };
}
