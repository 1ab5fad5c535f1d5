import type { AttemptOutcome, ClosingReason } from "../callback/outcome.ts";
import type { FormLanguage } from "../form-language.ts";
import type { Instant } from "../japan-time.ts";
import type { Escalation } from "./escalation.ts";
import type { Letter } from "./letter.ts";
import type { OwedWork, WorkName } from "./owed-work.ts";
import type { PictureRef } from "./picture.ts";
import type { ReceiptNumber } from "./receipt-number.ts";
import type { TextRelease } from "./text-release.ts";

/** 相談案件: what people did about an inquiry. Its history is only ever added to. */
export interface Case {
  readonly programme: string;
  readonly receiptNumber: ReceiptNumber;
  readonly origin: CaseOrigin;
  readonly receivedAt: Instant;
  readonly status: CaseStatus;
  /** Until when the inquirer expects an answer, by the business clock; absent where nothing is owed. */
  readonly dueAt?: Instant;
  /** The keyed hash of the inquirer's telephone number. */
  readonly personKey?: string;
  readonly attributes: InquirerAttributes;
  /** A code of the programme's categories. */
  readonly category?: string;
  /** 相談内容, as written by the inquirer or the operator. */
  readonly content?: string;
  /** 何を答えたか, as the desk wrote it. */
  readonly answer?: string;
  /** The staff code of who has taken the case on. */
  readonly owner?: string;
  /** How to answer a written inquiry. */
  readonly replyTo?: ReplyTo;
  /** In which language it was written, and is written back. @default Japanese */
  readonly language?: FormLanguage;
  /** What came with a written inquiry. @default none */
  readonly pictures?: readonly PictureRef[];
  /** What the desk and the inquirer have written to each other since, in order. Personal data: it never enters a report. @default nothing */
  readonly correspondence?: readonly Letter[];
  /** What the service itself still has to do, in the order in which it does it. @default nothing */
  readonly owed?: readonly OwedWork[];
  /** What was asked of others because it is outside the manual, in order of number. @default nothing */
  readonly escalations?: readonly Escalation[];
  /** How many minutes of opening hours are left to answer while an addressee has the question; absent while the clock runs. */
  readonly minutesLeft?: number;
  /** What of its free texts may be shown outside. @default nothing */
  readonly releases?: readonly TextRelease[];
  readonly history: readonly CaseEvent[];
  /** Counts the writes; two people who write at once are told apart by it. */
  readonly version: number;
}

/**
 * What brought the inquiry: a call, our web form, a form that the prefecture hosts (its own reference of the inquiry), or
 * the former contractor's list of open cases (its number there).
 */
export type CaseOrigin =
  | { readonly kind: "call"; readonly contactId: string }
  | { readonly kind: "web-form"; readonly submissionId: string }
  | { readonly kind: "hosted-form"; readonly reference: string }
  | { readonly kind: "handover"; readonly reference: string };

/** 受付 · 対応中 · 照会中 · 架電待ち · 完了 */
export type CaseStatus = "received" | "in-progress" | "referred" | "awaiting-callback" | "closed";

export const caseStatusNames: Readonly<Record<CaseStatus, string>> = {
  received: "受付",
  "in-progress": "対応中",
  referred: "照会中",
  "awaiting-callback": "架電待ち",
  closed: "完了",
};

/** 相談者属性: what kind of person asks, never who (R45). */
export type AttributeName = "relation" | "municipality" | "ageBand" | "device";

/** Each value is one of the programme's choices; an attribute that was not asked is absent. */
export type InquirerAttributes = { readonly [Name in AttributeName]?: string };

/** How the inquirer wants to be answered. Personal data: it never enters a report. */
export type ReplyTo =
  | { readonly by: "mail"; readonly mail: string; readonly name?: string }
  | {
      readonly by: "telephone";
      /** E.164. */
      readonly number: string;
      readonly name?: string;
      /** 連絡のつく時間, as written. */
      readonly reachable?: string;
    }
  | { readonly by: "none" };

export interface CaseEvent {
  readonly at: Instant;
  readonly what:
    | "opened"
    | "callback-requested"
    | "called-back"
    | "mail-sent"
    | "task-started"
    | "mail-bounced"
    | "mail-complained"
    | "answered"
    | "replied"
    | "handed-over"
    | "escalated"
    | "escalation-answered"
    | "answered-back"
    | "text-released"
    | "edited"
    | "status-changed"
    | "callback-attempted"
    | "callback-closed"
    | "registration-logged"
    | "owner-changed";
  /** A staff code; absent where the service itself did it. */
  readonly by?: string;
  /** What the service that told of it calls it: the same is written down once. */
  readonly reference?: string;
  /** What was done before, in the words of the former contractor; of `owner-changed`: why. */
  readonly note?: string;
  /** Of `edited` and `owner-changed`: which fields were written, never what they say; and the version of the case that was made of them. */
  readonly fields?: readonly CaseField[];
  readonly version?: number;
  /** Of `status-changed`: the status that the case took. */
  readonly to?: CaseStatus;
  /** Of `owner-changed`: the staff code of who has the case from then on. */
  readonly owner?: string;
  /** Of `callback-attempted`: how the call went; of `callback-closed`: why without one. */
  readonly outcome?: AttemptOutcome | ClosingReason;
}

/** What the desk writes into a case, each by itself: two people who write different fields do not meet. */
export type CaseField = "category" | "content" | "answer" | "owner" | AttributeName;

/** Whether the inquiry was written: on our form, on one that is hosted elsewhere. */
export function isWritten({ kind }: CaseOrigin): boolean {
  return kind === "web-form" || kind === "hosted-form";
}

/** 受付方法, as screens and reports name it. */
export const originNames: Readonly<Record<CaseOrigin["kind"], string>> = {
  call: "電話",
  "web-form": "WEBフォーム",
  "hosted-form": "WEBフォーム",
  handover: "引継ぎ",
};

/** The text that names an inquiry, from which its receipt number follows. */
export function originText(origin: CaseOrigin): string {
  switch (origin.kind) {
    case "call":
      return `call ${origin.contactId}`;
    case "web-form":
      return `web-form ${origin.submissionId}`;
    case "hosted-form":
    case "handover":
      return `${origin.kind} ${origin.reference}`;
  }
}

/** A case for a call that reached an operator. Nothing is owed until the operator says so. */
export function caseOfCall(call: {
  readonly programme: string;
  readonly receiptNumber: ReceiptNumber;
  readonly contactId: string;
  readonly arrivedAt: Instant;
  readonly personKey?: string | undefined;
}): Case {
  return {
    programme: call.programme,
    receiptNumber: call.receiptNumber,
    origin: { kind: "call", contactId: call.contactId },
    receivedAt: call.arrivedAt,
    status: "in-progress",
    ...(call.personKey !== undefined && { personKey: call.personKey }),
    attributes: {},
    history: [{ at: call.arrivedAt, what: "opened" }],
    version: 1,
  };
}

/** The next version of a case whose inquirer asked at `at` to be called back, which is owed by `dueAt`. */
export function awaitingCallback(
  kept: Case,
  request: { readonly at: Instant; readonly dueAt: Instant },
): Case {
  return {
    ...kept,
    status: "awaiting-callback",
    dueAt: request.dueAt,
    history: [...kept.history, { at: request.at, what: "callback-requested" }],
    version: kept.version + 1,
  };
}

/** The next version of a case whose inquirer was reached by the call back at `at`; undefined where none is awaited. */
export function calledBack(kept: Case, at: Instant): Case | undefined {
  if (kept.status !== "awaiting-callback") return undefined;
  const { dueAt: _done, ...rest } = kept;
  return {
    ...rest,
    status: "in-progress",
    history: [...kept.history, { at, what: "called-back" }],
    version: kept.version + 1,
  };
}

/** Whether the inquirer has asked to be called back, be it done by now or not. */
export function hasAskedForCallback(kept: Case): boolean {
  return kept.history.some(({ what }) => what === "callback-requested");
}

/** A written inquiry, as a case keeps it. */
export interface WrittenInquiry {
  readonly programme: string;
  readonly receiptNumber: ReceiptNumber;
  readonly submissionId: string;
  readonly receivedAt: Instant;
  /** Until when an answer is owed; absent where none is wanted. */
  readonly dueAt?: Instant;
  readonly category: string;
  readonly content: string;
  readonly attributes: InquirerAttributes;
  readonly replyTo: ReplyTo;
  readonly language?: FormLanguage;
  readonly pictures?: readonly PictureRef[];
  /** What the service has to do for it, in that order. @default nothing */
  readonly owes?: readonly WorkName[];
}

/** A case for a written inquiry, with all that it owes: whoever writes it down writes that down with it. */
export function caseOfWebForm(inquiry: WrittenInquiry): Case {
  const { programme, receiptNumber, submissionId, receivedAt, pictures = [], owes = [], ...rest } = inquiry;
  return {
    programme,
    receiptNumber,
    origin: { kind: "web-form", submissionId },
    receivedAt,
    status: "received",
    ...rest,
    ...(pictures.length > 0 && { pictures }),
    ...(owes.length > 0 && { owed: owes.map((work) => ({ work })) }),
    history: [{ at: receivedAt, what: "opened" }],
    version: 1,
  };
}
