import type { ConditionOperator, FlowType, ParameterValue } from "../flow-document.ts";
import type { BlockKind, BlockOf } from "./block.ts";

/** One way out of a block, in the words of Connect's transitions. */
export type Exit = { readonly to: string } & (
  | { readonly on: "next" }
  | { readonly on: "condition"; readonly operator: ConditionOperator; readonly operand: string }
  | { readonly on: "error"; readonly error: ErrorType }
);

/**
 * `NoMatchingError` is the only fault among them: the others are answers that a call can get on a good day.
 */
export type ErrorType =
  | "NoMatchingError"
  | "NoMatchingCondition"
  | "InputTimeLimitExceeded"
  | "QueueAtCapacity";

/** How one kind of block is written in the Flow language. */
export interface ActionRule<Kind extends BlockKind> {
  /** The action's `Type` in the Flow language. */
  readonly type: string;
  readonly flowTypes: readonly FlowType[];
  /** Whether the call may leave the flow here: an operator's queue, a person, the end of the call. */
  readonly ends: boolean;
  /** Whether somebody hears text from this block. */
  readonly speaks: boolean;
  parameters(block: BlockOf<Kind>): Readonly<Record<string, ParameterValue>>;
  /** Conditions first, in the order in which they are asked; then errors, the general one last. */
  exits(block: BlockOf<Kind>): readonly Exit[];
}

/** The rules of some kinds of block. */
export type ActionRules<Kinds extends BlockKind> = { readonly [Kind in Kinds]: ActionRule<Kind> };

/** Every type of flow that is deployed. */
export const everyFlow: readonly FlowType[] = [
  "CONTACT_FLOW",
  "CUSTOMER_QUEUE",
  "CUSTOMER_HOLD",
  "AGENT_WHISPER",
  "OUTBOUND_WHISPER",
  "QUEUE_TRANSFER",
];

/** What most kinds have in common: the call goes on, in silence, in any flow. */
export const passes = { ends: false, speaks: false, flowTypes: everyFlow } as const;

/** The exits of a block that succeeds or fails. */
export function nextOrError({ next, onError }: { readonly next: string; readonly onError: string }): Exit[] {
  return [
    { on: "next", to: next },
    { on: "error", error: "NoMatchingError", to: onError },
  ];
}

/** An exit for one exact value. */
export function equals(operand: string, to: string): Exit {
  return { on: "condition", operator: "Equals", operand, to };
}

/** `${Reference}`, which a deployment replaces. */
export function placeholder(reference: string): string {
  return `\${${reference}}`;
}
