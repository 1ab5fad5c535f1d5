import type { Instant } from "../../domain/japan-time.ts";

/**
 * The roles that the outside world plays for the use cases. Adapters fill them; each has one contract suite in
 * `test/contracts/`. What the world does wrong is thrown as `Unavailable`.
 */

/** The world failed: a service did not answer or refused. The work can be tried again. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
}

export interface Clock {
  now(): Instant;
}

/** Waits for work for so many milliseconds and then throws `Unavailable`; the work itself goes on unheard. */
export type TimeLimit = <Answer>(milliseconds: number, work: Promise<Answer>) => Promise<Answer>;

/** Lets time pass. */
export type Pause = (milliseconds: number) => Promise<void>;

/** Fingerprints bytes as SHA-256, in hexadecimal. */
export type Sha256 = (bytes: Uint8Array) => string;
