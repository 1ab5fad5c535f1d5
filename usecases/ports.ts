import type { Callback } from "../domain/callback/callback.ts";
import type { SpecialDay } from "../domain/calendar/business-calendar.ts";
import type { Case } from "../domain/case/case.ts";
import type { ReceiptNumber } from "../domain/case/receipt-number.ts";
import type { ContactKey, ContactState } from "../domain/contact/contact.ts";
import type { Instant, JapaneseDate } from "../domain/japan-time.ts";
import type { Manifest } from "../domain/report/manifest.ts";

/**
 * The roles that the outside world plays for the use cases. Adapters fill them; each has one contract suite in
 * `test/contracts/`. What the world does wrong is thrown as `Unavailable`.
 */

/** The world failed: a service did not answer or refused. The work can be tried again. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
}

export interface Clock {
  now(): Instant;
}

export interface ContactStore {
  find(key: ContactKey): Promise<ContactState | undefined>;
  /**
   * Writes a state, provided that what is kept is still what `replaces` was read as (undefined: nothing was kept).
   * Answers false where somebody else wrote first; then read and merge again.
   */
  save(state: ContactState, replaces: ContactState | undefined): Promise<boolean>;
  /** The contacts that began on a date, in order of contact id. */
  ofDay(programme: string, date: JapaneseDate): Promise<ContactState[]>;
}

export interface CaseStore {
  /** Keeps a new case and answers undefined; where its number is taken already, answers the case that has it. */
  open(opened: Case): Promise<Case | undefined>;
  find(programme: string, receiptNumber: ReceiptNumber, received: JapaneseDate): Promise<Case | undefined>;
  /** Replaces a case by its next version. Answers false where somebody else wrote that version first. */
  update(changed: Case): Promise<boolean>;
  /** The cases received on a date, in order of receipt number. */
  ofDay(programme: string, date: JapaneseDate): Promise<Case[]>;
  /** Cases that owe an answer, the most urgent first. */
  due(programme: string, until: Instant): Promise<DueCase[]>;
  /** The receipt numbers of a person's cases, the latest first. */
  ofPerson(programme: string, personKey: string): Promise<ReceiptNumber[]>;
}

interface DueCase {
  readonly receiptNumber: ReceiptNumber;
  readonly dueAt: Instant;
}

export interface SpecialDayStore {
  all(programme: string): Promise<SpecialDay[]>;
  /** Enters a day; an entry for the same date is replaced. */
  enter(programme: string, day: SpecialDay): Promise<void>;
}

/** 緊急案内: what every caller is told first, until a supervisor's end time (R79). */
export interface Announcement {
  readonly text: string;
  /** The first instant at which it is no longer said. */
  readonly until: Instant;
}

export interface AnnouncementStore {
  /** The announcement that was set last; it may have ended. */
  find(programme: string): Promise<Announcement | undefined>;
  /** Sets the one announcement of a programme; an earlier one is replaced. */
  set(programme: string, announcement: Announcement): Promise<void>;
  clear(programme: string): Promise<void>;
}

/** That a person's calls go to a supervisor: until when, and why as a code, never in words about a person (R83, R84). */
export interface Flag {
  readonly personKey: string;
  /** The first instant at which it no longer holds. */
  readonly until: Instant;
  readonly reason: FlagReason;
}

/** Long complaints, harassment, or a matter that a supervisor has taken over. */
export type FlagReason = "long-complaint" | "harassment" | "supervisor-matter";

export interface FlagStore {
  /** The flag that was added last for a person; it may have ended. */
  find(programme: string, personKey: string): Promise<Flag | undefined>;
  /** Flags a person; an earlier flag of the same person is replaced. */
  add(programme: string, flag: Flag): Promise<void>;
  remove(programme: string, personKey: string): Promise<void>;
}

/** Open call backs. A person has at most one. */
export interface CallbackStore {
  /** Keeps a call back and answers undefined; where its person has an open one already, answers that one. */
  keep(callback: Callback): Promise<Callback | undefined>;
  /** Every open call back of a programme, the most urgent first. */
  open(programme: string): Promise<Callback[]>;
  /** Closes a call back: it is gone, its number with it. One that is closed already, or followed by another, is left. */
  close(callback: Callback): Promise<void>;
}

/** Work that could not be done and waits to be looked at, with its reason. */
export interface ParkedWork {
  readonly source: "contact-record" | "contact-event" | "receipt-mail";
  readonly reason: string;
  /** What came in, as it came in. */
  readonly payload: string;
  readonly parkedAt: Instant;
}

export interface ParkedWorkStore {
  /** Parks work; the same payload of the same source is kept once. */
  park(programme: string, work: ParkedWork): Promise<void>;
  all(programme: string): Promise<ParkedWork[]>;
}

/** A file of a report that is finished and waits to be published. */
export interface DraftFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The bytes from the beginning, as often as it is called. */
  read(): AsyncIterable<Uint8Array>;
}

/** Where a report's files grow before they are published: nobody sees them, and memory does not grow with them. */
export interface Draft {
  /** Adds to the end of a file, which begins with the first that is added. */
  append(name: string, bytes: Uint8Array): void;
  /** Ends the files and gives them, in order of name. */
  finish(): DraftFile[];
  /** Throws the files away; to be called whatever happened. */
  discard(): void;
}

export interface ReportStore {
  /** The latest revision that was published of a report, such as `monthly/2024-07`. */
  latest(programme: string, report: string): Promise<Manifest | undefined>;
  /**
   * Publishes a revision whole: the files first, the manifest last. Answers false, and changes nothing that can be seen,
   * where that revision exists already.
   */
  publish(
    programme: string,
    report: string,
    manifest: Manifest,
    files: readonly DraftFile[],
  ): Promise<boolean>;
  /** Every published manifest. */
  all(programme: string): Promise<Manifest[]>;
  read(programme: string, report: string, revision: number, file: string): Promise<Uint8Array | undefined>;
}

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** Turns a telephone number into the key under which a person's work is found (docs/architecture.md, rule 7). */
export interface PersonKeys {
  /** `number` in E.164. */
  keyOf(programme: string, number: string): Promise<string>;
}

/** Waits for work for so many milliseconds and then throws `Unavailable`; the work itself goes on unheard. */
export type TimeLimit = <Answer>(milliseconds: number, work: Promise<Answer>) => Promise<Answer>;

/** Fingerprints bytes as SHA-256, in hexadecimal. */
export type Sha256 = (bytes: Uint8Array) => string;
