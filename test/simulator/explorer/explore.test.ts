import { describe, expect, test } from "vitest";
import { buildModel } from "../../../simulator/explorer/build-model.ts";
import { countPaths } from "../../../simulator/explorer/count-paths.ts";
import { rounds } from "../../../simulator/explorer/cycles.ts";
import { explore, type StateGraph } from "../../../simulator/explorer/explore.ts";
import type { Holding, Model } from "../../../simulator/explorer/model.ts";
import { packedModel } from "../../../simulator/explorer/packed-model.ts";
import { walkableDocument } from "../../../simulator/explorer/structure.ts";
import { documentOf, type ShortFlow, soundDesk } from "./planted-flows.ts";

function modelOf(blocks: ShortFlow): Model {
  const document = walkableDocument(documentOf(blocks));
  if (!document) throw new Error("The test's flow cannot be walked.");
  return buildModel([{ name: "desk", type: "CONTACT_FLOW", document }], { reportAttributes: ["arrival"] });
}

/** The slow way: whole states as texts in a set, nothing forgotten. Answers the places and the edges that are met. */
function slowly(model: Model) {
  const holds = (state: readonly number[], guards: readonly Holding[]) =>
    guards.every(([variable, value]) => state[variable] === value);
  const changed = (state: readonly number[], sets: readonly Holding[]) => {
    const after = [...state];
    for (const [variable, value] of sets) after[variable] = value;
    return after;
  };
  const nothing = model.variables.map(() => 0);
  const queue = model.roots.map(({ location, sets }) => ({ location, state: changed(nothing, sets) }));
  const met = new Set(queue.map((each) => JSON.stringify(each)));
  const places = new Set<number>();
  const edges = new Set<number>();
  const broken = new Set<string>();
  for (const { location, state } of queue) {
    places.add(location);
    for (const { property, guards } of model.locations[location]?.checks ?? [])
      if (holds(state, guards)) broken.add(`${location} ${property}`);
    model.edges.forEach(({ from, to, guards, sets }, number) => {
      if (from !== location || !holds(state, guards)) return;
      edges.add(number);
      const next = { location: to, state: changed(state, sets) };
      const key = JSON.stringify(next);
      if (met.has(key)) return;
      met.add(key);
      queue.push(next);
    });
  }
  return { states: met.size, places, edges, broken };
}

describe("the exploration", () => {
  test.each<[string, ShortFlow]>([
    ["a desk without a fault", soundDesk],
    [
      "a desk with counted rounds and a typed number",
      {
        ...soundDesk,
        menu: {
          type: "GetParticipantInput",
          with: {
            Text: "番号を。",
            StoreInput: "True",
            InputValidation: { CustomValidation: { MaximumLength: "12" } },
          },
          next: "typed",
          errors: { NoMatchingError: "tries" },
        },
        typed: {
          type: "Compare",
          with: { ComparisonValue: "$.StoredCustomerInput" },
          when: { Timeout: "tries" },
          errors: { NoMatchingCondition: "choose" },
        },
        tries: {
          type: "Loop",
          with: { LoopCount: "3" },
          when: { ContinueLooping: "menu", DoneLooping: "choose" },
        },
      },
    ],
  ])("meets the places and takes the edges that the slow way does: %s", (_what, blocks) => {
    const model = modelOf(blocks);
    const packed = packedModel(model);
    const graph = explore(packed);
    const slow = slowly(model);
    expect(new Set(graph.location)).toEqual(slow.places);
    expect(new Set([...graph.stepEdge].map((edge) => packed.edgeNumber[edge]))).toEqual(slow.edges);
    // What no future asks about is forgotten, so there are fewer states and never more.
    expect(graph.states).toBeLessThanOrEqual(slow.states);
    expect(graph.states).toBeGreaterThanOrEqual(slow.places.size);
    expect(slow.broken.size).toBe(0);
  });

  test("finds rounds in a graph drawn by hand: 0 to 1 and back, 3 to itself, 2 in none", () => {
    const steps = [
      [0, 1],
      [1, 0],
      [1, 2],
      [2, 3],
      [3, 3],
    ] as const;
    const graph: StateGraph = {
      states: 4,
      transitions: steps.length,
      location: Int32Array.of(0, 1, 2, 3),
      known: new Int32Array(4),
      firstStep: Int32Array.of(0, 1, 3, 4, 5),
      stepTo: Int32Array.from(steps, ([, to]) => to),
      stepEdge: Int32Array.from(steps, (_, index) => index),
      roots: [0],
    };
    const found = rounds(
      graph,
      () => true,
      () => true,
    );
    expect(new Set(found.map((group) => new Set(group)))).toEqual(new Set([new Set([0, 1]), new Set([3])]));
    expect(
      rounds(
        graph,
        (state) => state !== 3,
        (edge) => edge !== 1,
      ),
    ).toEqual([]);
  });

  test("counts ways through a flow drawn by hand", () => {
    // a leads to b and c, both to d, d leaves to two places: 2 x 2.
    const next = new Map(
      Object.entries({ a: ["b", "c"], b: ["d"], c: ["d"], d: [] }).map(([from, to]) => [from, new Set(to)]),
    );
    const leaves = new Map([["d", new Set([1, 2])]]);
    expect(countPaths({ start: "a", next, leaves })).toBe(4n);
    // With a round b to c and back, b and c are one node that leads to d twice, and a leads into it twice: 2 x 2 x 2.
    next.set("b", new Set(["c", "d"])).set("c", new Set(["b", "d"]));
    expect(countPaths({ start: "a", next, leaves })).toBe(8n);
    // Sixty choices of two, one after the other: 2 to the power of 60.
    const long = new Map<string, Set<string>>();
    for (let step = 0; step < 60; step++) {
      long.set(`s${step}`, new Set([`l${step}`, `r${step}`]));
      for (const side of ["l", "r"]) long.set(`${side}${step}`, new Set([`s${step + 1}`]));
    }
    expect(countPaths({ start: "s0", next: long, leaves: new Map([["s60", new Set([1])]]) })).toBe(2n ** 60n);
  });
});
