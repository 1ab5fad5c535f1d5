/** Where the caller rings from, as far as the charge depends on it. */
export type CallerLine = "mobile" | "fixed";

/**
 * What a caller pays for a Navi-Dial (0570) call since 1 January 2024, consumption tax included, the same nationwide
 * and at any hour: 11 yen for each started 20 seconds from a mobile, 9.35 yen for each started 180 seconds from a
 * fixed line. Prompts, queue and hold are charged too. (NTT Communications' revision of 2024-01-01 as reported by
 * k-tai.watch.impress.co.jp 1561672 and arima-yama.com/navidial-fee. Public telephones and other carriers' IP lines
 * are not covered.)
 */
const tariffs = {
  mobile: { sen: 1100, unitSeconds: 20 },
  fixed: { sen: 935, unitSeconds: 180 },
} as const satisfies Record<CallerLine, { sen: number; unitSeconds: number }>;

/** Yen, with at most two decimals, for a call that was connected for `seconds`. A call that never connected is free. */
export function naviDialYen(line: CallerLine, seconds: number): number {
  const { sen, unitSeconds } = tariffs[line];
  return (Math.ceil(seconds / unitSeconds) * sen) / 100;
}
