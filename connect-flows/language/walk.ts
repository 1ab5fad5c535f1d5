import { actionOf } from "./action.ts";
import type { ErrorType, Exit } from "./action-rule.ts";
import type { Block } from "./block.ts";

/** The blocks of a flow by name. */
export type Blocks = ReadonlyMap<string, Block>;

/** Which exits count in a walk, and whether the call may leave the flow at a block. */
export interface Walk {
  readonly exits: (block: Block) => readonly Exit[];
  readonly ends: (block: Block) => boolean;
}

/** Connect draws every exit; a call takes any of them. */
export const anyWay: Walk = {
  exits: (block) => actionOf(block).exits,
  ends: (block) => actionOf(block).ends,
};

/** A call on a day on which nothing fails. */
export const goodDay: Walk = {
  exits: (block) => actionOf(block).exits.filter((exit) => !isFault(exit)),
  ends: anyWay.ends,
};

/** A call on a day on which every block that can meet this error meets it, each time, and nothing else fails. */
export function dayOf(error: ErrorType): Walk {
  const met = (block: Block) =>
    actionOf(block).exits.filter((exit) => exit.on === "error" && exit.error === error);
  return {
    exits: (block) => (met(block).length > 0 ? met(block) : goodDay.exits(block)),
    ends: (block) => anyWay.ends(block) && met(block).length === 0,
  };
}

/** Every way but the exits that settle a question, such as whether a voice has been chosen: what it meets is unsettled. */
export function unless(settles: (block: Block, exit: Exit) => boolean): Walk {
  return {
    exits: (block) => anyWay.exits(block).filter((exit) => !settles(block, exit)),
    ends: anyWay.ends,
  };
}

/** Every block that a walk from the given blocks meets, they included; it does not go on from a block where it stops. */
export function reachable(
  from: readonly string[],
  blocks: Blocks,
  walk: Walk,
  stopsAt: (block: Block) => boolean = () => false,
): Set<string> {
  const met = new Set(from);
  for (const name of met)
    if (!holds(blocks, name, stopsAt)) for (const next of targets(name, blocks, walk)) met.add(next);
  return met;
}

/** Where the exits of a block lead. */
export function targets(name: string, blocks: Blocks, walk: Walk): string[] {
  const block = blocks.get(name);
  return block ? walk.exits(block).map(({ to }) => to) : [];
}

/** Whether a block exists and a claim about it is true. */
export function holds(blocks: Blocks, name: string, claim: (block: Block) => boolean): boolean {
  const block = blocks.get(name);
  return block !== undefined && claim(block);
}

function isFault(exit: Exit): boolean {
  return exit.on === "error" && exit.error === "NoMatchingError";
}
