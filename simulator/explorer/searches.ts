import type { StateGraph } from "./explore.ts";

/** A search from some states: which were reached, and by which step each was reached first. */
export interface Search {
  /** In the order in which they were reached. */
  readonly reached: readonly number[];
  /** The step that led to a state; -1 for the states of the start, -2 for states that were not reached. */
  readonly step: Int32Array;
  /** The state before. */
  readonly before: Int32Array;
}

/** Breadth first along allowed steps, so every way found is one of the fewest steps. */
export function search(
  graph: StateGraph,
  from: Iterable<number>,
  allowsStep: (packedEdge: number) => boolean = () => true,
): Search {
  const { states, firstStep, stepTo, stepEdge } = graph;
  const step = new Int32Array(states).fill(-2);
  const before = new Int32Array(states).fill(-1);
  const reached: number[] = [];
  for (const state of from) {
    if (step[state] !== -2) continue;
    step[state] = -1;
    reached.push(state);
  }
  for (const state of reached)
    for (let each = firstStep[state] as number; each < (firstStep[state + 1] as number); each++) {
      const to = stepTo[each] as number;
      if (step[to] !== -2 || !allowsStep(stepEdge[each] as number)) continue;
      step[to] = each;
      before[to] = state;
      reached.push(to);
    }
  return { reached, step, before };
}

/** Whether each state can come to one of the goals along allowed steps; 1 for yes. */
export function canReach(
  graph: StateGraph,
  isGoal: (state: number) => boolean,
  allowsStep: (packedEdge: number) => boolean,
): Uint8Array {
  const { states, firstStep, stepTo, stepEdge, transitions } = graph;
  const first = new Int32Array(states + 1);
  for (const to of stepTo) first[to + 1] = (first[to + 1] as number) + 1;
  for (let state = 0; state < states; state++)
    first[state + 1] = (first[state + 1] as number) + (first[state] as number);
  const filled = first.slice();
  const comesFrom = new Int32Array(transitions);
  for (let state = 0; state < states; state++)
    for (let step = firstStep[state] as number; step < (firstStep[state + 1] as number); step++) {
      const to = stepTo[step] as number;
      if (allowsStep(stepEdge[step] as number)) comesFrom[(filled[to] as number)++] = state;
    }
  const can = new Uint8Array(states);
  const found: number[] = [];
  for (let state = 0; state < states; state++) if (isGoal(state)) found.push(state);
  for (const state of found) can[state] = 1;
  for (const state of found)
    for (let each = first[state] as number; each < (filled[state] as number); each++) {
      const before = comesFrom[each] as number;
      if (can[before] === 1) continue;
      can[before] = 1;
      found.push(before);
    }
  return can;
}

/** The steps from the start of a search to a state, in order. */
export function stepsTo({ step, before }: Search, state: number): number[] {
  const steps: number[] = [];
  for (let at = state; (step[at] as number) >= 0; at = before[at] as number)
    steps.unshift(step[at] as number);
  return steps;
}
