import type { Position } from "../flow-document.ts";
import { actionOf } from "./action.ts";
import type { Flow } from "./block.ts";

/** Distances on the console's canvas, wide enough that its blocks do not touch. */
const columnWidth = 280;
const rowHeight = 220;
const margin = 40;

/** Where the console draws the flow's entry. */
export const entryPosition: Position = { x: margin, y: margin };

/**
 * A place for every block: the column is the longest way from the start that does not go round, the row is the
 * block's turn in its column, in source order. The same flow always gives the same picture.
 */
export function layout(flow: Flow): ReadonlyMap<string, Position> {
  const columns = columnsOf(flow);
  const rows = new Map<number, number>();
  const positions = new Map<string, Position>();
  for (const name of Object.keys(flow.blocks)) {
    const column = columns.get(name) ?? 0;
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    positions.set(name, { x: margin + (column + 1) * columnWidth, y: margin + row * rowHeight });
  }
  return positions;
}

/** Exits that go back to a block on the way from the start are left out, so the walk ends. */
function columnsOf(flow: Flow): ReadonlyMap<string, number> {
  const blocks = new Map(Object.entries(flow.blocks));
  const order: string[] = [];
  const state = new Map<string, "on the way" | "done">();
  const backward = new Set<string>();

  function visit(name: string): void {
    const block = blocks.get(name);
    if (!block || state.has(name)) return;
    state.set(name, "on the way");
    for (const { to } of actionOf(block).exits) {
      if (state.get(to) === "on the way") backward.add(`${name} ${to}`);
      else visit(to);
    }
    state.set(name, "done");
    order.unshift(name);
  }
  visit(flow.start);

  const columns = new Map<string, number>();
  for (const name of order) {
    const block = blocks.get(name);
    const next = (columns.get(name) ?? 0) + 1;
    for (const { to } of block ? actionOf(block).exits : [])
      if (!backward.has(`${name} ${to}`)) columns.set(to, Math.max(columns.get(to) ?? 0, next));
  }
  return columns;
}
