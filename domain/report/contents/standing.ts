/** Judged on the exact figure, not on the printed one. */
export type Standing = "達成" | "未達" | "範囲内" | "範囲より短い" | "範囲より長い";

/** How far a time is below the band (negative) or above it; 0 inside. */
export function outsideBand(seconds: number, lowest: number, highest: number): number {
  return Math.min(seconds - lowest, 0) + Math.max(seconds - highest, 0);
}

/** Where a time lies, both ends belonging to the band. */
export function standingInBand(seconds: number, lowest: number, highest: number): Standing {
  if (seconds < lowest) return "範囲より短い";
  return seconds > highest ? "範囲より長い" : "範囲内";
}
