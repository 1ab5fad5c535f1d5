import type { Instant } from "../japan-time.ts";

/** What of a free text may be shown outside: a supervisor's decision (decision 0018). */
export interface TextRelease {
  /** Fingerprint of the text that was looked at. A release counts for that text only, so not for one that was changed since. */
  readonly of: string;
  /** What may be shown of it. */
  readonly text: string;
  readonly at: Instant;
  /** The staff code of a supervisor. */
  readonly by: string;
  /** How many pieces of the original the check for personal data marked. */
  readonly marked: number;
}
