import type { Instant, JapaneseMonth } from "../../japan-time.ts";

/**
 * Calls of a month that Navi-Dial itself turned away before they reached us, as its operator counted them. Entered by hand and
 * shown beside our own figures, never mixed in with them (decision 0006).
 */
export interface NaviDialCount extends NaviDialFigures {
  readonly month: JapaneseMonth;
  /** What was entered for the month before and then corrected, the earliest first; only ever added to. @default nothing */
  readonly earlier?: readonly NaviDialFigures[];
}

/** A month's figures as somebody entered them. */
export interface NaviDialFigures {
  /** Because every line was in use. */
  readonly busy: number;
  /** Because it was outside the hours that are set there. */
  readonly closed: number;
  readonly enteredAt: Instant;
  /** A staff code. */
  readonly enteredBy: string;
}

/** How often figures were entered for a month: whoever corrects them says what they have seen. */
export function timesEntered(count: NaviDialCount | undefined): number {
  return count ? 1 + (count.earlier?.length ?? 0) : 0;
}

/** A month's figures with new ones on top. The same ones from the same person change nothing. */
export function correctedCount(
  before: NaviDialCount | undefined,
  month: JapaneseMonth,
  figures: NaviDialFigures,
): NaviDialCount {
  if (!before) return { month, ...figures };
  const { month: _month, earlier = [], ...replaced } = before;
  const isSame =
    replaced.busy === figures.busy &&
    replaced.closed === figures.closed &&
    replaced.enteredBy === figures.enteredBy;
  return isSame ? before : { month, ...figures, earlier: [...earlier, replaced] };
}
