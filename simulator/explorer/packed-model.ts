import { edgeKinds } from "./edge-kind.ts";
import type { Holding, Model, Variable } from "./model.ts";

/**
 * A model as numbers. What a call knows is packed into words of 30 bits, each variable inside one word; an edge is
 * taken when `(word & guardMask) === guardValue` for each word, and makes it `(word & keep) | set`. Variables that
 * nothing asks about from a place on are zero there, so that states that no future can tell apart are one.
 */
export interface PackedModel {
  readonly words: number;
  readonly locations: number;
  /** Edges of place `l`: from `firstEdge[l]` to before `firstEdge[l + 1]`. */
  readonly firstEdge: Int32Array;
  /** Of each packed edge, its number in the model. */
  readonly edgeNumber: Int32Array;
  readonly target: Int32Array;
  readonly kind: Uint8Array;
  /** Four numbers a word and edge: guardMask, guardValue, keep, set. */
  readonly rules: Int32Array;
  readonly roots: readonly { readonly location: number; readonly words: readonly number[] }[];
  readonly slots: readonly Slot[];
}

/** Where a variable lies. */
interface Slot {
  readonly word: number;
  readonly shift: number;
  readonly mask: number;
}

const bitsInWord = 30;

export function packedModel(model: Model): PackedModel {
  const slots = slotsOf(model.variables);
  const words = Math.max(1, ...slots.map(({ word }) => word + 1));
  const live = liveMasks(model, slots, words);
  const order = model.edges
    .map((_, index) => index)
    .sort((one, other) => fromOf(model, one) - fromOf(model, other));
  const firstEdge = new Int32Array(model.locations.length + 1);
  for (const { from } of model.edges) firstEdge[from + 1] = (firstEdge[from + 1] ?? 0) + 1;
  for (let location = 0; location < model.locations.length; location++)
    firstEdge[location + 1] = (firstEdge[location + 1] ?? 0) + (firstEdge[location] ?? 0);
  const rules = new Int32Array(order.length * words * 4);
  order.forEach((edgeIndex, position) => {
    const edge = model.edges[edgeIndex];
    const lives = live[edge?.to ?? 0] ?? [];
    for (let word = 0; word < words; word++) {
      const guard = packed(edge?.guards ?? [], slots, word);
      const set = packed(edge?.sets ?? [], slots, word);
      const lively = lives[word] ?? 0;
      rules.set(
        [guard.mask, guard.value, ~set.mask & lively, set.value & lively],
        (position * words + word) * 4,
      );
    }
  });
  return {
    words,
    locations: model.locations.length,
    firstEdge,
    edgeNumber: Int32Array.from(order),
    target: Int32Array.from(order, (edge) => model.edges[edge]?.to ?? 0),
    kind: Uint8Array.from(order, (edge) => edgeKinds.indexOf(model.edges[edge]?.kind ?? "goes on")),
    rules,
    slots,
    roots: model.roots.map(({ location, sets }) => ({
      location,
      words: Array.from(
        { length: words },
        (_, word) => packed(sets, slots, word).value & (live[location]?.[word] ?? 0),
      ),
    })),
  };
}

function fromOf(model: Model, edge: number): number {
  return model.edges[edge]?.from ?? 0;
}

/** The value and the mask of some holdings within one word. */
export function packed(
  holdings: readonly Holding[],
  slots: readonly Slot[],
  word: number,
): { readonly mask: number; readonly value: number } {
  let mask = 0;
  let value = 0;
  for (const [variable, held] of holdings) {
    const slot = slots[variable];
    if (slot?.word !== word) continue;
    mask |= slot.mask << slot.shift;
    value = (value & ~(slot.mask << slot.shift)) | (held << slot.shift);
  }
  return { mask, value };
}

function slotsOf(variables: readonly Variable[]): Slot[] {
  let word = 0;
  let shift = 0;
  return variables.map(({ values }) => {
    const bits = Math.max(1, Math.ceil(Math.log2(values.length)));
    if (shift + bits > bitsInWord) {
      word += 1;
      shift = 0;
    }
    const slot = { word, shift, mask: 2 ** bits - 1 };
    shift += bits;
    return slot;
  });
}

/** Of each place and word, the bits that something may still ask about: the usual backward analysis to a fixed point. */
function liveMasks(model: Model, slots: readonly Slot[], words: number): number[][] {
  const live = model.locations.map(({ checks }) =>
    Array.from({ length: words }, (_, word) =>
      checks.reduce((mask, { guards }) => mask | packed(guards, slots, word).mask, 0),
    ),
  );
  const edges = model.edges.map(({ from, to, guards, sets }) => ({
    from: live[from] ?? [],
    to: live[to] ?? [],
    asks: Array.from({ length: words }, (_, word) => packed(guards, slots, word).mask),
    sets: Array.from({ length: words }, (_, word) => packed(sets, slots, word).mask),
  }));
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to, asks, sets } of edges)
      for (let word = 0; word < words; word++) {
        const before = from[word] ?? 0;
        const after = before | (asks[word] ?? 0) | ((to[word] ?? 0) & ~(sets[word] ?? 0));
        if (after === before) continue;
        from[word] = after;
        changed = true;
      }
  }
  return live;
}
