/** A horizontal piece of an arrow, from one x to another, and what it leads to: pieces of one key may share a line. */
export interface Span {
  readonly key: string;
  readonly fromX: number;
  readonly toX: number;
}

/** Each key's track in a gap: two that overlap from left to right have different ones. */
export function tracksOf(pieces: readonly Span[]): { trackOf: ReadonlyMap<string, number>; count: number } {
  const spans = new Map<string, { left: number; right: number }>();
  for (const { key, fromX, toX } of pieces) {
    const span = spans.get(key) ?? { left: toX, right: toX };
    spans.set(key, { left: Math.min(span.left, fromX, toX), right: Math.max(span.right, fromX, toX) });
  }
  const ends: number[] = [];
  const trackOf = new Map<string, number>();
  for (const [key, { left, right }] of [...spans].toSorted(([, a], [, b]) => a.left - b.left)) {
    const free = ends.findIndex((end) => end + 6 < left);
    const track = free === -1 ? ends.length : free;
    ends[track] = right;
    trackOf.set(key, track);
  }
  return { trackOf, count: ends.length };
}
