import { rounds } from "./cycles.ts";
import { type EdgeKind, edgeKinds } from "./edge-kind.ts";
import type { StateGraph } from "./explore.ts";
import type { Location, Model } from "./model.ts";
import { type PackedModel, packed } from "./packed-model.ts";
import type { Problem, Property } from "./problem.ts";
import { canReach, type Search, search, stepsTo } from "./searches.ts";
import { pathOf, storyOf } from "./story.ts";

interface Explored {
  readonly model: Model;
  readonly packed: PackedModel;
  readonly graph: StateGraph;
}

interface Violation {
  readonly property: Property;
  readonly message: string;
  readonly state: number;
  readonly found: Search;
  /** What the story says after its end. */
  readonly more?: string;
}

/** Every broken property, once for each block that breaks it, with the shortest story. */
export function findViolations(explored: Explored): Problem[] {
  const all = search(explored.graph, explored.graph.roots);
  return [
    ...brokenChecks(explored, all),
    ...endlessRounds(explored, all),
    ...unreachableOperators(explored),
  ].map((violation) => problemOf(explored, violation));
}

function problemOf({ model, packed: numbers, graph }: Explored, violation: Violation): Problem {
  const { property, message, state, found, more = "" } = violation;
  const { flow, block } = locationOf({ model, graph }, state);
  const steps = stepsTo(found, state);
  const first = steps.length > 0 ? originOf(found, state) : state;
  const path = pathOf(model, numbers, graph, steps);
  const story = storyOf(locationOf({ model, graph }, first).flow, path, property, more);
  return { flow, block, rule: property, message, story, path };
}

function originOf({ before }: Search, state: number): number {
  let at = state;
  while ((before[at] as number) >= 0) at = before[at] as number;
  return at;
}

function locationOf({ model, graph }: Pick<Explored, "model" | "graph">, state: number): Location {
  const location = model.locations[graph.location[state] ?? -1];
  if (!location) throw new Error(`The state ${state} lies nowhere.`);
  return location;
}

/** Properties that one state alone breaks. */
function brokenChecks({ model, packed: numbers, graph }: Explored, found: Search): Violation[] {
  const { words, slots } = numbers;
  const checks = model.locations.map((location) =>
    location.checks.map(({ property, message, guards }) => ({
      property,
      message,
      masks: Array.from({ length: words }, (_, word) => packed(guards, slots, word)),
    })),
  );
  const named = new Set<string>();
  return found.reached.flatMap((state) =>
    (checks[graph.location[state] ?? 0] ?? []).flatMap(({ property, message, masks }): Violation[] => {
      const broken = masks.every(
        ({ mask, value }, word) => ((graph.known[state * words + word] as number) & mask) === value,
      );
      return broken && isNew(named, { model, graph }, state, property + message)
        ? [{ property, message, state, found }]
        : [];
    }),
  );
}

/** Whether a property is broken at a block for the first time. */
function isNew(
  named: Set<string>,
  explored: Pick<Explored, "model" | "graph">,
  state: number,
  what: string,
): boolean {
  const { flow, block } = locationOf(explored, state);
  // One voice that is set mends every block after it, so the first to speak stands for all of its flow.
  const key = what.startsWith("voice-before-words") ? `${flow}\n${what}` : `${flow}\n${block}\n${what}`;
  if (named.has(key)) return false;
  named.add(key);
  return true;
}

/** Rounds without a word or a wait; and rounds that silence, wrong keys and failures alone never leave. */
function endlessRounds(explored: Explored, found: Search): Violation[] {
  const { model, graph, packed: numbers } = explored;
  const place = (state: number) => locationOf(explored, state);
  const listens = ({ action }: Location) =>
    ["GetParticipantInput", "ConnectParticipantWithLexBot"].includes(action?.Type ?? "");
  const silent = rounds(
    graph,
    (state) => !place(state).speaks && !place(state).waits && !listens(place(state)),
    () => true,
  );
  const inSilence = new Set(silent.flat());
  const unchosen = allowing(
    numbers,
    edgeKinds.filter((kind) => kind !== "choice" && kind !== "operator"),
  );
  const unbounded = rounds(graph, (state) => !place(state).waits, unchosen).filter((group) =>
    group.every((state) => !inSilence.has(state)),
  );
  const named = new Set<string>();
  const violation = (property: Property, message: string) => (group: readonly number[]) => {
    const members = new Set(group);
    const state = found.reached.find((each) => members.has(each)) ?? group[0] ?? 0;
    const blocks = [...new Set(group.map((each) => place(each).block))].reverse();
    const more = `（${blocks.join(" → ")}）`;
    return isNew(named, { model, graph }, state, property) ? [{ property, message, state, found, more }] : [];
  };
  return [
    ...silent.flatMap(
      violation(
        "no-endless-silence",
        "goes round without a word or a wait: say something in the round or lead out of it.",
      ),
    ),
    ...unbounded.flatMap(
      violation(
        "loops-bounded",
        "goes round for ever when the caller does nothing or things keep failing: count the rounds and lead out of them.",
      ),
    ),
  ];
}

/**
 * States that a caller who does nothing comes to in opening hours, and from which, with every function failing from
 * then on, no key and no waiting leads to a person.
 */
function unreachableOperators(explored: Explored): Violation[] {
  const { model, graph, packed: numbers } = explored;
  const operator = edgeKinds.indexOf("operator");
  const isGoal = (state: number) => {
    if (locationOf(explored, state).ending === "another flow") return true;
    for (let step = graph.firstStep[state] as number; step < (graph.firstStep[state + 1] as number); step++)
      if (numbers.kind[graph.stepEdge[step] as number] === operator) return true;
    return false;
  };
  const reaches = canReach(
    graph,
    isGoal,
    allowing(numbers, ["goes on", "choice", "passive", "function fails", "operator"]),
  );
  if (!graph.location.some((_, state) => isGoal(state) && reaches[state] === 1)) return [];
  const found = search(
    graph,
    graph.roots,
    allowing(numbers, ["goes on", "passive", "function fails", "function answers"]),
  );
  const lost = found.reached.filter(
    (state) => reaches[state] === 0 && locationOf(explored, state).flow !== "",
  );
  // Named is the block that ends such a call; where none does, the one from which the operator is out of reach.
  const ending = lost.filter((state) => isLast(explored, state));
  const first = lost.filter((state) => reaches[found.before[state] ?? -1] !== 0);
  const named = new Set<string>();
  return (ending.length > 0 ? ending : first)
    .filter((state) => isNew(named, { model, graph }, state, ""))
    .map((state) => ({
      property: "operator-reachable",
      message:
        "ends a call that came in opening hours although no key was pressed: lead it to a queue, also with every function failing.",
      state,
      found,
    }));
}

/** Whether the service ends the call in the next step. */
function isLast(explored: Explored, state: number): boolean {
  const { graph, packed: numbers } = explored;
  const hangUp = edgeKinds.indexOf("hang-up");
  for (let step = graph.firstStep[state] as number; step < (graph.firstStep[state + 1] as number); step++)
    if (
      numbers.kind[graph.stepEdge[step] as number] !== hangUp &&
      locationOf(explored, graph.stepTo[step] as number).ending !== undefined
    )
      return true;
  return false;
}

function allowing({ kind }: PackedModel, kinds: readonly EdgeKind[]): (packedEdge: number) => boolean {
  const allowed = edgeKinds.map((each) => kinds.includes(each));
  return (packedEdge) => allowed[kind[packedEdge] as number] ?? false;
}
