import { type ContactScope, type ContactState, type QueueDefinition, withScope } from "./contact-state.ts";
import type { FaultName } from "./faults.ts";
import type { FlowAction, RunnableFlow } from "./flow-document.ts";

/** Words to speak and the seconds they take. */
export interface Speech {
  readonly text: string;
  readonly seconds: number;
}

/** A Lambda function to call, with its references already filled. */
export interface FunctionCall {
  /** False: the flow goes on at once and does not see the answer. */
  readonly isAwaited: boolean;
  readonly functionArn: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly limitSeconds: number;
  /** JSON lets answers nest; STRING_MAP does not. */
  readonly responseType: "STRING_MAP" | "JSON";
}

/** What a block that stores input takes for it. */
export interface InputRule {
  /** Seconds to the first key, counted from the end of the prompt. */
  readonly limitSeconds: number;
  /** Seconds from key to key; AWS's default is 5. */
  readonly interdigitSeconds: number;
  readonly mostKeys: number;
  /** Ends the input and is not part of it; "" for none. */
  readonly terminator: string;
  /** Whether `*` takes back what was typed. */
  readonly canCancel: boolean;
  /** Set where a telephone number is wanted: typed as in Japan, or in E.164 without its plus sign. */
  readonly numberFormat?: "Local" | "E164";
}

/** A contact that a flow asks for besides its own. */
export type WantedContact =
  | {
      readonly kind: "callback";
      readonly number: string;
      readonly queue: QueueDefinition;
      readonly delaySeconds: number;
      readonly mostAttempts: number;
      readonly retrySeconds: number;
    }
  | {
      readonly kind: "task";
      readonly flow: RunnableFlow;
      readonly delaySeconds: number;
      readonly scope: Partial<ContactScope>;
    };

/** An error as a flow's branches name it, and why it came about. */
export interface FlowError {
  readonly errorType: string;
  readonly reason: string;
}

/** How a block ended: with a result for its conditions, without one, or with an error. */
export type Outcome = { readonly result?: string } | FlowError;

/** What one block asks for: `go` and `fail` leave it at once, the others take time or another party first. */
export type Step =
  | { readonly does: "go"; readonly result?: string; readonly contact?: ContactState }
  | ({ readonly does: "fail" } & FlowError)
  | { readonly does: "speak"; readonly speech: Speech }
  | { readonly does: "listen"; readonly speech: Speech; readonly limitSeconds: number }
  | { readonly does: "collect"; readonly speech: Speech; readonly input: InputRule }
  /** Time passes in which nothing is heard; `words` say what is waited for. */
  | { readonly does: "wait"; readonly seconds: number; readonly words: string; readonly outcome: Outcome }
  /** A number from 1 to 100 is drawn; it is the result. */
  | { readonly does: "draw" }
  | {
      readonly does: "dial";
      readonly number: string;
      readonly limitSeconds: number;
      /** Whether the flow goes on after the third party, and after a failed attempt. */
      readonly goesOn: boolean;
    }
  | { readonly does: "create"; readonly wanted: WantedContact }
  | {
      readonly does: "repeat";
      readonly speeches: readonly Speech[];
      readonly interruptSeconds: number | undefined;
    }
  | { readonly does: "invoke"; readonly request: FunctionCall }
  | { readonly does: "enqueue"; readonly queue: QueueDefinition }
  /** Out of one queue and into another, as a new contact. */
  | { readonly does: "requeue"; readonly queue: QueueDefinition }
  | { readonly does: "enter"; readonly flow: RunnableFlow }
  | { readonly does: "enter-module"; readonly module: RunnableFlow }
  | { readonly does: "leave-module" }
  | { readonly does: "leave"; readonly hangsUp: boolean };

/** What a block may ask of the exchange while it decides. */
export interface FlowWorld {
  /** Now. */
  isOpen(hoursArn: string): boolean;
  flow(arn: string): RunnableFlow | undefined;
  queue(arn: string): QueueDefinition | undefined;
  waitingIn(queueArn: string): number;
  metrics(queueArn: string): QueueMetrics;
  /** The queue of one operator; undefined when there is no such operator. It has no hours (AWS). */
  personalQueue(operatorArn: string): QueueDefinition | undefined;
  isOperatorFree(operatorArn: string): boolean;
  /** Whether the instance may call a number (AWS, country code allow list). */
  isDialable(number: string): boolean;
  /** The length of a recorded prompt, by its PromptId or media URI. */
  promptSeconds(prompt: string): number;
  hasFault(name: FaultName): boolean;
  /** The error by which a block is made to fail, whatever it would have done; undefined to let it work. */
  failureOf(flow: string, block: string): string | undefined;
}

/** What can be counted of a queue now. Operators are those who serve it; a caller being offered still waits. */
export interface QueueMetrics {
  readonly size: number;
  readonly oldestSeconds: number;
  readonly online: number;
  readonly available: number;
  /** Online and not in a state in which they take no calls: here the same as online. */
  readonly staffed: number;
  readonly afterContactWork: number;
  readonly busy: number;
  readonly missed: number;
}

/** Everything that a block's rule sees. */
export interface Situation {
  readonly flow: RunnableFlow;
  readonly action: FlowAction;
  readonly contact: ContactState;
  readonly world: FlowWorld;
}

/** The rule of one action type: pure, it reads the situation and says what has to be done. */
export type ActionRule = (situation: Situation) => Step;

/** A block that ends in an error, by default the one that has no name of its own. */
export function failed(reason: string, errorType = "NoMatchingError"): Step {
  return { does: "fail", errorType, reason };
}

/** The contact goes on, and references see something new. */
export function changed({ contact }: Situation, change: Partial<ContactScope>): Step {
  return { does: "go", contact: withScope(contact, change) };
}

/** A flow that Amazon Connect would not have published, or that asks for what is not simulated. */
export function flowMistake({ flow, action }: Pick<Situation, "flow" | "action">, what: string): Error {
  return new Error(`Flow "${flow.name}", action "${action.Identifier}" (${action.Type}): ${what}`);
}
