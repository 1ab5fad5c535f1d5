import type { StateGraph } from "./explore.ts";

/**
 * The states that lie on a round of allowed states and steps, each round as a group: Tarjan's strongly connected
 * components without recursion; a single state counts when a step leads back to it.
 */
export function rounds(
  graph: StateGraph,
  allowsState: (state: number) => boolean,
  allowsStep: (packedEdge: number) => boolean,
): number[][] {
  const { states, firstStep, stepTo, stepEdge } = graph;
  const index = new Int32Array(states).fill(-1);
  const low = new Int32Array(states);
  const cursor = new Int32Array(states);
  const onStack = new Uint8Array(states);
  const stack: number[] = [];
  const path: number[] = [];
  const found: number[][] = [];
  let counter = 0;
  const at = (numbers: Int32Array, place: number) => numbers[place] as number;
  const enter = (state: number) => {
    index[state] = low[state] = counter++;
    cursor[state] = at(firstStep, state);
    stack.push(state);
    onStack[state] = 1;
    path.push(state);
  };
  const leave = (state: number) => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) low[parent] = Math.min(at(low, parent), at(low, state));
    if (low[state] !== index[state]) return;
    const group = stack.splice(stack.lastIndexOf(state));
    for (const member of group) onStack[member] = 0;
    if (group.length > 1 || leadsTo(state, state)) found.push(group);
  };
  const leadsTo = (from: number, to: number) => {
    for (let step = at(firstStep, from); step < at(firstStep, from + 1); step++)
      if (stepTo[step] === to && allowsStep(at(stepEdge, step))) return true;
    return false;
  };
  for (let root = 0; root < states; root++) {
    if (index[root] !== -1 || !allowsState(root)) continue;
    enter(root);
    for (let state = path.at(-1); state !== undefined; state = path.at(-1)) {
      if (at(cursor, state) >= at(firstStep, state + 1)) {
        leave(state);
        continue;
      }
      const step = (cursor[state] as number)++;
      const to = at(stepTo, step);
      if (!allowsStep(at(stepEdge, step)) || !allowsState(to)) continue;
      if (index[to] === -1) enter(to);
      else if (onStack[to] === 1) low[state] = Math.min(at(low, state), at(index, to));
    }
  }
  return found;
}
