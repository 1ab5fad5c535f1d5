import { type BlockPicture, portHeight } from "./block-picture.ts";
import { blocksOfExit, type LayerNode } from "./layers.ts";
import type { Arrangement } from "./layout.ts";
import { tracksOf } from "./tracks.ts";

/** A corner of an arrow, in pixels. */
type Corner = readonly [x: number, y: number];

/** An arrow or a piece of one, through its corners. */
export interface Route {
  readonly corners: readonly Corner[];
  /** Only a fault leads this way. */
  readonly fault: boolean;
  /** Whether it ends at a block, and not where its next piece begins. */
  readonly ends: boolean;
}

/** A block's place in the picture: its upper left corner. */
export interface PlacedBlock {
  readonly picture: BlockPicture;
  readonly x: number;
  readonly y: number;
}

/** Everything that is drawn, with the size of the whole. */
export interface Drawing {
  readonly blocks: readonly PlacedBlock[];
  readonly routes: readonly Route[];
  readonly width: number;
  readonly height: number;
}

/** Horizontal pieces between two layers run in tracks, one for each block that they lead to. */
const trackHeight = 11;
const gapPadding = 16;
const laneWidth = 14;
const margin = 24;
const headHeight = 56;

/** One arrow piece before its heights are known. */
interface Piece {
  readonly key: string;
  readonly gap: number;
  readonly fromX: number;
  readonly toX: number;
  readonly fault: boolean;
  readonly route: (trackY: number) => Route;
}

/** Boxes and arrows: arrows leave a block at its exits below and enter at its top; those that go back run at the right. */
export function drawingOf(arrangement: Arrangement): Drawing {
  const { layers, pictures, middles } = arrangement;
  const rightmost = Math.max(
    ...[...pictures].map(([name, { width }]) => (middles.get(name) ?? 0) + width / 2),
    ...middles.values(),
  );
  const lanes = [...new Set([...arrangement.backward].map((exit) => blocksOfExit(exit)[1]))];
  const laneX = (target: string) => margin + rightmost + 18 + lanes.indexOf(target) * laneWidth;
  const heights = layers.map((layer) =>
    Math.max(...layer.map(({ block, passing }) => (passing ? 0 : (pictures.get(block)?.height ?? 0)))),
  );

  // Two passes: the tracks of a gap decide its height, and all heights decide where things are.
  const tops: number[] = layers.map(() => 0);
  const gapTops: number[] = [];
  const geometry: Geometry = { arrangement, tops, heights, laneX };
  const pieces = [...forwardPieces(geometry), ...backwardPieces(geometry)];
  const tracks = layers.map((_, gap) => tracksOf(pieces.filter((piece) => piece.gap === gap)));
  const above = tracksOf(pieces.filter((piece) => piece.gap === -1));
  let y = headHeight + above.count * trackHeight;
  for (const depth of layers.keys()) {
    tops[depth] = y;
    gapTops[depth] = y + (heights[depth] ?? 0) + gapPadding;
    const count = tracks[depth]?.count ?? 0;
    y = (gapTops[depth] ?? 0) + count * trackHeight + (count === 0 ? 0 : gapPadding);
  }
  const trackY = ({ gap, key }: Piece) =>
    gap === -1
      ? headHeight - gapPadding + (above.trackOf.get(key) ?? 0) * trackHeight
      : (gapTops[gap] ?? 0) + (tracks[gap]?.trackOf.get(key) ?? 0) * trackHeight;
  return {
    blocks: placedBlocks(geometry),
    routes: pieces.map((piece) => piece.route(trackY(piece))),
    width: margin * 2 + rightmost + (lanes.length === 0 ? 0 : 18 + lanes.length * laneWidth),
    height: y + margin,
  };
}

/** What the pieces are drawn from; `tops` is filled in before a route is asked for. */
interface Geometry {
  readonly arrangement: Arrangement;
  readonly tops: readonly number[];
  readonly heights: readonly number[];
  readonly laneX: (target: string) => number;
}

function placedBlocks({ arrangement: { layers, pictures, middles }, tops }: Geometry): PlacedBlock[] {
  return layers.flatMap((layer, depth) =>
    layer.flatMap(({ block, passing }) => {
      const picture = pictures.get(block);
      if (passing || !picture) return [];
      return [{ picture, x: margin + (middles.get(block) ?? 0) - picture.width / 2, y: tops[depth] ?? 0 }];
    }),
  );
}

function forwardPieces(geometry: Geometry): Piece[] {
  const { layers, edges } = geometry.arrangement;
  const nodes = new Map(
    layers.flatMap((layer, depth) => layer.map((node) => [node.id, { node, depth }] as const)),
  );
  const faulty = faultyPassings(geometry.arrangement);
  return edges.flatMap(({ from, to }) => {
    const source = nodes.get(from);
    const target = nodes.get(to);
    if (!source || !target) return [];
    const start = startOf(geometry, source.node, source.depth, target.node.block);
    const fault = source.node.passing ? faulty.has(from) : start.fault;
    const toX = margin + (geometry.arrangement.middles.get(to) ?? 0);
    const { depth } = target;
    return [
      {
        key: to,
        gap: source.depth,
        fromX: start.x,
        toX,
        fault,
        route: (trackY: number): Route => {
          const top = geometry.tops[depth] ?? 0;
          const bottom = top + (target.node.passing ? (geometry.heights[depth] ?? 0) : 0);
          const corners: Corner[] = [
            [start.x, start.y()],
            [start.x, trackY],
            [toX, trackY],
            [toX, bottom],
          ];
          return { corners, fault, ends: !target.node.passing };
        },
      },
    ];
  });
}

function backwardPieces(geometry: Geometry): Piece[] {
  const { layers, middles, backward } = geometry.arrangement;
  const depths = new Map(layers.flatMap((layer, depth) => layer.map(({ id }) => [id, depth] as const)));
  return [...backward].flatMap((exit): Piece[] => {
    const [from, to] = blocksOfExit(exit);
    const depth = depths.get(from) ?? 0;
    const targetDepth = depths.get(to) ?? 0;
    const start = startOf(geometry, { id: from, block: from, passing: false }, depth, to);
    const lane = geometry.laneX(to);
    const toX = margin + (middles.get(to) ?? 0);
    const common = { key: `back to ${to}`, fault: start.fault };
    let laneBottom = 0;
    return [
      {
        ...common,
        gap: depth,
        fromX: start.x,
        toX: lane,
        route: (trackY) => {
          laneBottom = trackY;
          const corners: Corner[] = [
            [start.x, start.y()],
            [start.x, trackY],
            [lane, trackY],
          ];
          return { corners, fault: start.fault, ends: false };
        },
      },
      {
        ...common,
        gap: targetDepth - 1,
        fromX: lane,
        toX,
        route: (trackY) => {
          const corners: Corner[] = [
            [lane, laneBottom],
            [lane, trackY],
            [toX, trackY],
            [toX, geometry.tops[targetDepth] ?? 0],
          ];
          return { corners, fault: start.fault, ends: true };
        },
      },
    ];
  });
}

/** Where an arrow to a block leaves: the middle of its exit's cell, or the place where it passes a layer. */
function startOf(
  { arrangement: { pictures, middles }, tops, heights }: Geometry,
  node: LayerNode,
  depth: number,
  to: string,
): { readonly x: number; readonly y: () => number; readonly fault: boolean } {
  const middle = margin + (middles.get(node.id) ?? 0);
  const picture = node.passing ? undefined : pictures.get(node.block);
  if (!picture) return { x: middle, y: () => (tops[depth] ?? 0) + (heights[depth] ?? 0), fault: false };
  const cells = cellsOf(picture);
  const cell = cells.find(({ port }) => port.to === to);
  return {
    x: middle - picture.width / 2 + (cell ? cell.left + cell.width / 2 : 0),
    y: () => (tops[depth] ?? 0) + picture.height,
    fault: cell?.port.fault ?? false,
  };
}

/** The cells of a block's exits, in pixels from its left edge; they fill its width. */
export function cellsOf({ ports, width }: BlockPicture) {
  const spare =
    ports.length === 0 ? 0 : (width - ports.reduce((sum, port) => sum + port.width, 0)) / ports.length;
  let left = 0;
  return ports.map((port) => {
    const cell = { port, left, width: port.width + spare, height: portHeight };
    left += cell.width;
    return cell;
  });
}

/** The passing places that only faults lead to. */
function faultyPassings({ layers, edges, pictures }: Arrangement): ReadonlySet<string> {
  const faulty = new Set<string>();
  for (const node of layers.flat().filter(({ passing }) => passing)) {
    const into = edges.filter(({ to }) => to === node.id);
    const onlyFaults = into.every(({ from }) => {
      const port = pictures.get(from)?.ports.find(({ to }) => to === node.block);
      return port ? port.fault : faulty.has(from);
    });
    if (onlyFaults) faulty.add(node.id);
  }
  return faulty;
}
