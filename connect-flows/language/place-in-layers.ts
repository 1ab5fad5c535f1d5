import type { LayerEdge, LayerNode } from "./layers.ts";

/** How often each node is drawn towards its neighbours. */
const rounds = 300;
const gap = 30;
const passingGap = 12;

/**
 * The middle of each node from left to right, in pixels, 0 being arbitrary: as near to its neighbours above and below as
 * its own layer allows, so ordinary ways are straight. Nodes keep their order and do not touch.
 */
export function placeInLayers(
  layers: readonly (readonly LayerNode[])[],
  edges: readonly LayerEdge[],
  widthOf: (node: LayerNode) => number,
): ReadonlyMap<string, number> {
  const middles = new Map<string, number>();
  for (const layer of layers) {
    const distances = distancesOf(layer, widthOf);
    for (const [index, { id }] of layer.entries())
      middles.set(id, (distances[index] ?? 0) - (distances.at(-1) ?? 0) / 2);
  }
  const neighbours = neighboursOf(edges);
  for (let round = 0; round < rounds; round++)
    for (const layer of round % 2 === 0 ? layers : layers.toReversed()) {
      const distances = distancesOf(layer, widthOf);
      const wanted = layer.map(({ id }, index) =>
        pulled(neighbours.get(id) ?? [], middles, middles.get(id) ?? 0, distances[index] ?? 0),
      );
      for (const [index, place] of ascending(wanted).entries())
        middles.set(layer[index]?.id ?? "", place + (distances[index] ?? 0));
    }
  straighten(layers, middles, widthOf);
  return middles;
}

/** Where its neighbours draw a node, less its distance from the first of its layer, and how strongly. */
function pulled(
  neighbours: readonly Neighbour[],
  middles: ReadonlyMap<string, number>,
  own: number,
  distance: number,
): Wanted {
  if (neighbours.length === 0) return { place: own - distance, weight: 1 };
  let weight = 0;
  let sum = 0;
  for (const neighbour of neighbours) {
    weight += neighbour.weight;
    sum += neighbour.weight * (middles.get(neighbour.id) ?? 0);
  }
  return { place: sum / weight - distance, weight };
}

interface Neighbour {
  readonly id: string;
  readonly weight: number;
}

interface Wanted {
  readonly place: number;
  readonly weight: number;
}

/** Puts the places through which one arrow passes one below the other, as far down as nothing stands in the way. */
function straighten(
  layers: readonly (readonly LayerNode[])[],
  middles: Map<string, number>,
  widthOf: (node: LayerNode) => number,
): void {
  const blocks = new Set(
    layers.flatMap((layer) => layer.filter(({ passing }) => passing).map(({ block }) => block)),
  );
  for (const block of blocks) {
    let run: Stretch = { ids: [], least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
    for (const layer of layers) {
      const index = layer.findIndex((node) => node.passing && node.block === block);
      const node = layer[index];
      if (!node) continue;
      const room = roomOf(layer, index, middles, widthOf);
      const least = Math.max(run.least, room.least);
      const most = Math.min(run.most, room.most);
      if (least <= most) run = { ids: [...run.ids, node.id], least, most };
      else {
        settle(run, middles);
        run = { ids: [node.id], ...room };
      }
    }
    settle(run, middles);
  }
}

/** Places that can share a middle between two bounds. */
interface Stretch {
  readonly ids: readonly string[];
  readonly least: number;
  readonly most: number;
}

function settle({ ids, least, most }: Stretch, middles: Map<string, number>): void {
  const mean = ids.reduce((sum, id) => sum + (middles.get(id) ?? 0), 0) / Math.max(ids.length, 1);
  for (const id of ids) middles.set(id, Math.min(Math.max(mean, least), most));
}

/** How far a node may move without touching its neighbours. */
function roomOf(
  layer: readonly LayerNode[],
  index: number,
  middles: ReadonlyMap<string, number>,
  widthOf: (node: LayerNode) => number,
): { readonly least: number; readonly most: number } {
  const [before, node, after] = [layer[index - 1], layer[index], layer[index + 1]];
  const bound = (left: LayerNode | undefined, right: LayerNode | undefined) =>
    left && right ? (widthOf(left) + widthOf(right)) / 2 + spaceBetween(left, right) : 0;
  return {
    least: before ? (middles.get(before.id) ?? 0) + bound(before, node) : Number.NEGATIVE_INFINITY,
    most: after ? (middles.get(after.id) ?? 0) - bound(node, after) : Number.POSITIVE_INFINITY,
  };
}

function spaceBetween(left: LayerNode, right: LayerNode): number {
  return left.passing && right.passing ? passingGap : gap;
}

/** How far the middle of each node is from the first one's where all stand as close as they may. */
function distancesOf(layer: readonly LayerNode[], widthOf: (node: LayerNode) => number): number[] {
  const distances: number[] = [];
  for (const [index, node] of layer.entries()) {
    const before = layer[index - 1];
    distances.push(
      before
        ? (distances[index - 1] ?? 0) + (widthOf(before) + widthOf(node)) / 2 + spaceBetween(before, node)
        : 0,
    );
  }
  return distances;
}

function neighboursOf(edges: readonly LayerEdge[]): Map<string, Neighbour[]> {
  const neighbours = new Map<string, Neighbour[]>();
  const add = (of: string, id: string, weight: number) =>
    neighbours.set(of, [...(neighbours.get(of) ?? []), { id, weight }]);
  for (const { from, to, weight } of edges) {
    add(from, to, weight);
    add(to, from, weight);
  }
  return neighbours;
}

/**
 * The ascending numbers nearest to the wanted ones, by the sum of weighted squares (pool adjacent violators: neighbours
 * in the wrong order share their mean).
 */
function ascending(wanted: readonly Wanted[]): number[] {
  const pools: { place: number; weight: number; count: number }[] = [];
  for (const { place, weight } of wanted) {
    let pool = { place, weight, count: 1 };
    for (let last = pools.at(-1); last && last.place > pool.place; last = pools.at(-1)) {
      pools.pop();
      const sum = last.weight + pool.weight;
      pool = {
        place: (last.place * last.weight + pool.place * pool.weight) / sum,
        weight: sum,
        count: last.count + pool.count,
      };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ place, count }) => Array.from({ length: count }, () => place));
}
