import { describe, expect, test } from "vitest";
import { flowsOf } from "../../../connect-flows/flows/flows-of.ts";
import type { Block, Flow } from "../../../connect-flows/language/block.ts";
import { layout } from "../../../connect-flows/language/layout.ts";
import { waterDesk } from "../../programmes/second-programme.ts";

const say = (next: string, onError = next): Block => ({ kind: "say", text: "あ", next, onError });

function flowOf(blocks: Record<string, Block>): Flow {
  return { name: "x", description: "", type: "CONTACT_FLOW", references: [], start: "a", blocks };
}

/** The column of each block, counted from the left. */
function columns(blocks: Record<string, Block>): Record<string, number> {
  const positions = [...layout(flowOf(blocks))];
  const places = [...new Set(positions.map(([, { x }]) => x))].toSorted((left, right) => left - right);
  return Object.fromEntries(positions.map(([name, { x }]) => [name, places.indexOf(x)]));
}

test("a block stands right of every block that leads to it, however short another way is", () => {
  expect(columns({ a: say("b", "d"), b: say("c"), c: say("d"), d: { kind: "disconnect" } })).toEqual({
    a: 0,
    b: 1,
    c: 2,
    d: 3,
  });
});

test("blocks of one column stand below each other", () => {
  const positions = layout(flowOf({ a: say("b", "c"), b: say("d"), c: say("d"), d: { kind: "disconnect" } }));
  expect(positions.get("b")?.x).toBe(positions.get("c")?.x);
  expect(positions.get("b")?.y).not.toBe(positions.get("c")?.y);
});

test("a chain stands in one row", () => {
  const positions = [...layout(flowOf({ a: say("b"), b: say("c"), c: { kind: "disconnect" } })).values()];
  expect(new Set(positions.map(({ y }) => y)).size).toBe(1);
});

test("a round is drawn once, and a block that nothing reaches is drawn at the start", () => {
  expect(columns({ a: say("b"), b: say("a", "c"), c: { kind: "disconnect" }, lost: say("c") })).toEqual({
    a: 0,
    b: 1,
    c: 2,
    lost: 0,
  });
});

describe.each(flowsOf(waterDesk).map((flow) => [flow.name, flow] as const))("in %s", (_, flow) => {
  const positions = [...layout(flow).values()];

  test("no block touches another: the console's blocks are about 200 wide and as high", () => {
    expect(positions).toHaveLength(Object.keys(flow.blocks).length);
    const near = positions.flatMap((one, index) =>
      positions
        .slice(index + 1)
        .filter((other) => Math.abs(one.x - other.x) < 200 && Math.abs(one.y - other.y) < 200),
    );
    expect(near).toEqual([]);
  });

  test("every place is a whole number on the canvas", () => {
    for (const { x, y } of positions)
      expect([Number.isInteger(x) && x >= 0, Number.isInteger(y) && y >= 0]).toEqual([true, true]);
  });
});
