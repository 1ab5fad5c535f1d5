import type { OpeningRules } from "./calendar/business-calendar.ts";
import type { AttributeName } from "./case/case.ts";
import type { FormLanguage } from "./form-language.ts";
import type { HandoverFile, HostedForm } from "./import/import-settings.ts";
import type { Instant, JapaneseDate, JapaneseMonth } from "./japan-time.ts";
import type { CallScript } from "./call-script.ts";
import type { LongCallSettings } from "./long-call/long-call.ts";
import type { RegistrationSettings } from "./registration/registration.ts";
import type { PlannedVolumes } from "./report/figures/planned-volumes.ts";

/** 相談内容分類: one kind of inquiry. Codes are stable; names may be reworded. */
export interface Category {
  readonly code: string;
  readonly name: string;
  /** For operators only: the public form does not offer it. */
  readonly deskOnly?: true;
}

/** What may be chosen for each of the inquirer's attributes (相談者属性), in the order in which forms show it. */
export type AttributeChoices = {
  readonly [Name in AttributeName]: readonly string[];
};

/** Everything that is particular to one programme (事業). Plain data, one constant a programme in `programmes/`. */
export interface Programme {
  /** Lower-case letters, digits and hyphens; part of storage keys, never changed. */
  readonly id: string;
  readonly name: string;
  /** What the caller hears and reads: the help desk's own name. */
  readonly deskName: string;
  readonly customer: string;
  readonly contract: { readonly from: JapaneseDate; readonly to: JapaneseDate };
  /** The number that residents dial, as the prefecture prints it (R69). */
  readonly publishedNumber: string;
  readonly hours: OpeningRules;
  readonly categories: readonly Category[];
  readonly attributeChoices: AttributeChoices;
  readonly report: {
    /** Months whose list ends before the month does: the last date that is included (R37). */
    readonly cutOffs: Readonly<Record<JapaneseMonth, JapaneseDate>>;
    /** Months of which the list of inquiries is due each week as well (R49); those outside the contract have none. */
    readonly weeklyListMonths: readonly JapaneseMonth[];
    /** The day of the following month, 1 to 28, by which a month's report is delivered, as the customer agreed (R36). */
    readonly dueDayOfNextMonth: number;
    /** Months for which another date than that was agreed (R36). @default none */
    readonly agreedDates?: Readonly<Record<JapaneseMonth, JapaneseDate>>;
    /** So many operating days before that date the desk is reminded of a report that nobody approved. @default 3 */
    readonly remindOperatingDaysBefore?: number;
    /** The customer's addresses that are told of an approved report: an office's, not a person's. */
    readonly deliverTo: readonly string[];
    /** Where the customer signs in to fetch reports. */
    readonly portalAddress: string;
    /** The supervisors' addresses, which are reminded of reports. */
    readonly remindTo: readonly string[];
    /** A call abandoned within this many seconds of queueing is also listed as short. */
    readonly shortAbandonSeconds: number;
    readonly targets: {
      /** 0 to 1 (R29). */
      readonly answerRate: number;
      /** Average handling time, seconds, lower and upper bound (R30). */
      readonly handlingSeconds: readonly [number, number];
    };
    /** How many calls are expected (R27, R28). @default nothing is compared with it */
    readonly plannedVolumes?: PlannedVolumes;
  };
  /** Until when personal data is kept before it is erased, as the completion report certifies (decisions 0012 and 0017). */
  readonly retention: {
    /** A recording goes so many days after its call. */
    readonly recordingDays: number;
    /** What cases and call backs hold goes so many days after the contract's last day. */
    readonly daysAfterContract: number;
    /** The date by which the last backup is gone. */
    readonly backupsGoneBy: JapaneseDate;
  };
  readonly escalation: {
    /** Where nothing was promised yet, an inquirer is answered within this many minutes of opening hours, not counting the time that an escalation takes. */
    readonly answerBackWithinBusinessMinutes: number;
  };
  readonly callback: {
    /** A caller who has waited this many seconds in the queue is offered a call back; more than 20. */
    readonly offeredAfterSeconds: number;
    /** A call back is due within this many minutes of opening hours. */
    readonly withinBusinessMinutes: number;
    /** Nobody is called back more often than this in vain (R17). */
    readonly mostAttempts: number;
    /** After a call that reached nobody, the next waits this many minutes of opening hours. */
    readonly retryAfterBusinessMinutes: number;
    /** What a minute of an outbound call costs us, for estimates (R18). */
    readonly yenPerMinute: number;
  };
  /** Long calls, and what is said in abusive ones (R83, R84). */
  readonly longCalls: LongCallSettings;
  /** What is said to callers by what they chose in the menu (R9); one a choice at most. @default nothing */
  readonly callScripts?: readonly CallScript[];
  /** What is done in the app vendor's tool, and how a person is identified before (R19, R26). */
  readonly registration: RegistrationSettings;
  readonly webForm: {
    /** Shown to callers when the desk is closed. */
    readonly address: string;
    /** A written inquiry is answered within this many minutes of opening hours. */
    readonly answerWithinBusinessMinutes: number;
    readonly mailFrom: string;
    /**
     * The domain whose mails the service receives itself, for replies to its own mails; nothing else may receive mail there.
     * @default replies go to the sender's address, and nobody reads them here
     */
    readonly replyDomain?: string;
  };
  readonly phrases: Phrases;
  /** How others write what we take from their files. @default nothing can be taken */
  readonly imports?: { readonly handover?: HandoverFile; readonly hostedForm?: HostedForm };
  /**
   * What the form's other languages call the programme, its desk, its categories and its choices: by the Japanese name.
   * What is missing is shown in Japanese.
   */
  readonly translations?: {
    readonly easy: Readonly<Record<string, string>>;
    readonly en: Readonly<Record<string, string>>;
  };
}

/** What the service says aloud and writes. Texts are the programme's; when each is said is the flows'. */
export interface Phrases {
  /** The first words of every call that reaches an open desk. */
  readonly greeting: string;
  /** Said before recording starts. */
  readonly recordingNotice: string;
  /** Said while an operator is sought; repeated at intervals. */
  readonly waiting: string;
  /** Said when the desk is closed and the reason cannot be looked up. */
  readonly closedWithoutReason: string;
  /** Said when a call cannot be queued at all. */
  readonly cannotConnect: string;
  /** Said over and over to a caller whom the operator has put on hold. */
  readonly hold: string;
  /** Said where nobody can take a transferred call and it goes back to the operators. */
  readonly transferBusy: string;
  /** The menu of an open desk, said after the greeting. */
  readonly menu: {
    /** The choices and their keys: 1 the app and registration, 2 points and prizes, 3 the former programme, 0 a person. */
    readonly choose: string;
    /** The same for a caller who pressed nothing or another key. */
    readonly chooseAgain: string;
    /** Said to a caller who chose the former programme, before the queue. */
    readonly formerEnded: string;
  };
  /** What a waiting caller is asked about a call back. */
  readonly callbackDialogue: {
    /** How many wait, the caller included; `count` may be what a flow looks up. */
    peopleWaiting(count: string): string;
    /** The offer: 1 for a call back, nothing for going on waiting. */
    readonly offer: string;
    /** Reads a number back: 1 is right, 2 another number. `spoken` may be what a flow looks up. */
    confirm(spoken: string): string;
    /** Asks for a number, ended with #. */
    readonly typeNumber: string;
    /** Said where nothing was typed or the number cannot be called. */
    readonly unusable: string;
    /** Said where the caller confirmed no number: there will be no call back, the waiting goes on. */
    readonly notTaken: string;
    /** Said where it is not known whether the call back was kept: the waiting goes on. Must be true either way. */
    readonly failed: string;
    /** Said where a call back is kept and its promise cannot be said. */
    readonly kept: string;
  };
  /** What an operator hears before a caller is joined: a few words each. */
  readonly whisper: {
    readonly app: string;
    readonly points: string;
    readonly former: string;
    readonly operator: string;
    /** Somebody who has called before. */
    readonly returning: string;
    /** The receipt number of the caller's open case; it may be what a flow looks up. */
    openCase(receiptNumber: string): string;
  };
  /** The closed sentence: why, and when the desk opens next. */
  closed(closed: { readonly reason: string; readonly nextOpening: Instant; readonly at: Instant }): string;
  /** Said to a caller who asked to be called back: by when. */
  callbackPromise(callback: { readonly dueAt: Instant; readonly at: Instant }): string;
  /** Said to a caller for whom a call back is waiting already. */
  readonly callbackAlreadyKept: string;
  /** The mail that confirms a written inquiry; it carries no personal data in its subject. */
  receiptMail(receipt: {
    readonly receiptNumber: string;
    readonly answerBy: Instant;
    readonly language: FormLanguage;
  }): {
    readonly subject: string;
    readonly text: string;
  };
  /**
   * The mail that answers a written inquiry: the desk's text between a greeting and how to go on, in the inquirer's language.
   * It carries no personal data in its subject. `canReply` says whether an answer to the mail is read.
   */
  answerMail(answer: {
    readonly receiptNumber: string;
    readonly text: string;
    readonly canReply: boolean;
    readonly language: FormLanguage;
  }): { readonly subject: string; readonly text: string };
  /**
   * The mail that tells the customer of an approved report: where to sign in, and nothing of what the report says.
   * `replaces` is the approved revision before it, if there is one.
   */
  reportMail(report: {
    /** As 定例報告（令和6年7月分）. */
    readonly title: string;
    readonly revision: number;
    readonly replaces?: number;
    readonly address: string;
  }): { readonly subject: string; readonly text: string };
  /** The mail that reminds the supervisors of a report: that nobody approved it, or that the customer has not fetched it. */
  reportReminder(reminder: {
    readonly title: string;
    /** 0 where the report is not built yet. */
    readonly revision: number;
    readonly about: "approval" | "fetching";
    /** Absent where no date was agreed for this kind of report. */
    readonly due?: JapaneseDate;
  }): { readonly subject: string; readonly text: string };
}
