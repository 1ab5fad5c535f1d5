import type { FlowType } from "../catalogue/action-description.ts";
import type { FlowAction } from "../flow-document.ts";
import { needsVoice, spokenWords } from "./block-words.ts";
import type { EdgeKind } from "./edge-kind.ts";
import type { Check, Edge, Ending, Holding, Location, Variable } from "./model.ts";
import { other } from "./tracked-values.ts";

/** One use of a flow: a module has one for each place that invokes it. */
export interface FlowUse {
  readonly name: string;
  readonly type: FlowType;
  readonly isForTasks: boolean;
  readonly key: string;
  readonly start: string;
  readonly blocks: ReadonlyMap<string, FlowAction>;
  /** For modules: where the call goes on when it returns, and when it fails. */
  readonly returnsTo?: { readonly next: number; readonly failed: number };
}

/** Where a call can be outside every flow. */
const exchangePlaces = {
  talking: { speaks: false, waits: true },
  "operator was whispered to": { speaks: false, waits: false },
  "queued in silence": { speaks: false, waits: true },
  "Connect's own queue flow": { speaks: true, waits: true },
} as const;
export type ExchangePlace = keyof typeof exchangePlaces;

interface Step {
  readonly note?: string;
  readonly guards?: readonly Holding[];
  readonly sets?: readonly Holding[];
  readonly keys?: string;
}

type Draft = { -readonly [Key in keyof Location]: Location[Key] } & { checks: Check[] };

/** Collects the places, steps and variables of a model. Places of blocks are made when something first leads there. */
export class ModelBuilder {
  readonly variables: Variable[] = [];
  readonly locations: Draft[] = [];
  readonly edges: Edge[] = [];
  readonly notes = new Set<string>();
  /** Blocks that were led to and whose own steps are not drawn yet. */
  readonly undrawn: { readonly use: FlowUse; readonly action: FlowAction; readonly at: number }[] = [];
  readonly #places = new Map<string, number>();
  readonly #variables = new Map<string, number>();
  readonly #texts = new Map<string, ReadonlyMap<string, string>>();

  /** A variable; the first value is the one that holds at the beginning. */
  define(name: string, values: readonly string[]): void {
    this.#variables.set(name, this.variables.length);
    this.variables.push({ name, values });
  }

  /** A variable for a reference: what stands for each of its texts. */
  defineTexts(name: string, standing: ReadonlyMap<string, string>): void {
    this.define(name, [...new Set(standing.values())]);
    this.#texts.set(name, standing);
  }

  /** The texts that a reference may hold, also those that share a value; undefined when nothing asks about it. */
  texts(name: string): readonly string[] | undefined {
    const standing = this.#texts.get(name);
    return standing && [...standing.keys()];
  }

  /** The values of a variable; undefined when nothing asks about it. */
  values(name: string): readonly string[] | undefined {
    return this.variables[this.#variables.get(name) ?? -1]?.values;
  }

  /**
   * That a variable holds a value; a reference takes any text. Throws for a variable or value that was not defined:
   * a mistake of ours.
   */
  holding(name: string, value: string): Holding {
    const variable = this.#variables.get(name) ?? -1;
    const standing = this.#texts.get(name);
    const stands = standing ? (standing.get(value) ?? standing.get(other) ?? value) : value;
    const index = this.variables[variable]?.values.indexOf(stands) ?? -1;
    if (index < 0) throw new Error(`The explorer has no value "${value}" of ${name}.`);
    return [variable, index];
  }

  /** The place of a block; drawn later if it is new. */
  block(use: FlowUse, identifier: string): number {
    const key = `${use.key} ${identifier}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const action = use.blocks.get(identifier);
    if (!action)
      throw new Error(`Flow "${use.name}" has no block "${identifier}": check its structure first.`);
    const waits = ["MessageParticipantIteratively", "Wait", "ShowView"].includes(action.Type);
    const at = this.#place(key, {
      flow: use.name,
      block: identifier,
      action,
      speaks: spokenWords(action).length > 0,
      waits,
      checks: needsVoice(action)
        ? [
            {
              property: "voice-before-words",
              guards: [this.holding("voice", "none")],
              message: "speaks before a voice is set: Connect would speak English.",
            },
          ]
        : [],
    });
    this.undrawn.push({ use, action, at });
    return at;
  }

  /** A place of the exchange itself. */
  exchange(name: ExchangePlace): number {
    const { speaks, waits } = exchangePlaces[name];
    return this.#places.get(name) ?? this.#place(name, { flow: "", block: name, speaks, waits, checks: [] });
  }

  /** Where a call is over. */
  ending(ending: Ending): number {
    const name = `end: ${ending}`;
    return (
      this.#places.get(name) ??
      this.#place(name, { flow: "", block: name, ending, speaks: false, waits: false, checks: [] })
    );
  }

  /** A place between two others, named for the first: it belongs to the same flow. */
  between(at: number, name: string): number {
    const { flow = "", block = "" } = this.locations[at] ?? {};
    const key = `${at} ${name}`;
    return (
      this.#places.get(key) ?? this.#place(key, { flow, block, speaks: false, waits: false, checks: [] })
    );
  }

  check(at: number, check: Check): void {
    this.locations[at]?.checks.push(check);
  }

  edge(
    from: number,
    to: number,
    kind: EdgeKind,
    { note = "", guards = [], sets = [], keys }: Step = {},
  ): void {
    this.edges.push({ from, to, kind, note, guards, sets, ...(keys === undefined ? {} : { keys }) });
  }

  #place(key: string, location: Draft): number {
    this.#places.set(key, this.locations.length);
    this.locations.push(location);
    return this.locations.length - 1;
  }
}
