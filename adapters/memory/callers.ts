import type { Callback } from "../../domain/callback/callback.ts";
import type {
  Announcement,
  AnnouncementStore,
  CallbackPlace,
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
  const inOrder = (programme: string) =>
    [...kept.values()].filter((one) => one.programme === programme).sort(byPlace);
  return {
    keep: async (callback) => {
      const holder = kept.get(idOf(callback));
      if (!holder) kept.set(idOf(callback), callback);
      return holder;
    },
    find: async (programme, personKey) => kept.get(`${programme}#${personKey}`),
    page: async (programme, { limit, after, from = -Infinity }) => {
      const rest = inOrder(programme).filter(
        (one) => one.dueAt >= from && (after === undefined || byPlace(after, one) < 0),
      );
      const callbacks = rest.slice(0, limit);
      const last = rest.length > limit ? callbacks.at(-1) : undefined;
      return { callbacks, ...(last && { next: { dueAt: last.dueAt, personKey: last.personKey } }) };
    },
    dueTimes: async (programme, limit) =>
      inOrder(programme)
        .slice(0, limit)
        .map(({ dueAt }) => dueAt),
    close: async (callback) => {
      if (kept.get(idOf(callback))?.contactId === callback.contactId) kept.delete(idOf(callback));
    },
  };
}

function byPlace(one: CallbackPlace, other: CallbackPlace): number {
  if (one.personKey === other.personKey) return 0;
  return one.dueAt - other.dueAt || (one.personKey < other.personKey ? -1 : 1);
}

/** Keys that show the number, for tests only. */
export const memoryPersonKeys: PersonKeys = {
  keyOf: async (programme, number) => `key of ${programme} ${number}`,
};
