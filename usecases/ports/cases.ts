import type { Case } from "../../domain/case/case.ts";
import type { CaseQuestions } from "../../domain/case/questions.ts";
import type { ReceiptNumber } from "../../domain/case/receipt-number.ts";
import type { Instant, JapaneseDate } from "../../domain/japan-time.ts";

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
  /** Cases for which the service itself still has work to do, the earliest first. It may take a moment to show a write. */
  owing(programme: string): Promise<OwingCase[]>;
  /**
   * A page of the cases that owe an answer, the most urgent first: at most `limit` of them, from behind the place where the
   * page before ended. What it costs does not grow with how many there are. It may take a moment to show a write.
   */
  openPage(programme: string, page: WantedCases<OpenPlace>): Promise<PageOfCases<OpenPlace>>;
  /**
   * The same for the open cases that somebody has in hand, by their staff code: those that owe an answer first, by urgency.
   * One that owes none has the last of all times as its place.
   */
  ownedPage(programme: string, owner: string, page: WantedCases<OpenPlace>): Promise<PageOfCases<OpenPlace>>;
  /** The same for the cases received on a date, in order of receipt number. */
  pageOfDay(
    programme: string,
    date: JapaneseDate,
    page: WantedCases<ReceiptNumber>,
  ): Promise<PageOfCases<ReceiptNumber>>;
  /**
   * The same for the cases of which something was asked of the prefecture: those with an open question, which were received
   * first coming first, or those whose questions are all answered, which were received last coming first.
   */
  questionPage(
    programme: string,
    questions: CaseQuestions,
    page: WantedCases<ReceivedPlace>,
  ): Promise<PageOfCases<ReceivedPlace>>;
  /** The same for a person's cases, the latest first. */
  personPage(
    programme: string,
    personKey: string,
    page: WantedCases<ReceivedPlace>,
  ): Promise<PageOfCases<ReceivedPlace>>;
}

/** Which page of cases is wanted: at most `limit` of them, from behind the place where the page before ended. */
interface WantedCases<Place> {
  readonly limit: number;
  /** @default from the beginning */
  readonly after?: Place;
}

interface PageOfCases<Place> {
  readonly cases: readonly Case[];
  /** Where the next page begins; absent on the last. */
  readonly next?: Place;
}

/** Where a page of cases in order of receipt ends: behind this one. */
export interface ReceivedPlace {
  readonly receivedAt: Instant;
  readonly receiptNumber: ReceiptNumber;
}

/** Where a page of open cases ends: behind this one. */
export interface OpenPlace {
  readonly dueAt: Instant;
  readonly receiptNumber: ReceiptNumber;
  readonly received: JapaneseDate;
}

interface OwingCase {
  readonly receiptNumber: ReceiptNumber;
  readonly receivedAt: Instant;
}

interface DueCase {
  readonly receiptNumber: ReceiptNumber;
  readonly dueAt: Instant;
}
