import { orderProblems } from "./check-order.ts";
import { anyWay, type Blocks, dayOf, goodDay, holds, reachable, targets, type Walk } from "./walk.ts";

/**
 * What is wrong with the ways through a flow, as block and message: blocks that no call reaches, calls that never
 * end, rounds that only a fault breaks or that a lasting trouble never leaves, and blocks that come too early.
 * Every exit must lead to a block.
 */
export function pathProblems(start: string, blocks: Blocks): (readonly [string, string])[] {
  const reached = reachable([start], blocks, anyWay);
  return [
    ...[...blocks.keys()]
      .filter((name) => !reached.has(name))
      .map((name) => [name, "is never reached: lead an exit to it or take it out."] as const),
    ...endlessProblems(reached, blocks),
    ...orderProblems(start, blocks),
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
    [
      dayOf("InputTimeLimitExceeded"),
      "goes round for ever while the caller presses nothing: put a loop with an end into the round.",
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
