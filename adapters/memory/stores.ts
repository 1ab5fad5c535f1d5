import { byUrgency, type Callback } from "../../domain/callback/callback.ts";
import type { SpecialDay } from "../../domain/calendar/business-calendar.ts";
import type { Case } from "../../domain/case/case.ts";
import type { ContactKey, ContactState } from "../../domain/contact/contact.ts";
import { dateAt } from "../../domain/japan-time.ts";
import type { Manifest } from "../../domain/report/manifest.ts";
import type {
  Announcement,
  AnnouncementStore,
  CallbackStore,
  CaseStore,
  ContactStore,
  DraftFile,
  Flag,
  FlagStore,
  Mail,
  Mailer,
  ParkedWork,
  ParkedWorkStore,
  PersonKeys,
  ReportStore,
  SpecialDayStore,
} from "../../usecases/ports.ts";

/** Twins of the stores that keep everything in memory, for tests and rehearsals. They pass the same contract suites. */

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

export function memoryCases(): CaseStore {
  const kept = new Map<string, Case>();
  const idOf = (one: Pick<Case, "programme" | "receiptNumber">) => `${one.programme}#${one.receiptNumber}`;
  const ofProgramme = (programme: string) => [...kept.values()].filter((one) => one.programme === programme);
  return {
    open: async (opened) => {
      const holder = kept.get(idOf(opened));
      if (!holder) kept.set(idOf(opened), opened);
      return holder;
    },
    find: async (programme, receiptNumber) => kept.get(idOf({ programme, receiptNumber })),
    update: async (changed) => {
      if (kept.get(idOf(changed))?.version !== changed.version - 1) return false;
      kept.set(idOf(changed), changed);
      return true;
    },
    ofDay: async (programme, date) =>
      ofProgramme(programme)
        .filter((one) => dateAt(one.receivedAt) === date)
        .sort((one, other) => (one.receiptNumber < other.receiptNumber ? -1 : 1)),
    due: async (programme, until) =>
      ofProgramme(programme)
        .flatMap(({ receiptNumber, dueAt, status }) =>
          dueAt === undefined || dueAt > until || status === "closed" ? [] : [{ receiptNumber, dueAt }],
        )
        .sort((one, other) => one.dueAt - other.dueAt),
    ofPerson: async (programme, personKey) =>
      ofProgramme(programme)
        .filter((one) => one.personKey === personKey)
        .sort((one, other) => other.receivedAt - one.receivedAt)
        .map((one) => one.receiptNumber),
  };
}

export function memorySpecialDays(): SpecialDayStore {
  const kept = new Map<string, Map<string, SpecialDay>>();
  return {
    all: async (programme) => [...(kept.get(programme)?.values() ?? [])],
    enter: async (programme, day) => {
      kept.set(programme, new Map(kept.get(programme)).set(day.date, day));
    },
  };
}

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

export function memoryFlags(): FlagStore {
  const kept = new Map<string, Flag>();
  return {
    find: async (programme, personKey) => kept.get(`${programme}#${personKey}`),
    add: async (programme, flag) => {
      kept.set(`${programme}#${flag.personKey}`, flag);
    },
    remove: async (programme, personKey) => {
      kept.delete(`${programme}#${personKey}`);
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

export function memoryParkedWork(): ParkedWorkStore {
  const kept = new Map<string, Map<string, ParkedWork>>();
  return {
    park: async (programme, work) => {
      kept.set(programme, new Map(kept.get(programme)).set(`${work.source} ${work.payload}`, work));
    },
    all: async (programme) => [...(kept.get(programme)?.values() ?? [])],
  };
}

export function memoryReports(): ReportStore {
  const published: { manifest: Manifest; files: Map<string, Uint8Array> }[] = [];
  const find = (programme: string, report: string, revision: number) =>
    published.find(
      ({ manifest }) =>
        manifest.programme === programme && manifest.report === report && manifest.revision === revision,
    );
  return {
    latest: async (programme, report) =>
      published
        .map(({ manifest }) => manifest)
        .filter((manifest) => manifest.programme === programme && manifest.report === report)
        .sort((one, other) => other.revision - one.revision)[0],
    publish: async (programme, report, manifest, files) => {
      if (find(programme, report, manifest.revision)) return false;
      const kept = files.map(async (file) => [file.name, await wholeOf(file)] as const);
      published.push({ manifest, files: new Map(await Promise.all(kept)) });
      return true;
    },
    all: async (programme) =>
      published.map(({ manifest }) => manifest).filter((one) => one.programme === programme),
    read: async (programme, report, revision, file) => find(programme, report, revision)?.files.get(file),
  };
}

async function wholeOf(file: DraftFile): Promise<Uint8Array> {
  const parts = await Array.fromAsync(file.read());
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** A mailer that keeps what it was given. */
export function memoryMailer(): Mailer & { readonly sent: readonly Mail[] } {
  const sent: Mail[] = [];
  return {
    sent,
    send: async (mail) => {
      sent.push(mail);
    },
  };
}

/** Keys that show the number, for tests only. */
export const memoryPersonKeys: PersonKeys = {
  keyOf: async (programme, number) => `key of ${programme} ${number}`,
};
