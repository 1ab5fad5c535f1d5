import type { Addressee } from "../case/escalation.ts";
import type { CaseStatus } from "../case/case.ts";
import type { EndingReason } from "../incident/incident.ts";
import type { RegistrationEntry } from "../registration/registration.ts";

/** 研修の台本: a caller who exists only in training, and what the manual expects of whoever takes the call (R55). */
export interface TrainingScript {
  /** Never changed: trainings that were made name it. */
  readonly id: string;
  readonly title: string;
  /** What is practised with it, in one sentence. */
  readonly trains: string;
  readonly caller: ScriptedCaller;
  /** What the caller says, in this order. */
  readonly lines: readonly CallerLine[];
  /** What the caller says besides, when something is done to them. @default nothing */
  readonly reactions?: CallerReactions;
  readonly expectations: readonly Expectation[];
}

interface ScriptedCaller {
  /** E.164, a number that nobody can have; absent where the caller withholds it. */
  readonly number?: string;
  /** What the caller presses in the menus, one key a prompt. */
  readonly keys: readonly string[];
}

/** The first line is said when somebody answers, every other when the trainee has spoken after the one before. */
export interface CallerLine {
  readonly says: string;
  /** So long the two have talked until the caller says it. @default it is said at once */
  readonly minutesLater?: number;
  /** What the trainee might say to it. @default they find their own words */
  readonly hint?: string;
}

interface CallerReactions {
  /** After `silentAfterSeconds` in which the trainee says nothing. */
  readonly silent?: string;
  /** When the trainee comes back from a hold. */
  readonly resumed?: string;
  /** When the caller is handed on. */
  readonly transferred?: string;
}

/** What is looked for afterwards, with what the manual says about it. */
export type Expectation = ExpectedThing & { readonly manual: string };

/** A caller is heard out where every line was said; a text is free of personal data where the check of releases finds none. */
export type ExpectedThing =
  | { readonly kind: "category"; readonly oneOf: readonly string[] }
  | { readonly kind: "written"; readonly field: "content" | "answer" }
  | { readonly kind: "status"; readonly oneOf: readonly CaseStatus[] }
  | { readonly kind: "escalated"; readonly to: Addressee }
  | { readonly kind: "not-escalated" }
  | { readonly kind: "callback-promised" }
  | { readonly kind: "faq-used" }
  | { readonly kind: "registration"; readonly what: RegistrationEntry["what"] }
  | { readonly kind: "heard-out" }
  | { readonly kind: "transferred"; readonly oneOf: readonly TransferTarget[] }
  | { readonly kind: "harassment-suspected" }
  | { readonly kind: "harassment-not-suspected" }
  | { readonly kind: "accommodation-first" }
  | { readonly kind: "ended-with"; readonly oneOf: readonly EndingReason[] }
  | { readonly kind: "no-personal-data" };

export type TransferTarget = "leader" | "supervisor";

/** A question and its answer that stand in the FAQ of the training: invented, as the callers are. */
interface TrainingQuestion {
  readonly question: string;
  readonly answer: string;
  readonly category: string;
  readonly keywords: readonly string[];
}

/** What a programme has for training. */
export interface TrainingSettings {
  readonly scripts: readonly TrainingScript[];
  readonly faq: readonly TrainingQuestion[];
}

/** Of a programme that has nothing for training. */
export const noTraining: TrainingSettings = { scripts: [], faq: [] };
