import type { Position } from "../flow-document.ts";
import { type BlockPicture, pictureOf } from "./block-picture.ts";
import type { Flow } from "./block.ts";
import { blockOf, exitKey, type LayerEdge, type LayerNode, type Layers, layersOf } from "./layers.ts";
import { orderedLayers } from "./order-layers.ts";
import { placeInLayers } from "./place-in-layers.ts";

/** A flow in layers from top to bottom, each node with its place from left to right. */
export interface Arrangement {
  readonly layers: readonly (readonly LayerNode[])[];
  readonly edges: readonly LayerEdge[];
  /** The exits that lead back up, as `exitKey` writes them. */
  readonly backward: ReadonlySet<string>;
  readonly pictures: ReadonlyMap<string, BlockPicture>;
  /** The middle of each node, in pixels from the left edge of the leftmost one. */
  readonly middles: ReadonlyMap<string, number>;
}

const passingWidth = 8;

/** The order and the places of a flow's blocks, for its picture and for Connect's canvas. */
export function arrange(flow: Flow): Arrangement {
  const layered = layersOf(flow);
  const pictures = new Map(
    Object.entries(flow.blocks).map(([name, block]) => [name, pictureOf(name, block)] as const),
  );
  const widthOf = (node: LayerNode) => (node.passing ? passingWidth : (pictures.get(node.block)?.width ?? 0));
  const layers = orderedLayers(layered);
  const places = placeInLayers(layers, layered.edges, widthOf);
  const leftmost = Math.min(...layers.flat().map((node) => (places.get(node.id) ?? 0) - widthOf(node) / 2));
  const middles = new Map([...places].map(([id, place]) => [id, Math.round(place - leftmost)] as const));
  return {
    layers,
    edges: layered.edges,
    backward: layered.backward,
    pictures: withOrderedPorts(pictures, layered, middles),
    middles,
  };
}

/** The exits of each block from left to right as their arrows go, so that they cross little; those that go back last. */
function withOrderedPorts(
  pictures: ReadonlyMap<string, BlockPicture>,
  { edges, backward }: Layers,
  middles: ReadonlyMap<string, number>,
): ReadonlyMap<string, BlockPicture> {
  return new Map(
    [...pictures].map(([name, picture]) => {
      const places = new Map(
        edges
          .filter(({ from }) => from === name)
          .map(({ to }) => [blockOf(to), middles.get(to) ?? 0] as const),
      );
      const placeOf = (to: string) =>
        backward.has(exitKey(name, to)) ? Number.MAX_VALUE : (places.get(to) ?? 0);
      const ports = picture.ports.toSorted((left, right) => placeOf(left.to) - placeOf(right.to));
      return [name, { ...picture, ports }] as const;
    }),
  );
}

/** Distances on the console's canvas: its blocks are about 200 wide, and their exits are on the right. */
const columnWidth = 280;
const margin = 40;

/** Where the console draws the flow's entry. */
export const entryPosition: Position = { x: margin, y: margin };

/**
 * A place on the console's canvas for every block. The console draws from left to right, so a layer of the picture is a
 * column there. The same flow always gives the same places.
 */
export function layout(flow: Flow): ReadonlyMap<string, Position> {
  const { layers, middles } = arrange(flow);
  const columns = new Map(layers.flatMap((layer, depth) => layer.map(({ id }) => [id, depth] as const)));
  return new Map(
    Object.keys(flow.blocks).map((name) => [
      name,
      {
        x: margin + ((columns.get(name) ?? 0) + 1) * columnWidth,
        y: margin + (middles.get(name) ?? 0),
      },
    ]),
  );
}
