import type { Instant } from "../japan-time.ts";

/** What the service itself still has to do for a case: confirm its receipt, put it before the operators, send their answer. */
export type WorkName = "receipt-mail" | "task" | "answer-mail";

/** One thing that is owed. It stands in the case's own row, so what opened the case cannot have forgotten it. */
export interface OwedWork {
  readonly work: WorkName;
  /** Somebody has begun it and has until this instant to say that it is done; afterwards it may be begun again. */
  readonly claimedUntil?: Instant;
}
