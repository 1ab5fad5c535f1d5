import type { FlowType } from "../catalogue/action-description.ts";
import { isObject } from "../flow-document.ts";
import { buildModel, type ModelOptions } from "./build-model.ts";
import { countPaths } from "./count-paths.ts";
import { explore, type StateGraph } from "./explore.ts";
import { findViolations } from "./find-violations.ts";
import type { CheckedFlow } from "./flow-set.ts";
import { isForTasks } from "./flow-type.ts";
import type { Edge, Model } from "./model.ts";
import { type PackedModel, packedModel } from "./packed-model.ts";
import { type Problem, properties } from "./problem.ts";
import { structuralProblems, walkableDocument } from "./structure.ts";

/** Anybody's flow: `document` is its JSON, whatever that is; `reference` is how other flows name it. */
export interface FlowSource {
  readonly name: string;
  readonly type: FlowType;
  readonly document: unknown;
  readonly reference?: string;
}

/** What was found about one flow. */
export interface FlowCheck {
  readonly flow: string;
  readonly actions: number;
  /** States of the exploration that lie in this flow, and steps out of them. */
  readonly states: number;
  readonly transitions: number;
  /** Distinct ways through its blocks, as a decimal number: see countPaths. */
  readonly paths: string;
  readonly problems: readonly Problem[];
  /** What was assumed for the whole set, such as flows that are named and not at hand. */
  readonly notes: readonly string[];
}

/**
 * Checks flows that work together: the structure of each, then every way through all of them. A flow whose structure
 * cannot be walked is reported and left out of the walk.
 */
export function checkFlows(sources: readonly FlowSource[], options: ModelOptions): FlowCheck[] {
  const walkable = sources.flatMap(({ document, ...source }): CheckedFlow[] => {
    const sound = walkableDocument(document);
    return sound ? [{ ...source, document: sound, isForTasks: isForTasks(document) }] : [];
  });
  const model = buildModel(walkable, options);
  const packed = packedModel(model);
  const graph = explore(packed);
  const violations = findViolations({ model, packed, graph });
  const counts = countsOf(model, packed, graph);
  return sources.map((source) => {
    const walked = walkable.find(({ name }) => name === source.name);
    const structural = structuralProblems(source.document, source.type, source.name);
    const {
      states = 0,
      transitions = 0,
      next = new Map(),
      leaves = new Map(),
    } = counts.get(source.name) ?? {};
    const start = walked?.document.StartAction ?? "";
    return {
      flow: source.name,
      actions: actionsOf(source.document),
      states,
      transitions,
      paths: String(states === 0 ? 0n : countPaths({ start, next, leaves })),
      problems: [
        // The walk answers these for the whole set, more exactly and with a story.
        ...structural.filter(({ rule }) => !(walked && rule in properties)),
        ...violations.filter(({ flow }) => flow === source.name),
      ],
      notes: model.notes,
    };
  });
}

function actionsOf(document: unknown): number {
  return isObject(document) && Array.isArray(document["Actions"]) ? document["Actions"].length : 0;
}

interface FlowCounts {
  states: number;
  transitions: number;
  /** Block by block, where calls go on in the flow, and the places to which they leave it. */
  readonly next: Map<string, Set<string>>;
  readonly leaves: Map<string, Set<number>>;
}

/** Stands for every ending among the places to which calls leave a flow. */
const over = -1;

/** States and steps by flow, and which blocks lead to which as the exploration found it. */
function countsOf(model: Model, packed: PackedModel, graph: StateGraph): Map<string, FlowCounts> {
  const counts = new Map<string, FlowCounts>();
  const taken = new Uint8Array(model.edges.length);
  for (let state = 0; state < graph.states; state++) {
    const flow = model.locations[graph.location[state] ?? 0]?.flow ?? "";
    const count = counts.get(flow) ?? { states: 0, transitions: 0, next: new Map(), leaves: new Map() };
    counts.set(flow, count);
    const [first = 0, end = 0] = graph.firstStep.subarray(state, state + 2);
    count.states += 1;
    count.transitions += end - first;
    for (const edge of graph.stepEdge.subarray(first, end)) taken[packed.edgeNumber[edge] ?? 0] = 1;
  }
  model.edges.forEach((edge, number) => {
    if (taken[number] === 1) noteWay(model, edge, counts);
  });
  return counts;
}

function noteWay(model: Model, { from, to, kind }: Edge, counts: ReadonlyMap<string, FlowCounts>): void {
  const [place, target] = [model.locations[from], model.locations[to]];
  const count = counts.get(place?.flow ?? "");
  if (!place || !target || !count || kind === "hang-up" || kind === "operator") return;
  // However a call is over, it left the flow there in one way.
  if (target.flow !== place.flow) add(count.leaves, place.block, target.ending === undefined ? to : over);
  else if (target.block !== place.block || from === to) add(count.next, place.block, target.block);
}

function add<Member>(sets: Map<string, Set<Member>>, key: string, member: Member): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(member));
}
