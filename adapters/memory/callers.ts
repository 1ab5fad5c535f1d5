import { byUrgency, type Callback } from "../../domain/callback/callback.ts";
import type {
  Announcement,
  AnnouncementStore,
  CallbackStore,
  PersonKeys,
} from "../../usecases/ports/callers.ts";

export function memoryAnnouncements(): AnnouncementStore {
  const kept = new Map<string, Announcement>();
  return {
    find: async (programme) => kept.get(programme),
    set: async (programme, announcement) => {
      kept.set(programme, announcement);
    },
    clear: async (programme) => {
      kept.delete(programme);
    },
  };
}

export function memoryCallbacks(): CallbackStore {
  const kept = new Map<string, Callback>();
  const idOf = ({ programme, personKey }: Callback) => `${programme}#${personKey}`;
  return {
    keep: async (callback) => {
      const holder = kept.get(idOf(callback));
      if (!holder) kept.set(idOf(callback), callback);
      return holder;
    },
    open: async (programme) =>
      [...kept.values()].filter((one) => one.programme === programme).sort(byUrgency),
    close: async (callback) => {
      if (kept.get(idOf(callback))?.contactId === callback.contactId) kept.delete(idOf(callback));
    },
  };
}

/** Keys that show the number, for tests only. */
export const memoryPersonKeys: PersonKeys = {
  keyOf: async (programme, number) => `key of ${programme} ${number}`,
};
