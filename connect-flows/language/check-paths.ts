import { actionOf, type ErrorType, type Exit } from "./action.ts";
import type { Block } from "./block.ts";

type Blocks = ReadonlyMap<string, Block>;
/** Which exits count in a walk, and whether the call may leave the flow at a block. */
interface Walk {
  readonly exits: (block: Block) => readonly Exit[];
  readonly ends: (block: Block) => boolean;
}

/** Connect draws every exit; a call takes any of them. */
const anyWay: Walk = {
  exits: (block) => actionOf(block).exits,
  ends: (block) => actionOf(block).ends,
};

/** A call on a day on which nothing fails. */
const goodDay: Walk = {
  exits: (block) => actionOf(block).exits.filter((exit) => !isFault(exit)),
  ends: anyWay.ends,
};

/** A call on a day on which every block that can meet this error meets it, each time, and nothing else fails. */
function dayOf(error: ErrorType): Walk {
  const met = (block: Block) =>
    actionOf(block).exits.filter((exit) => exit.on === "error" && exit.error === error);
  return {
    exits: (block) => (met(block).length > 0 ? met(block) : goodDay.exits(block)),
    ends: (block) => anyWay.ends(block) && met(block).length === 0,
  };
}

/**
 * What is wrong with the ways through a flow, as block and message: blocks that no call reaches, calls that never
 * end, rounds that only a fault breaks or that a lasting trouble never leaves, and words said before the voice is chosen.
 * Every exit must lead to a block.
 */
export function pathProblems(start: string, blocks: Blocks): (readonly [string, string])[] {
  const reached = reachable([start], blocks, anyWay);
  return [
    ...[...blocks.keys()]
      .filter((name) => !reached.has(name))
      .map((name) => [name, "is never reached: lead an exit to it or take it out."] as const),
    ...endlessProblems(reached, blocks),
    ...voiceProblems(start, blocks),
    ...repeatProblems(start, blocks),
  ];
}

/** Each block is named once, with the first of the questions that it fails. */
function endlessProblems(reached: ReadonlySet<string>, blocks: Blocks): (readonly [string, string])[] {
  const questions: (readonly [Walk, string])[] = [
    [anyWay, "no way from here ends the call or hands it over: lead one to a queue or to hanging up."],
    [goodDay, "goes round for ever unless something fails: give the round an exit that is not an error."],
    [
      dayOf("NoMatchingError"),
      "goes round for ever while blocks keep failing: lead an error exit out of the round.",
    ],
    [
      dayOf("QueueAtCapacity"),
      "goes round for ever while the queue is full: lead its capacity exit out of the round.",
    ],
  ];
  const named = new Set<string>();
  return questions.flatMap(([walk, message]) => {
    const endless = [...reached].filter((name) => !named.has(name) && isInEndlessRound(name, blocks, walk));
    for (const name of endless) named.add(name);
    return endless.map((name) => [name, message] as const);
  });
}

/** Whether a call at the block comes back to it and cannot end on the way. */
function isInEndlessRound(name: string, blocks: Blocks, walk: Walk): boolean {
  const ahead = reachable(targets(name, blocks, walk), blocks, walk);
  return ahead.has(name) && ![...ahead].some((next) => holds(blocks, next, walk.ends));
}

function voiceProblems(start: string, blocks: Blocks): (readonly [string, string])[] {
  const beforeVoice = reachable([start], blocks, anyWay, (block) => block.kind === "setVoice");
  return [...beforeVoice]
    .filter((name) => holds(blocks, name, (block) => actionOf(block).speaks))
    .map((name) => [
      name,
      "can speak before a voice is chosen, in English: lead every way to it through setVoice.",
    ]);
}

/** AWS administrator guide, Loop prompts: a Play prompt block may not come before the repeated messages. */
function repeatProblems(start: string, blocks: Blocks): (readonly [string, string])[] {
  const repeats = (block: Block) => block.kind === "repeatMessages";
  const beforeRepeats = reachable([start], blocks, anyWay, repeats);
  const spoken = [...beforeRepeats].filter((name) => holds(blocks, name, (block) => block.kind === "say"));
  return [...reachable(spoken, blocks, anyWay, repeats)]
    .filter((name) => holds(blocks, name, repeats))
    .map((name) => [
      name,
      "comes after a text, which Connect does not allow: make the text its first message.",
    ]);
}

/** Every block that a walk from the given blocks meets, they included; it does not go on from a block where it stops. */
function reachable(
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

function targets(name: string, blocks: Blocks, walk: Walk): string[] {
  const block = blocks.get(name);
  return block ? walk.exits(block).map(({ to }) => to) : [];
}

function holds(blocks: Blocks, name: string, claim: (block: Block) => boolean): boolean {
  const block = blocks.get(name);
  return block !== undefined && claim(block);
}

function isFault(exit: Exit): boolean {
  return exit.on === "error" && exit.error === "NoMatchingError";
}
