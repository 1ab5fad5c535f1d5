import type { Callback } from "../domain/callback/callback.ts";
import type { SpecialDay } from "../domain/calendar/business-calendar.ts";
import type { OpenHours } from "../domain/calendar/dated-hours.ts";
import type { Case } from "../domain/case/case.ts";
import type { PictureRef, PictureState } from "../domain/case/picture.ts";
import type { CaseQuestions } from "../domain/case/questions.ts";
import type { ReceiptNumber } from "../domain/case/receipt-number.ts";
import type { ContactKey, ContactState } from "../domain/contact/contact.ts";
import type { AuditEntry } from "../domain/desk/audit.ts";
import type { KnowledgeConfirmation, KnowledgeItem, KnowledgeReader } from "../domain/handover/knowledge.ts";
import type { Instant, JapaneseDate } from "../domain/japan-time.ts";
import type { ReportDocument } from "../domain/report/document.ts";
import type { Manifest } from "../domain/report/manifest.ts";
import type { BeginTable } from "../domain/report/table.ts";
import type { NaviDialCount } from "../domain/report/navi-dial.ts";
import type { Proposal } from "../domain/report/proposal.ts";
import type { ReportEntry } from "../domain/report/report-log.ts";

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
  /** Cases for which the service itself still has work to do, the earliest first. It may take a moment to show a write. */
  owing(programme: string): Promise<OwingCase[]>;
  /**
   * A page of the cases that owe an answer, the most urgent first: at most `limit` of them, from behind the place where the
   * page before ended. What it costs does not grow with how many there are. It may take a moment to show a write.
   */
  openPage(
    programme: string,
    page: { readonly limit: number; readonly after?: OpenPlace },
  ): Promise<{ readonly cases: readonly Case[]; readonly next?: OpenPlace }>;
  /** The same for the cases received on a date, in order of receipt number. */
  pageOfDay(
    programme: string,
    date: JapaneseDate,
    page: { readonly limit: number; readonly after?: ReceiptNumber },
  ): Promise<{ readonly cases: readonly Case[]; readonly next?: ReceiptNumber }>;
  /**
   * The same for the cases of which something was asked of the prefecture: those with an open question, which were received
   * first coming first, or those whose questions are all answered, which were received last coming first.
   */
  questionPage(
    programme: string,
    questions: CaseQuestions,
    page: { readonly limit: number; readonly after?: QuestionPlace },
  ): Promise<{ readonly cases: readonly Case[]; readonly next?: QuestionPlace }>;
}

/** Where a page of cases with questions ends: behind this one. */
export interface QuestionPlace {
  readonly receivedAt: Instant;
  readonly receiptNumber: ReceiptNumber;
}

/** Where a page of open cases ends: behind this one. */
export interface OpenPlace {
  readonly dueAt: Instant;
  readonly receiptNumber: ReceiptNumber;
  readonly received: JapaneseDate;
}

/** Who read personal data. Entries are only ever added, and go by themselves when their time is up. */
export interface AuditLog {
  /** Adds an entry; one that is there already stays as it is. */
  append(programme: string, entry: AuditEntry): Promise<void>;
  /** The entries of a date, in the order of `inOrderOfAudit`. */
  ofDay(programme: string, date: JapaneseDate): Promise<AuditEntry[]>;
}

interface OwingCase {
  readonly receiptNumber: ReceiptNumber;
  readonly receivedAt: Instant;
}

interface DueCase {
  readonly receiptNumber: ReceiptNumber;
  readonly dueAt: Instant;
}

/** Entries of one kind, such as incidents, each under the id that its kind gives it. */
export interface EntryStore<Entry> {
  /** The entries whose ids begin so, in order of id. */
  all(programme: string, beginning?: string): Promise<Entry[]>;
  find(programme: string, id: string): Promise<Entry | undefined>;
  /** Keeps a new entry and answers undefined; where its id is taken already, answers the entry that has it. */
  add(programme: string, entry: Entry): Promise<Entry | undefined>;
  /** Keeps an entry in the place of whatever has its id. */
  put(programme: string, entry: Entry): Promise<void>;
  remove(programme: string, id: string): Promise<void>;
}

/** Entries that are changed by several people: each version counts one up, and the second who writes one is refused. */
export interface VersionedEntryStore<Entry extends { readonly version: number }> extends EntryStore<Entry> {
  /** Replaces an entry by its next version. Answers false where somebody else wrote that version first. */
  update(programme: string, changed: Entry): Promise<boolean>;
}

export interface SpecialDayStore {
  all(programme: string): Promise<SpecialDay[]>;
  /** Enters a day; an entry for the same date is replaced. */
  enter(programme: string, day: SpecialDay): Promise<void>;
}

/** The hours of operation that are in force in Amazon Connect, dated overrides applied. */
export interface EffectiveHours {
  /** The hours of each date from `from` to `to`, both included; none on a closing day. A date that is not answered is not there. */
  between(from: JapaneseDate, to: JapaneseDate): Promise<ReadonlyMap<JapaneseDate, readonly OpenHours[]>>;
}

/** The list of holidays that the Cabinet Office publishes. */
export interface PublishedHolidays {
  /** The bytes of today's file, whatever they are. */
  fetch(): Promise<Uint8Array>;
}

/** A list of holidays as it was fetched. */
export interface KeptHolidayList {
  readonly fetchedAt: Instant;
  readonly bytes: Uint8Array;
}

export interface HolidayListStore {
  /** The list that was kept last. */
  last(programme: string): Promise<KeptHolidayList | undefined>;
  /** Keeps a list in the place of the last one. */
  keep(programme: string, list: KeptHolidayList): Promise<void>;
}

/** How a deployment that waits for a check is told what came of it. */
export interface DeploymentAnswers {
  /** `address` is the one that came with the question. */
  send(address: string, answer: DeploymentAnswer): Promise<void>;
}

/** CloudFormation's answer object of a custom resource, in its own names (CloudFormation user guide, "Response objects"). */
export interface DeploymentAnswer {
  readonly Status: "SUCCESS" | "FAILED";
  /** Why it failed; shown where the deployment is watched. */
  readonly Reason?: string;
  readonly PhysicalResourceId: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
}

/** An inquiry that was taken from a file, by the number that it bears there. */
export interface TakenInquiry {
  readonly from: "handover" | "hosted-form";
  readonly reference: string;
  /** Fingerprint of all that the file said of it. */
  readonly fingerprint: string;
}

export interface TakenInquiryStore {
  find(programme: string, from: TakenInquiry["from"], reference: string): Promise<TakenInquiry | undefined>;
  /** Keeps an inquiry and answers undefined; where its reference is taken already, answers what was kept. */
  take(programme: string, inquiry: TakenInquiry): Promise<TakenInquiry | undefined>;
}

/** What of the handover the operators have to read, who has to, and who has (R59, R60). What is kept first stays. */
export interface KnowledgeStore {
  /** Every version of every item, in order of item and version. */
  items(programme: string): Promise<KnowledgeItem[]>;
  /** Keeps a version and answers undefined; where it is there already, answers what was kept. */
  add(programme: string, item: KnowledgeItem): Promise<KnowledgeItem | undefined>;
  /** In order of staff code. */
  readers(programme: string): Promise<KnowledgeReader[]>;
  addReader(programme: string, reader: KnowledgeReader): Promise<void>;
  removeReader(programme: string, staff: string): Promise<void>;
  confirmations(programme: string): Promise<KnowledgeConfirmation[]>;
  confirm(programme: string, confirmation: KnowledgeConfirmation): Promise<void>;
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
  /** When a supervisor looks at it again, so that nobody is forgotten. @default when it ends */
  readonly reviewAt?: Instant;
}

/** Long complaints, harassment, or a matter that a supervisor has taken over. */
export type FlagReason = "long-complaint" | "harassment" | "supervisor-matter";

export interface FlagStore {
  /** The flag that was added last for a person; it may have ended. */
  find(programme: string, personKey: string): Promise<Flag | undefined>;
  /** Flags a person; an earlier flag of the same person is replaced. */
  add(programme: string, flag: Flag): Promise<void>;
  remove(programme: string, personKey: string): Promise<void>;
  /** Every flag of a programme, those included that have ended and are not gone yet. */
  all(programme: string): Promise<Flag[]>;
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
  readonly source: "contact-record" | "contact-event" | "mail" | "mail-event";
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

/** The desk's log of issues and proposals (R51). */
export interface ProposalStore {
  /** Every proposal, in order of number. */
  all(programme: string): Promise<Proposal[]>;
  /** Keeps a new proposal and answers undefined; where its number is taken already, answers the one that has it. */
  add(programme: string, proposal: Proposal): Promise<Proposal | undefined>;
  /** Replaces a proposal by one whose history is longer by one event. Answers false where somebody else wrote first. */
  update(programme: string, changed: Proposal): Promise<boolean>;
}

/** What Navi-Dial itself counted, a month each. */
export interface NaviDialStore {
  /** In order of month. */
  all(programme: string): Promise<NaviDialCount[]>;
  /** Enters a month's figures; those that were entered for it before are replaced. */
  enter(programme: string, count: NaviDialCount): Promise<void>;
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

/** Prints a document as a PDF. The same document gives the same bytes, whatever host prints it. */
export type DocumentWriter = (document: ReportDocument) => Promise<Uint8Array>;

/** A workbook that grows: each table becomes a sheet. The tabs stand in the order of the tables' file names. */
interface Workbook {
  readonly begin: BeginTable;
  /** Ends the file, once every table has ended; before, it cannot be read. */
  end(): void;
}

/** Begins a workbook that bears a title; its bytes are handed on piece by piece. The same tables give the same bytes. */
export type WorkbookWriter = (title: string, write: (bytes: Uint8Array) => void) => Workbook;

/** A ZIP archive that grows file after file. */
interface Archive {
  /** Adds a file; it may be as long as it likes. */
  add(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** Ends the archive; before, it cannot be opened. */
  end(): void;
}

/** Begins an archive whose bytes are handed on piece by piece. The same files give the same bytes. */
export type ArchiveWriter = (write: (bytes: Uint8Array) => void) => Archive;

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
  /** A file of a published revision; `manifest.json` is one of them. */
  read(programme: string, report: string, revision: number, file: string): Promise<Uint8Array | undefined>;
  /** The same piece by piece, for files that may be large. */
  open(
    programme: string,
    report: string,
    revision: number,
    file: string,
  ): Promise<AsyncIterable<Uint8Array> | undefined>;
}

/** What happened to reports after they were built. Entries are only ever added. */
export interface ReportLog {
  /** Every entry of a programme, in the order of `inOrderOfLog`. */
  all(programme: string): Promise<ReportEntry[]>;
  /** The entries of one report, in the same order. */
  of(programme: string, report: string): Promise<ReportEntry[]>;
  /** Adds an entry and answers undefined; where there is one of the same `entryId`, adds nothing and answers that one. */
  append(programme: string, entry: ReportEntry): Promise<ReportEntry | undefined>;
}

/** How a desk stands at this moment, as the telephone system counts it. */
export interface DeskState {
  /** In all of the desk's queues. */
  readonly callersWaiting: number;
  /** Of the one who has waited longest; 0 where nobody waits. */
  readonly longestWaitSeconds: number;
  /** Who could take an operator's call, those included who are on one now. */
  readonly operatorsStaffed: number;
}

export interface DeskNow {
  look(): Promise<DeskState>;
}

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same as an HTML document, for readers that show it. @default the text alone */
  readonly html?: string;
  /** Where an answer goes. @default to the sender */
  readonly replyTo?: string;
  /** What the mail service gives back with whatever it tells of this mail; nothing that says who asks. @default nothing */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** An inquiry whose case has work to do. */
export interface PushedInquiry {
  readonly programme: string;
  readonly receiptNumber: ReceiptNumber;
  /** The date of its receipt, under which the case is kept. */
  readonly received: JapaneseDate;
}

/**
 * Hurries the work that a case owes. It may deliver an inquiry late, twice, or not at all: what is owed stands in the case
 * (docs/decisions/0014).
 */
export interface InquiryQueue {
  push(inquiry: PushedInquiry): Promise<void>;
}

/** A piece of work for the operators, as their screen shows it. It holds nothing that says who asks. */
export interface Task {
  /** One task an id, however often it is started. An inquiry that is opened again is another task. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface TaskStarter {
  start(task: Task): Promise<void>;
}

/** A page of the form that was handed out. */
export interface HandedOutPage {
  /** Names whatever is sent from that page: one inquiry, however often it is sent. */
  readonly submissionId: string;
  readonly ageMillis: number;
}

/** Tells the pages that the service handed out from all others, without keeping any of them. */
export interface FormTokens {
  /** A token for a new page. */
  issue(): Promise<string>;
  /** The page that a token was issued for; undefined for any other text. */
  read(token: string): Promise<HandedOutPage | undefined>;
}

/** A picture as it arrived; its type is what its bytes say. */
export interface GivenPicture {
  readonly name: string;
  readonly type: PictureRef["type"];
  readonly bytes: Uint8Array;
}

/**
 * The pictures that came with a page of the form, before and after its inquiry is taken. What arrives and belongs to no inquiry
 * is gone within days.
 */
export interface PictureStore {
  /** Keeps a page's pictures in the place of those that it had. */
  keep(
    programme: string,
    submissionId: string,
    pictures: readonly GivenPicture[],
  ): Promise<readonly PictureRef[]>;
  /** What is kept for a page, in the order in which it was given. */
  of(programme: string, submissionId: string): Promise<readonly PictureRef[]>;
  drop(programme: string, submissionId: string): Promise<void>;
  /**
   * Keeps pictures of a page for as long as inquiries are, and answers where they are then; safe to repeat. From then on they
   * are searched for malware.
   */
  accept(pictures: readonly PictureRef[]): Promise<readonly PictureRef[]>;
}

/** The pictures of inquiries that were taken. */
export interface KeptPictures {
  state(picture: PictureRef): Promise<PictureState>;
  /** The bytes of a picture that is clean at this moment; undefined for any other. */
  open(picture: PictureRef): Promise<Uint8Array | undefined>;
}

/** Mails that residents sent to the service, as they came in. */
export interface ReceivedMails {
  /** The whole mail, as RFC 5322 writes it; undefined where it is gone. */
  read(key: string): Promise<Uint8Array | undefined>;
}

/** Turns a telephone number into the key under which a person's work is found (docs/architecture.md, rule 7). */
export interface PersonKeys {
  /** `number` in E.164. */
  keyOf(programme: string, number: string): Promise<string>;
}

/** Waits for work for so many milliseconds and then throws `Unavailable`; the work itself goes on unheard. */
export type TimeLimit = <Answer>(milliseconds: number, work: Promise<Answer>) => Promise<Answer>;

/** Lets time pass. */
export type Pause = (milliseconds: number) => Promise<void>;

/** A test case that Amazon Connect was asked to run once. */
export interface TestRun {
  readonly testCaseId: string;
  readonly executionId: string;
}

/** An instance of Amazon Connect, as an acceptance looks at it. Nothing of it is changed. */
export interface LiveInstance {
  /** The ARN of the hours of operation with a name. */
  hoursArn(name: string): Promise<string | undefined>;
  /** The ids of its test cases, by their names. */
  testCases(): Promise<ReadonlyMap<string, string>>;
  /** Has a simulated caller go through the flows as a test case says. */
  start(testCaseId: string): Promise<TestRun>;
  state(run: TestRun): Promise<"running" | "passed" | "failed">;
  /** What was observed otherwise than the test case says, a line each. */
  failures(run: TestRun): Promise<string[]>;
}

/** Fingerprints bytes as SHA-256, in hexadecimal. */
export type Sha256 = (bytes: Uint8Array) => string;
