import type { LayerEdge, LayerNode, Layers } from "./layers.ts";

/** How often the layers are gone through; more does not change our flows any more. */
const sweeps = 24;

/**
 * The nodes of each layer from left to right, so that few arrows cross (Sugiyama's method: each node goes to the mean
 * place of its neighbours, down and up in turn; the order with the fewest crossings is kept).
 */
export function orderedLayers({ layers, edges }: Layers): readonly (readonly LayerNode[])[] {
  let current = layers.map((layer) => [...layer]);
  let best = current;
  let fewest = crossings(current, edges);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    current = swept(current, edges, sweep % 2 === 0 ? "down" : "up");
    const count = crossings(current, edges);
    if (count < fewest) [best, fewest] = [current, count];
  }
  return best;
}

function swept(
  layers: readonly (readonly LayerNode[])[],
  edges: readonly LayerEdge[],
  direction: "down" | "up",
): LayerNode[][] {
  const result = layers.map((layer) => [...layer]);
  const depths = [...result.keys()];
  const places = placesOf(result);
  for (const depth of direction === "down" ? depths : depths.toReversed()) {
    const layer = result[depth] ?? [];
    const wanted = new Map(
      layer.map(({ id }) => {
        const neighbours = edges.flatMap(({ from, to }) => {
          if (direction === "down") return to === id ? [from] : [];
          return from === id ? [to] : [];
        });
        const own = places.get(id) ?? 0;
        const sum = neighbours.reduce((total, name) => total + (places.get(name) ?? 0), 0);
        return [id, neighbours.length === 0 ? own : sum / neighbours.length] as const;
      }),
    );
    layer.sort((left, right) => (wanted.get(left.id) ?? 0) - (wanted.get(right.id) ?? 0));
    for (const [place, { id }] of layer.entries()) places.set(id, place);
  }
  return result;
}

function placesOf(layers: readonly (readonly LayerNode[])[]): Map<string, number> {
  return new Map(layers.flatMap((layer) => layer.map(({ id }, place) => [id, place] as const)));
}

/** How many pairs of arrows cross. */
function crossings(layers: readonly (readonly LayerNode[])[], edges: readonly LayerEdge[]): number {
  const places = placesOf(layers);
  const depths = new Map(layers.flatMap((layer, depth) => layer.map(({ id }) => [id, depth] as const)));
  const byDepth = new Map<number, (readonly [number, number])[]>();
  for (const { from, to } of edges) {
    const depth = depths.get(from) ?? 0;
    byDepth.set(depth, [...(byDepth.get(depth) ?? []), [places.get(from) ?? 0, places.get(to) ?? 0]]);
  }
  let count = 0;
  for (const pairs of byDepth.values())
    for (const [index, [from, to]] of pairs.entries())
      for (const [otherFrom, otherTo] of pairs.slice(index + 1))
        if ((from - otherFrom) * (to - otherTo) < 0) count++;
  return count;
}
