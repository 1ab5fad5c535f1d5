import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makingOrder } from "../../../lib/constructs/making-order.ts";

describe("the order in which things are made", () => {
  test("has each after what it needs, however they are named; what is made elsewhere is left aside", () => {
    const order = makingOrder([
      { name: "inbound", needs: ["hours", "waiting", "transfer"] },
      { name: "transfer", needs: ["waiting"] },
      { name: "waiting", needs: [] },
    ]);
    expect(order).toEqual(["waiting", "transfer", "inbound"]);
  });

  test("keeps to the names as they come where nothing is needed", () => {
    const needs: string[] = [];
    expect(makingOrder(["b", "a", "c"].map((name) => ({ name, needs })))).toEqual(["b", "a", "c"]);
  });

  test("is found for anything without a circle, with everything in it once", () => {
    // A thing needs only things with a higher number, so there is no circle.
    const graph = fc.array(fc.array(fc.nat({ max: 30 }), { maxLength: 5 }), { maxLength: 15 });
    fc.assert(
      fc.property(graph, fc.infiniteStream(fc.nat()), (edges, chance) => {
        const things = edges.map((steps, index) => ({
          name: String(index),
          needs: steps.map((step) => String(index + 1 + step)),
        }));
        const shuffled = things
          .map((thing) => ({ thing, place: Number(chance.next().value) }))
          .sort((one, other) => one.place - other.place)
          .map(({ thing }) => thing);
        const order = makingOrder(shuffled);
        expect([...order].sort()).toEqual(things.map(({ name }) => name).sort());
        for (const { name, needs } of things)
          for (const needed of needs.filter((one) => Number(one) < things.length))
            expect(order.indexOf(needed)).toBeLessThan(order.indexOf(name));
      }),
    );
  });

  test("is refused for a circle, in one sentence that shows it", () => {
    const things = [
      { name: "inbound", needs: ["waiting"] },
      { name: "waiting", needs: ["transfer"] },
      { name: "transfer", needs: ["waiting"] },
    ];
    expect(() => makingOrder(things)).toThrow(
      "waiting needs transfer needs waiting: none of them can be made first. Let one of them do without the next.",
    );
    expect(() => makingOrder([{ name: "self", needs: ["self"] }])).toThrow("self needs self:");
  });
});
