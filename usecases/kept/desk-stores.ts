import type { SpecialDay } from "../../domain/calendar/business-calendar.ts";
import { type EntryKind, idNumber } from "../../domain/entry-kind.ts";
import type {
  KnowledgeConfirmation,
  KnowledgeItem,
  KnowledgeReader,
} from "../../domain/handover/knowledge.ts";
import { type Flag, flagExpiresAt, flagVersion } from "../../domain/incident/flag.ts";
import { type NaviDialCount, timesEntered } from "../../domain/report/entered/navi-dial.ts";
import type { Proposal } from "../../domain/report/entered/proposal.ts";
import {
  entryId,
  type FetchedEntry,
  inOrderOfLog,
  type ReportEntry,
} from "../../domain/report/delivery/report-log.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { FlagStore } from "../ports/callers.ts";
import type { Entries, EntryStore, VersionedEntries } from "../ports/entries.ts";
import type { KnowledgeStore, TakenInquiry, TakenInquiryStore } from "../ports/imports.ts";
import type { NaviDialStore, ProposalStore, ReportLog } from "../ports/reports.ts";

/** Special days among a desk's entries, such as `special-day#2024-08-14`. */
export function specialDaysIn(entries: Entries): SpecialDayStore {
  const days = entries<SpecialDay>({ kind: "special-day", idOf: ({ date }) => date });
  return { all: (programme) => days.all(programme), enter: (programme, day) => days.put(programme, day) };
}

/** Flags among a desk's entries, such as `flag#<person key>`; each goes by itself some time after its end. */
export function flagsIn(entries: VersionedEntries): FlagStore {
  const kind = { kind: "flag", idOf: ({ personKey }: Flag) => personKey, expiresAt: flagExpiresAt };
  const flags = countedEntries(entries, kind, flagVersion);
  return { ...flags, add: (programme, flag) => flags.put(programme, flag) };
}

/** Navi-Dial's own figures among a desk's entries, such as `navi-dial#2024-07`. */
export function naviDialIn(entries: VersionedEntries): NaviDialStore {
  const kind = { kind: "navi-dial", idOf: ({ month }: NaviDialCount) => month };
  const counts = countedEntries(entries, kind, timesEntered);
  return {
    all: (programme) => counts.all(programme),
    keep: async (programme, count) =>
      timesEntered(count) === 1
        ? (await counts.add(programme, count)) === undefined
        : counts.update(programme, count),
  };
}

/** Entries whose version is how often they were changed; those of before that was kept have none, and are changed all the same. */
function countedEntries<Entry extends object>(
  entries: VersionedEntries,
  kind: EntryKind<Entry>,
  versionOf: (entry: Entry) => number,
): Omit<EntryStore<Entry>, "page"> & { update(programme: string, changed: Entry): Promise<boolean> } {
  type Counted = Entry & { readonly version: number };
  const kept = entries<Counted>(kind);
  const counted = (entry: Entry): Counted => ({ ...entry, version: versionOf(entry) });
  const plain = ({ version: _version, ...entry }: Counted) => entry as unknown as Entry;
  return {
    all: async (programme, beginning) => (await kept.all(programme, beginning)).map(plain),
    async find(programme, id) {
      const found = await kept.find(programme, id);
      return found && plain(found);
    },
    async add(programme, entry) {
      const holder = await kept.add(programme, counted(entry));
      return holder && plain(holder);
    },
    put: (programme, entry) => kept.put(programme, counted(entry)),
    remove: (programme, id) => kept.remove(programme, id),
    async update(programme, changed) {
      if (await kept.update(programme, counted(changed))) return true;
      const found = await kept.find(programme, kind.idOf(changed));
      if (found === undefined || "version" in found) return false;
      await kept.put(programme, counted(changed));
      return true;
    },
  };
}

/** What was taken from files, among a desk's entries, such as `handover#<reference>`: each kind of file has its own. */
export function takenInquiriesIn(entries: Entries): TakenInquiryStore {
  const takenFrom = (from: TakenInquiry["from"]) =>
    entries<TakenInquiry>({ kind: from, idOf: ({ reference }) => reference });
  const taken = { handover: takenFrom("handover"), "hosted-form": takenFrom("hosted-form") };
  return {
    find: (programme, from, reference) => taken[from].find(programme, reference),
    take: (programme, inquiry) => taken[inquiry.from].add(programme, inquiry),
  };
}

/**
 * Handed-over knowledge among a desk's entries, such as `knowledge#K01#0001`, `knowledge-reader#OP01` and
 * `knowledge-confirmation#OP01#K01#0001`.
 */
export function knowledgeIn(entries: Entries): KnowledgeStore {
  const items = entries<KnowledgeItem>({ kind: "knowledge", idOf: versionId });
  const readers = entries<KnowledgeReader>({ kind: "knowledge-reader", idOf: ({ staff }) => staff });
  const confirmations = entries<KnowledgeConfirmation>({
    kind: "knowledge-confirmation",
    idOf: (one) => `${one.staff}#${versionId(one)}`,
  });
  return {
    items: (programme) => items.all(programme),
    add: (programme, item) => items.add(programme, item),
    readers: (programme) => readers.all(programme),
    async addReader(programme, reader) {
      await readers.add(programme, reader);
    },
    removeReader: (programme, staff) => readers.remove(programme, staff),
    confirmations: (programme) => confirmations.all(programme),
    async confirm(programme, confirmation) {
      await confirmations.add(programme, confirmation);
    },
  };
}

/** Versions have at most four digits. */
function versionId({ item, version }: { readonly item: string; readonly version: number }): string {
  return `${item}#${idNumber(version, 4)}`;
}

/**
 * The log of reports among a desk's entries, such as `report-log#monthly/2024-07#0001#approved`. What the customer takes lies by
 * itself, such as `report-fetched#monthly/2024-07#0001#fetched#1722906000000#PREF01#01_実績.csv`, for it grows with every
 * download; the first of each revision stands once more, such as `report-taken#monthly/2024-07#0001`.
 */
export function reportLogIn(entries: Entries): ReportLog {
  const log = entries<ReportEntry>({ kind: "report-log", idOf: entryId });
  const fetched = entries<FetchedEntry>({
    kind: "report-fetched",
    idOf: entryId,
    listedAt: ({ at }) => at,
  });
  const taken = entries<FetchedEntry>({
    kind: "report-taken",
    idOf: ({ report, revision }) => `${report}#${idNumber(revision, 4)}`,
  });
  return {
    async all(programme) {
      const [kept, first] = await Promise.all([log.all(programme), taken.all(programme)]);
      return [...kept, ...first].sort(inOrderOfLog);
    },
    fetched: (programme, page) => fetched.page(programme, page),
    async of(programme, report) {
      const beginning = `${report}#`;
      const [kept, all] = await Promise.all([
        log.all(programme, beginning),
        fetched.all(programme, beginning),
      ]);
      return [...kept, ...all].sort(inOrderOfLog);
    },
    async append(programme, entry) {
      if (entry.what !== "fetched") return log.add(programme, entry);
      const holder = await fetched.add(programme, entry);
      await taken.add(programme, entry);
      return holder;
    },
  };
}

/** Its version is the length of its history. */
type KeptProposal = Proposal & { readonly version: number };

/** Proposals among a desk's entries, such as `proposal#0001`; numbers have at most four digits. */
export function proposalsIn(entries: VersionedEntries): ProposalStore {
  const idOf = ({ number }: Pick<Proposal, "number">) => idNumber(number, 4);
  const kept = entries<KeptProposal>({ kind: "proposal", idOf, listedAt: ({ enteredAt }) => enteredAt });
  return {
    all: async (programme) => (await kept.all(programme)).map(proposalOf),
    async page(programme, page) {
      const { entries: listed, ...rest } = await kept.page(programme, page);
      return { entries: listed.map(proposalOf), ...rest };
    },
    async find(programme, number) {
      const found = await kept.find(programme, idOf({ number }));
      return found && proposalOf(found);
    },
    async add(programme, proposal) {
      const holder = await kept.add(programme, versioned(proposal));
      return holder && proposalOf(holder);
    },
    update: (programme, changed) => kept.update(programme, versioned(changed)),
  };
}

function versioned(proposal: Proposal): KeptProposal {
  return { ...proposal, version: proposal.history.length };
}

function proposalOf({ version: _version, ...proposal }: KeptProposal): Proposal {
  return proposal;
}
