import { expect, test } from "vitest";
import { inboundFlow } from "../../../connect-flows/flows/inbound.ts";
import type { Block, Flow } from "../../../connect-flows/language/block.ts";
import { layout } from "../../../connect-flows/language/layout.ts";
import { waterDesk } from "../../programmes/second-programme.ts";

const say = (next: string, onError = next): Block => ({ kind: "say", text: "あ", next, onError });

function placed(blocks: Record<string, Block>): [string, number, number][] {
  const flow: Flow = { name: "x", description: "", type: "CONTACT_FLOW", references: [], start: "a", blocks };
  const positions = [...layout(flow)];
  const columns = [...new Set(positions.map(([, { x }]) => x))].toSorted((left, right) => left - right);
  const rows = [...new Set(positions.map(([, { y }]) => y))].toSorted((left, right) => left - right);
  return positions.map(([name, { x, y }]) => [name, columns.indexOf(x), rows.indexOf(y)]);
}

test("a block stands right of every block that leads to it, however short another way is", () => {
  expect(placed({ a: say("b", "d"), b: say("c"), c: say("d"), d: { kind: "disconnect" } })).toEqual([
    ["a", 0, 0],
    ["b", 1, 0],
    ["c", 2, 0],
    ["d", 3, 0],
  ]);
});

test("blocks of one column stand below each other in source order", () => {
  expect(placed({ a: say("b", "c"), b: say("d"), c: say("d"), d: { kind: "disconnect" } })).toEqual([
    ["a", 0, 0],
    ["b", 1, 0],
    ["c", 1, 1],
    ["d", 2, 0],
  ]);
});

test("a round is drawn once, and a block that nothing reaches is drawn at the start", () => {
  expect(placed({ a: say("b"), b: say("a", "c"), c: { kind: "disconnect" }, lost: say("c") })).toEqual([
    ["a", 0, 0],
    ["b", 1, 0],
    ["c", 2, 0],
    ["lost", 0, 1],
  ]);
});

test("no two blocks of the inbound flow stand in the same place", () => {
  const positions = [...layout(inboundFlow(waterDesk)).values()].map(({ x, y }) => `${x},${y}`);
  expect(positions.length).toBeGreaterThan(10);
  expect(new Set(positions).size).toBe(positions.length);
});
