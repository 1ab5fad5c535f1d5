import type { Instant } from "../../domain/japan-time.ts";

/** Work that could not be done and waits to be looked at, with its reason. */
export interface ParkedWork {
  readonly source: "contact-record" | "contact-event" | "mail" | "mail-event";
  readonly reason: string;
  /** What came in, as it came in. */
  readonly payload: string;
  readonly parkedAt: Instant;
}

export interface ParkedWorkStore {
  /** Parks work; the same payload of the same source is kept once. */
  park(programme: string, work: ParkedWork): Promise<void>;
  all(programme: string): Promise<ParkedWork[]>;
}
