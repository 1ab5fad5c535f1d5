import type { Instant, JapaneseMonth } from "../japan-time.ts";

/**
 * Calls of a month that Navi-Dial itself turned away before they reached us, as its operator counted them. Entered by hand and
 * shown beside our own figures, never mixed in with them (decision 0006).
 */
export interface NaviDialCount {
  readonly month: JapaneseMonth;
  /** Because every line was in use. */
  readonly busy: number;
  /** Because it was outside the hours that are set there. */
  readonly closed: number;
  readonly enteredAt: Instant;
  /** A staff code. */
  readonly enteredBy: string;
}
