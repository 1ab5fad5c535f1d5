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
  readonly functionArn: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly limitSeconds: number;
  /** JSON lets answers nest; STRING_MAP does not. */
  readonly responseType: "STRING_MAP" | "JSON";
}

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
  | {
      readonly does: "repeat";
      readonly speeches: readonly Speech[];
      readonly interruptSeconds: number | undefined;
    }
  | { readonly does: "invoke"; readonly request: FunctionCall }
  | { readonly does: "enqueue"; readonly queue: QueueDefinition }
  | { readonly does: "enter"; readonly flow: RunnableFlow }
  | { readonly does: "leave"; readonly hangsUp: boolean };

/** What a block may ask of the exchange while it decides. */
export interface FlowWorld {
  /** Now. */
  isOpen(hoursArn: string): boolean;
  flow(arn: string): RunnableFlow | undefined;
  queue(arn: string): QueueDefinition | undefined;
  waitingIn(queueArn: string): number;
  hasFault(name: FaultName): boolean;
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
