import type { FlowAction } from "../flow-document.ts";
import type { EdgeKind } from "./edge-kind.ts";
import type { Property } from "./problem.ts";

/** Something that later blocks may ask about: a few values, the first of which holds when nothing is known. */
export interface Variable {
  readonly name: string;
  readonly values: readonly string[];
}

/** A variable by its number, and a value by its. */
export type Holding = readonly [variable: number, value: number];

/** One step that a call may take when all guards hold; afterwards the variables hold what it sets. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly kind: EdgeKind;
  readonly guards: readonly Holding[];
  readonly sets: readonly Holding[];
  /** What the caller does or what happens, in Japanese; empty when nobody would notice. */
  readonly note: string;
  /** A key that was pressed or digits that were typed, for replaying. */
  readonly keys?: string;
}

/** A property that is broken whenever a call is at the place and all guards hold. */
export interface Check {
  readonly property: Property;
  readonly guards: readonly Holding[];
  readonly message: string;
}

/** How a call may end; `silent` is what no call should. A task that ends is still a case on our own list. */
export type Ending =
  | "person"
  | "promise"
  | "closing sentence"
  | "closing sentence not spoken"
  | "caller hung up"
  | "line failed"
  | "silent"
  | "task ended"
  | "another flow";

/** Where a call can be: a block of a flow, or a place of the exchange itself, such as talking to an operator. */
export interface Location {
  readonly flow: string;
  readonly block: string;
  readonly action?: FlowAction;
  readonly ending?: Ending;
  /** The caller hears words there, or the operator in flows for operators. */
  readonly speaks: boolean;
  /** The call rests there until somebody does something: a queue, a conversation. */
  readonly waits: boolean;
  readonly checks: readonly Check[];
}

/** Where calls begin and what is known of them there. */
export interface Root {
  readonly location: number;
  readonly sets: readonly Holding[];
}

/** Everything that can happen to a caller, as places and guarded steps. */
export interface Model {
  readonly variables: readonly Variable[];
  readonly locations: readonly Location[];
  readonly edges: readonly Edge[];
  readonly roots: readonly Root[];
  /** Where the caller talks to an operator. */
  readonly talking: number;
  /** What had to be assumed, such as flows that are named and not at hand. */
  readonly notes: readonly string[];
}
