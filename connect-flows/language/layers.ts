import { actionOf } from "./action.ts";
import type { Flow } from "./block.ts";

/** A block, or a place through which an arrow to a block further down passes its layer. */
export interface LayerNode {
  readonly id: string;
  /** The block itself, or the one to which the arrows lead that pass here. */
  readonly block: string;
  readonly passing: boolean;
}

/** A piece of an arrow from one layer to the next. Ordinary ways weigh more: they are drawn straighter. */
export interface LayerEdge {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/** A flow in layers: every arrow but the backward ones leads from a layer to the next one. */
export interface Layers {
  readonly layers: readonly (readonly LayerNode[])[];
  readonly edges: readonly LayerEdge[];
  /** The exits that go round, back up to an earlier layer, as `exitKey` writes them. */
  readonly backward: ReadonlySet<string>;
}

/**
 * The layer of a block is the longest way to it from the start that does not go round. Arrows to the same block that
 * pass a layer share their place in it, so a block that many lead to has one line with branches.
 */
export function layersOf(flow: Flow): Layers {
  const { depths, backward } = depthsOf(flow);
  const nodes = new Map<string, DeepNode>();
  const edges = new Map<string, LayerEdge>();
  for (const name of Object.keys(flow.blocks))
    nodes.set(name, { id: name, block: name, passing: false, depth: depths.get(name) ?? 0 });
  for (const { name, to, isFirst } of forwardExits(flow, backward))
    for (const { from, into, weight } of piecesOf(name, to, depths, isFirst)) {
      if (!nodes.has(into.id)) nodes.set(into.id, into);
      const key = exitKey(from, into.id);
      const heaviest = Math.max(weight, edges.get(key)?.weight ?? 0);
      edges.set(key, { from, to: into.id, weight: heaviest });
    }
  const layers: LayerNode[][] = [];
  for (const { depth, ...node } of nodes.values()) (layers[depth] ??= []).push(node);
  return { layers, edges: [...edges.values()], backward };
}

/** The exits that lead on, to blocks that exist; `isFirst` marks the ordinary way out of a block. */
function forwardExits(flow: Flow, backward: ReadonlySet<string>) {
  return Object.entries(flow.blocks).flatMap(([name, block]) =>
    actionOf(block)
      .exits.map(({ to }, index) => ({ name, to, isFirst: index === 0 }))
      .filter(({ to }) => Object.hasOwn(flow.blocks, to) && !backward.has(exitKey(name, to))),
  );
}

interface DeepNode extends LayerNode {
  readonly depth: number;
}

/** The pieces of one arrow, layer by layer. The longer ones are kept straight, and so is the first way out of a block. */
function piecesOf(name: string, block: string, depths: ReadonlyMap<string, number>, isFirst: boolean) {
  const first = (depths.get(name) ?? 0) + 1;
  const last = depths.get(block) ?? 0;
  const into = Array.from({ length: last - first + 1 }, (_, index): DeepNode => {
    const depth = first + index;
    return depth === last
      ? { id: block, block, passing: false, depth }
      : { id: passingId(block, depth), block, passing: true, depth };
  });
  return into.map((node, index) => ({
    from: into[index - 1]?.id ?? name,
    into: node,
    weight: weightOf(index === 0, node.passing, isFirst),
  }));
}

function weightOf(leavesBlock: boolean, passes: boolean, isFirst: boolean): number {
  if (leavesBlock) return isFirst && !passes ? 8 : 1;
  return passes ? 6 : 1;
}

/** The node through which arrows to a block pass a layer. */
function passingId(block: string, depth: number): string {
  return `${block}${passingMark}${depth}`;
}

/** The block to which an arrow piece leads that ends at a node. Identifiers may hold spaces, but no control character. */
export function blockOf(nodeId: string): string {
  return nodeId.split(passingMark)[0] ?? nodeId;
}

const passingMark = "\u0001";
const pairMark = "\u0000";

/** An exit from a block to another, as one key. */
export function exitKey(from: string, to: string): string {
  return `${from}${pairMark}${to}`;
}

/** The two blocks of an exit's key. */
export function blocksOfExit(key: string): readonly [from: string, to: string] {
  const [from = "", to = ""] = key.split(pairMark);
  return [from, to];
}

/** Exits that go back to a block on the way from the start are left out, so the walk ends. */
function depthsOf(flow: Flow): { depths: ReadonlyMap<string, number>; backward: ReadonlySet<string> } {
  const blocks = new Map(Object.entries(flow.blocks));
  const order: string[] = [];
  const state = new Map<string, "on the way" | "done">();
  const backward = new Set<string>();

  function visit(name: string): void {
    const block = blocks.get(name);
    if (!block || state.has(name)) return;
    state.set(name, "on the way");
    for (const { to } of actionOf(block).exits) {
      if (state.get(to) === "on the way") backward.add(exitKey(name, to));
      else visit(to);
    }
    state.set(name, "done");
    order.unshift(name);
  }
  visit(flow.start);
  for (const name of blocks.keys()) visit(name);

  const depths = new Map<string, number>();
  for (const name of order) {
    const block = blocks.get(name);
    const next = (depths.get(name) ?? 0) + 1;
    for (const { to } of block ? actionOf(block).exits : [])
      if (!backward.has(exitKey(name, to))) depths.set(to, Math.max(depths.get(to) ?? 0, next));
  }
  return { depths, backward };
}
