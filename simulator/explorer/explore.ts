import type { PackedModel } from "./packed-model.ts";

/** Every state that a call can be in, in the order of the fewest steps to it, and every step between them. */
export interface StateGraph {
  readonly states: number;
  readonly transitions: number;
  /** The place of each state. */
  readonly location: Int32Array;
  /** What is known in each state, `words` numbers a state. */
  readonly known: Int32Array;
  /** Steps of state `s`: from `firstStep[s]` to before `firstStep[s + 1]`. */
  readonly firstStep: Int32Array;
  readonly stepTo: Int32Array;
  /** The packed edge of each step. */
  readonly stepEdge: Int32Array;
  /** The states in which calls begin. */
  readonly roots: readonly number[];
}

/** More states than this are not explored: the flows have too many variables that matter at once. */
const mostStates = 4_000_000;

/**
 * Explores all states breadth first. States are found again in a hash table of numbers with open addressing; nothing
 * is allocated for a step. Throws when there are too many states.
 */
export function explore(model: PackedModel): StateGraph {
  const tables = newTables(model.words);
  const roots = model.roots.map(({ location, words }) => {
    tables.next.set(words);
    return foundOrAdded(tables, location, hashOf(location, tables.next, 0, model.words));
  });
  for (let state = 0; state < tables.size; state++) expand(model, tables, state);
  const { size, steps } = tables;
  return {
    states: size,
    transitions: steps,
    location: tables.location.subarray(0, size),
    known: tables.known.subarray(0, size * model.words),
    firstStep: tables.firstStep.subarray(0, size + 1),
    stepTo: tables.stepTo.subarray(0, steps),
    stepEdge: tables.stepEdge.subarray(0, steps),
    roots,
  };
}

type Numbers = Int32Array<ArrayBuffer>;

/** The states and steps found so far; the arrays are longer than what is in them. */
interface Tables {
  readonly words: number;
  size: number;
  steps: number;
  location: Numbers;
  known: Numbers;
  firstStep: Numbers;
  stepTo: Numbers;
  stepEdge: Numbers;
  /** State number plus one, at the hash of the state or after it; zero is free. Its length is a power of two. */
  places: Numbers;
  /** The words of the state that is looked for. */
  readonly next: Numbers;
}

function newTables(words: number): Tables {
  return {
    words,
    size: 0,
    steps: 0,
    location: new Int32Array(512),
    known: new Int32Array(512 * words),
    firstStep: new Int32Array(513),
    stepTo: new Int32Array(2048),
    stepEdge: new Int32Array(2048),
    places: new Int32Array(2048),
    next: new Int32Array(words),
  };
}

/** Takes every edge out of a state whose guards hold. */
function expand(model: PackedModel, tables: Tables, state: number): void {
  const { words, firstEdge, target, rules } = model;
  const { known, location, next } = tables;
  const place = location[state] as number;
  const end = firstEdge[place + 1] as number;
  const start = state * words;
  let edge = firstEdge[place] as number;
  if (tables.steps + end - edge > tables.stepTo.length) growSteps(tables, end - edge);
  const { stepTo, stepEdge } = tables;
  for (; edge < end; edge++) {
    let rule = edge * words * 4;
    let word = 0;
    const to = target[edge] as number;
    let hash = Math.imul(to + 1, 0x9e3779b1);
    for (; word < words; word++, rule += 4) {
      const value = known[start + word] as number;
      if ((value & (rules[rule] as number)) !== rules[rule + 1]) break;
      const after = (value & (rules[rule + 2] as number)) | (rules[rule + 3] as number);
      next[word] = after;
      hash = mixed(hash, after);
    }
    if (word < words) continue;
    stepEdge[tables.steps] = edge;
    stepTo[tables.steps++] = foundOrAdded(tables, to, hash);
  }
  tables.firstStep[state + 1] = tables.steps;
}

/** The number of the state with `next`'s words at a place; a new one if it was not there. */
function foundOrAdded(tables: Tables, place: number, hash: number): number {
  const { places, location, known, next, words } = tables;
  const mask = places.length - 1;
  let at = (hash ^ (hash >>> 13)) & mask;
  for (let entry = places[at] as number; entry !== 0; entry = places[at] as number) {
    const state = entry - 1;
    if (location[state] === place) {
      const start = state * words;
      let word = 0;
      while (word < words && known[start + word] === next[word]) word++;
      if (word === words) return state;
    }
    at = (at + 1) & mask;
  }
  places[at] = tables.size + 1;
  return added(tables, place);
}

function added(tables: Tables, place: number): number {
  const state = tables.size++;
  if (state >= mostStates)
    throw new Error(
      `The flows have more than ${mostStates} states: compare fewer values, or check fewer flows.`,
    );
  if (state === tables.location.length) {
    tables.location = grown(tables.location);
    tables.known = grown(tables.known);
    tables.firstStep = grown(tables.firstStep);
  }
  tables.location[state] = place;
  for (let word = 0; word < tables.words; word++)
    tables.known[state * tables.words + word] = tables.next[word] as number;
  if (tables.size * 2 > tables.places.length) rehash(tables);
  return state;
}

function rehash(tables: Tables): void {
  const { words, size, location, known } = tables;
  const places = new Int32Array(tables.places.length * 4);
  const mask = places.length - 1;
  for (let state = 0; state < size; state++) {
    const hash = hashOf(location[state] as number, known, state * words, words);
    let at = (hash ^ (hash >>> 13)) & mask;
    while (places[at] !== 0) at = (at + 1) & mask;
    places[at] = state + 1;
  }
  tables.places = places;
}

function hashOf(place: number, numbers: Numbers, start: number, words: number): number {
  let hash = Math.imul(place + 1, 0x9e3779b1);
  for (let word = 0; word < words; word++) hash = mixed(hash, numbers[start + word] as number);
  return hash;
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x85ebca6b);
  return product ^ (product >>> 15);
}

function growSteps(tables: Tables, more: number): void {
  while (tables.steps + more > tables.stepTo.length) {
    tables.stepTo = grown(tables.stepTo);
    tables.stepEdge = grown(tables.stepEdge);
  }
}

function grown(numbers: Numbers): Numbers {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
