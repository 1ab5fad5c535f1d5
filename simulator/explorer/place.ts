import type { FlowType } from "../catalogue/action-description.ts";
import type { FlowAction } from "../flow-document.ts";
import type { EdgeKind } from "./edge-kind.ts";
import type { Ending, Holding } from "./model.ts";
import type { ExchangePlace, FlowUse, ModelBuilder } from "./model-builder.ts";

/** Flows and hooks as the blocks of one flow see them. */
export interface Surroundings {
  /** The start of the flow or module that a parameter names; undefined when it is not at hand. */
  flowStart(reference: unknown): { readonly name: string; readonly start: number } | undefined;
  /** A module's start, for one place that invokes it. */
  moduleStart(reference: unknown, from: Place): number | undefined;
  /** Leads to whatever flow is hooked to an event; what it sets on the way. */
  runHook(from: number, event: string, kind: EdgeKind, note: string, sets?: readonly Holding[]): void;
  readonly reportAttributes: readonly string[];
}

/** Types of flows in which the caller is not the one who hears. */
const operatorsOwn: ReadonlySet<string> = new Set(["AGENT_WHISPER", "AGENT_HOLD"]);

/** Where the exchange takes the call when a flow of such a type is over; a flow of another type ends the contact. */
const placesAfter: Readonly<Partial<Record<FlowType, ExchangePlace>>> = {
  CUSTOMER_QUEUE: "queued in silence",
  AGENT_WHISPER: "operator was whispered to",
  CUSTOMER_WHISPER: "talking",
  OUTBOUND_WHISPER: "talking",
  CUSTOMER_HOLD: "talking",
  AGENT_HOLD: "talking",
};

/** A block while its steps are drawn: the words in which the rules of the action types speak. */
export class Place {
  readonly builder: ModelBuilder;
  readonly use: FlowUse;
  readonly action: FlowAction;
  readonly at: number;
  readonly surroundings: Surroundings;

  constructor(drawn: {
    readonly builder: ModelBuilder;
    readonly use: FlowUse;
    readonly action: FlowAction;
    readonly at: number;
    readonly surroundings: Surroundings;
  }) {
    this.builder = drawn.builder;
    this.use = drawn.use;
    this.action = drawn.action;
    this.at = drawn.at;
    this.surroundings = drawn.surroundings;
  }

  get callerHears(): boolean {
    return !operatorsOwn.has(this.use.type) && !this.use.isForTasks;
  }

  holding(name: string, value: string): Holding {
    return this.builder.holding(name, value);
  }

  /** A block that is no closing sentence any more: after it a hang-up would be silent. */
  get silent(): readonly Holding[] {
    return [this.holding("said", "nothing")];
  }

  step(
    to: number,
    kind: EdgeKind,
    note: string,
    sets: readonly Holding[] = [],
    guards: readonly Holding[] = [],
  ): void {
    this.builder.edge(this.at, to, kind, { note, sets, guards });
  }

  /** Where the block leads when it succeeds. */
  next(): number {
    const { NextAction } = this.action.Transitions;
    return NextAction === undefined
      ? this.flowEnd("次のブロックがない")
      : this.builder.block(this.use, NextAction);
  }

  /** Whether the block has an exit of this very type. */
  hasError(type: string): boolean {
    return this.action.Transitions.Errors?.some(({ ErrorType }) => ErrorType === type) ?? false;
  }

  /** Where an error leads: to its own exit, else to NoMatchingError's, else the flow is over. */
  error(type: string): number {
    const errors = this.action.Transitions.Errors ?? [];
    const branch =
      errors.find(({ ErrorType }) => ErrorType === type) ??
      errors.find(({ ErrorType }) => ErrorType === "NoMatchingError");
    return branch ? this.builder.block(this.use, branch.NextAction) : this.flowEnd(`${type}の出口がない`);
  }

  /** Where a flow of this type goes when it is over by itself: it depends on what it was for. */
  flowEnd(why: string): number {
    const { builder, use } = this;
    if (use.returnsTo) return use.returnsTo.failed;
    const after = placesAfter[use.type];
    return after === undefined ? this.parting(why) : builder.exchange(after);
  }

  /** Where the service hangs up: how that is, depends on what was said and kept before. */
  parting(why: string): number {
    const { builder, at, use } = this;
    const parting = builder.between(at, `parting ${why}`);
    if (builder.edges.some(({ from }) => from === parting)) return parting;
    if (use.isForTasks) {
      builder.edge(parting, builder.ending("task ended"), "goes on", { note: "タスクが終わり、案件は残る" });
      return parting;
    }
    const lead = (ending: Ending, note: string, guards: readonly Holding[]) =>
      builder.edge(parting, builder.ending(ending), "goes on", { note, guards });
    const unserved = this.holding("talked", "no");
    lead("person", "通話が終わる", [this.holding("talked", "yes")]);
    lead("silent", `案内のないまま切れる（${why}）`, [unserved, this.holding("said", "nothing")]);
    lead("closing sentence not spoken", "終わりの案内を再生できず切れる", [
      unserved,
      this.holding("said", "tried"),
    ]);
    lead("promise", "折り返しの約束を聞いて終わる", [
      unserved,
      this.holding("said", "words"),
      this.holding("kept", "yes"),
    ]);
    lead("closing sentence", "案内を聞いて終わる", [
      unserved,
      this.holding("said", "words"),
      this.holding("kept", "no"),
    ]);
    builder.check(parting, {
      property: "ends-well",
      guards: [unserved, this.holding("said", "nothing")],
      message: `the caller is hung up on in silence (${this.action.Type}): lead every way through a true sentence or to a person.`,
    });
    if (this.use.type === "CUSTOMER_QUEUE") this.#keepsQueued(parting);
    return parting;
  }

  /** A caller who waits for an operator is let go for a stored call back only. */
  #keepsQueued(parting: number): void {
    for (const said of ["words", "tried"])
      this.builder.check(parting, {
        property: "operator-reachable",
        guards: [this.holding("talked", "no"), this.holding("said", said), this.holding("kept", "no")],
        message: "hangs up on a caller who waits, without a stored call back: let the caller wait on.",
      });
  }
}
