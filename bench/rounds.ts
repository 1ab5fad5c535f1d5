/** How long each of two ways of doing the same takes, as the median of interleaved rounds, in nanoseconds a call. */
export function interleaved(
  ways: { readonly ours: Way; readonly peer: Way },
  rounds = 9,
): { readonly ours: number; readonly peer: number } {
  const taken = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round < rounds; round++)
    for (const who of orderOf(round)) taken[who].push(nanosecondsEach(ways[who]));
  return { ours: median(taken.ours), peer: median(taken.peer) };
}

/** The same for two ways that say themselves what they took, which may be done elsewhere: the medians of interleaved rounds. */
export async function interleavedAnswers(
  ways: { readonly ours: () => Promise<number>; readonly peer: () => Promise<number> },
  rounds: number,
): Promise<{ readonly ours: number; readonly peer: number }> {
  const taken = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round < rounds; round++)
    for (const who of orderOf(round)) taken[who].push(await ways[who]());
  return { ours: median(taken.ours), peer: median(taken.peer) };
}

/** Every other round begins with the other one. */
function orderOf(round: number): readonly ("ours" | "peer")[] {
  return round % 2 === 0 ? ["ours", "peer"] : ["peer", "ours"];
}

/** Something that is done `times` times. What it answers is given back, so that it cannot be left out. */
export interface Way {
  readonly times: number;
  readonly run: (index: number) => unknown;
}

/** Where answers go, so that no engine can leave out the work as useless. */
const answers: { last?: unknown } = {};

function nanosecondsEach({ times, run }: Way): number {
  const start = process.hrtime.bigint();
  for (let index = 0; index < times; index++) answers.last = run(index);
  return Number(process.hrtime.bigint() - start) / times;
}

/** The middle one of some values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
