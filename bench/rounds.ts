/** How long each of two ways of doing the same takes, as the median of interleaved rounds, in nanoseconds a call. */
export function interleaved(
  ways: { readonly ours: Way; readonly peer: Way },
  rounds = 9,
): { readonly ours: number; readonly peer: number } {
  const taken = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (["ours", "peer"] as const) : (["peer", "ours"] as const);
    for (const who of order) taken[who].push(nanosecondsEach(ways[who]));
  }
  return { ours: median(taken.ours), peer: median(taken.peer) };
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
