import type { OpeningRules } from "./calendar/business-calendar.ts";
import type { AttributeName } from "./case/case.ts";
import type { Instant, JapaneseDate, JapaneseMonth } from "./japan-time.ts";

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
    /** A call abandoned within this many seconds of queueing is also listed as short. */
    readonly shortAbandonSeconds: number;
    readonly targets: {
      /** 0 to 1 (R29). */
      readonly answerRate: number;
      /** Average handling time, seconds, lower and upper bound (R30). */
      readonly handlingSeconds: readonly [number, number];
    };
  };
  readonly callback: {
    /** A caller who has waited this many seconds in the queue is offered a call back; more than 20. */
    readonly offeredAfterSeconds: number;
    /** A call back is due within this many minutes of opening hours. */
    readonly withinBusinessMinutes: number;
  };
  readonly webForm: {
    /** Shown to callers when the desk is closed. */
    readonly address: string;
    /** A written inquiry is answered within this many minutes of opening hours. */
    readonly answerWithinBusinessMinutes: number;
    readonly mailFrom: string;
  };
  readonly phrases: Phrases;
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
  receiptMail(receipt: { readonly receiptNumber: string; readonly answerBy: Instant }): {
    readonly subject: string;
    readonly text: string;
  };
}
