import { byUrgency, type Callback } from "../../domain/callback/callback.ts";
import type { SpecialDay } from "../../domain/calendar/business-calendar.ts";
import type { Case } from "../../domain/case/case.ts";
import type { PictureRef, PictureState } from "../../domain/case/picture.ts";
import { questionsOf } from "../../domain/case/questions.ts";
import type { ContactKey, ContactState } from "../../domain/contact/contact.ts";
import type {
  KnowledgeConfirmation,
  KnowledgeItem,
  KnowledgeReader,
} from "../../domain/handover/knowledge.ts";
import { type AuditEntry, auditPlace, inOrderOfAudit } from "../../domain/desk/audit.ts";
import { dateAt } from "../../domain/japan-time.ts";
import { type Manifest, manifestText } from "../../domain/report/manifest.ts";
import type { AuditLog } from "../../usecases/ports/audit.ts";
import type { HolidayListStore, KeptHolidayList, SpecialDayStore } from "../../usecases/ports/calendar.ts";
import type {
  Announcement,
  AnnouncementStore,
  CallbackStore,
  Flag,
  FlagStore,
  PersonKeys,
} from "../../usecases/ports/callers.ts";
import type { CaseStore, OpenPlace, QuestionPlace } from "../../usecases/ports/cases.ts";
import type { ContactStore } from "../../usecases/ports/contacts.ts";
import type { KnowledgeStore, TakenInquiry, TakenInquiryStore } from "../../usecases/ports/imports.ts";
import type {
  InquiryQueue,
  KeptPictures,
  PictureStore,
  PushedInquiry,
} from "../../usecases/ports/inquiries.ts";
import type { Mail, Mailer } from "../../usecases/ports/mails.ts";
import type { ParkedWork, ParkedWorkStore } from "../../usecases/ports/parked-work.ts";
import type { DraftFile, ReportStore } from "../../usecases/ports/reports.ts";
import type { Task, TaskStarter } from "../../usecases/ports/telephone.ts";

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
    owing: async (programme) =>
      ofProgramme(programme)
        .filter(({ owed = [] }) => owed.length > 0)
        .map(({ receiptNumber, receivedAt }) => ({ receiptNumber, receivedAt }))
        .sort((one, other) => one.receivedAt - other.receivedAt),
    openPage: async (programme, { limit, after }) => {
      const open = ofProgramme(programme)
        .flatMap((one) => {
          const { dueAt, receiptNumber, status, receivedAt } = one;
          if (dueAt === undefined || status === "closed") return [];
          return [{ one, place: { dueAt, receiptNumber, received: dateAt(receivedAt) } }];
        })
        .sort((one, other) => inOrderOfUrgency(one.place, other.place))
        .filter(({ place }) => after === undefined || inOrderOfUrgency(after, place) < 0);
      const shown = open.slice(0, limit);
      const last = open.length > limit ? shown.at(-1) : undefined;
      return { cases: shown.map(({ one }) => one), ...(last && { next: last.place }) };
    },
    pageOfDay: async (programme, date, { limit, after = "" }) => {
      const ofDay = ofProgramme(programme)
        .filter((one) => dateAt(one.receivedAt) === date && one.receiptNumber > after)
        .sort((one, other) => (one.receiptNumber < other.receiptNumber ? -1 : 1));
      const cases = ofDay.slice(0, limit);
      const last = ofDay.length > limit ? cases.at(-1) : undefined;
      return { cases, ...(last && { next: last.receiptNumber }) };
    },
    questionPage: async (programme, questions, page) =>
      questionPageOf(
        ofProgramme(programme).filter((one) => questionsOf(one) === questions),
        questions === "open" ? 1 : -1,
        page,
      ),
  };
}

function questionPageOf(
  found: readonly Case[],
  direction: 1 | -1,
  { limit, after }: Parameters<CaseStore["questionPage"]>[2],
): Awaited<ReturnType<CaseStore["questionPage"]>> {
  const inOrder = (one: QuestionPlace, other: QuestionPlace) =>
    direction *
    (one.receivedAt - other.receivedAt || Number(one.receiptNumber) - Number(other.receiptNumber));
  const rest = found.toSorted(inOrder).filter((one) => after === undefined || inOrder(after, one) < 0);
  const cases = rest.slice(0, limit);
  const last = rest.length > limit ? cases.at(-1) : undefined;
  return {
    cases,
    ...(last && { next: { receivedAt: last.receivedAt, receiptNumber: last.receiptNumber } }),
  };
}

function inOrderOfUrgency(one: OpenPlace, other: OpenPlace): number {
  return one.dueAt - other.dueAt || (one.receiptNumber < other.receiptNumber ? -1 : 1);
}

export function memoryAuditLog(): AuditLog {
  const kept = new Map<string, Map<string, AuditEntry>>();
  return {
    append: async (programme, entry) => {
      const entries = kept.get(programme) ?? new Map<string, AuditEntry>();
      const place = auditPlace(entry);
      if (!entries.has(place)) entries.set(place, entry);
      kept.set(programme, entries);
    },
    ofDay: async (programme, date) =>
      [...(kept.get(programme)?.values() ?? [])].filter(({ at }) => dateAt(at) === date).sort(inOrderOfAudit),
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
    all: async (programme) =>
      [...kept]
        .filter(([key]) => key.startsWith(`${programme}#`))
        .map(([, flag]) => flag)
        .sort((one, other) => (one.personKey < other.personKey ? -1 : 1)),
  };
}

export function memoryHolidayLists(): HolidayListStore {
  const kept = new Map<string, KeptHolidayList>();
  return {
    last: async (programme) => kept.get(programme),
    keep: async (programme, list) => {
      kept.set(programme, list);
    },
  };
}

export function memoryTakenInquiries(): TakenInquiryStore {
  const kept = new Map<string, TakenInquiry>();
  const idOf = (programme: string, from: string, reference: string) => `${programme}#${from}#${reference}`;
  return {
    find: async (programme, from, reference) => kept.get(idOf(programme, from, reference)),
    take: async (programme, inquiry) => {
      const id = idOf(programme, inquiry.from, inquiry.reference);
      const holder = kept.get(id);
      if (!holder) kept.set(id, inquiry);
      return holder;
    },
  };
}

export function memoryKnowledge(): KnowledgeStore {
  const items = new Map<string, KnowledgeItem>();
  const readers = new Map<string, KnowledgeReader>();
  const confirmations = new Map<string, KnowledgeConfirmation>();
  const versionOf = ({ item, version }: { item: string; version: number }) =>
    `${item}#${String(version).padStart(4, "0")}`;
  function first<Kept>(kept: Map<string, Kept>, id: string, value: Kept): Kept | undefined {
    const holder = kept.get(id);
    if (!holder) kept.set(id, value);
    return holder;
  }
  function all<Kept>(kept: Map<string, Kept>, programme: string): Kept[] {
    return [...kept]
      .filter(([id]) => id.startsWith(`${programme}#`))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, value]) => value);
  }
  return {
    items: async (programme) => all(items, programme),
    add: async (programme, item) => first(items, `${programme}#${versionOf(item)}`, item),
    readers: async (programme) => all(readers, programme),
    addReader: async (programme, reader) => {
      first(readers, `${programme}#${reader.staff}`, reader);
    },
    removeReader: async (programme, staff) => {
      readers.delete(`${programme}#${staff}`);
    },
    confirmations: async (programme) => all(confirmations, programme),
    confirm: async (programme, one) => {
      first(confirmations, `${programme}#${one.staff}#${versionOf(one)}`, one);
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
      const text = new TextEncoder().encode(manifestText(manifest));
      published.push({ manifest, files: new Map([...(await Promise.all(kept)), ["manifest.json", text]]) });
      return true;
    },
    all: async (programme) =>
      published.map(({ manifest }) => manifest).filter((one) => one.programme === programme),
    read: async (programme, report, revision, file) => find(programme, report, revision)?.files.get(file),
    open: async (programme, report, revision, file) => {
      const bytes = find(programme, report, revision)?.files.get(file);
      return bytes && inPieces(bytes);
    },
  };
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const pieceBytes = 1000;
  for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
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

/** A queue that keeps what it was given; nobody takes it out. */
export function memoryInquiryQueue(): InquiryQueue & { readonly pushed: readonly PushedInquiry[] } {
  const pushed: PushedInquiry[] = [];
  return {
    pushed,
    push: async (inquiry) => {
      pushed.push(inquiry);
    },
  };
}

/** Tasks, one an id, as Amazon Connect keeps to its client token. */
export function memoryTasks(): TaskStarter & { readonly started: ReadonlyMap<string, Task> } {
  const started = new Map<string, Task>();
  return {
    started,
    start: async (task) => {
      if (!started.has(task.id)) started.set(task.id, task);
    },
  };
}

/** Pictures that nobody searches: a test says what was found. */
export function memoryPictures(): PictureStore & KeptPictures & { found(state: PictureState): void } {
  const arrived = new Map<string, readonly PictureRef[]>();
  const bytesOf = new Map<string, Uint8Array>();
  let found: PictureState = "scanning";
  const idOf = (programme: string, submissionId: string) => `${programme}/${submissionId}`;
  return {
    keep: async (programme, submissionId, pictures) => {
      const page = idOf(programme, submissionId);
      const refs = pictures.map(({ name, type, bytes }, index): PictureRef => {
        const key = `arrived/${page}/${index}`;
        bytesOf.set(key, bytes);
        return { key, name, type, bytes: bytes.length };
      });
      arrived.set(page, refs);
      return refs;
    },
    of: async (programme, submissionId) => arrived.get(idOf(programme, submissionId)) ?? [],
    drop: async (programme, submissionId) => {
      arrived.delete(idOf(programme, submissionId));
    },
    accept: async (pictures) =>
      pictures.map((picture) => {
        const key = picture.key.replace(/^arrived/, "kept");
        bytesOf.set(key, bytesOf.get(picture.key) ?? new Uint8Array());
        return { ...picture, key };
      }),
    state: async () => found,
    open: async ({ key }) => (found === "clean" ? bytesOf.get(key) : undefined),
    found: (state) => {
      found = state;
    },
  };
}

/** Keys that show the number, for tests only. */
export const memoryPersonKeys: PersonKeys = {
  keyOf: async (programme, number) => `key of ${programme} ${number}`,
};
