import type { Instant } from "../domain/japan-time.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** Why a voice contact ended (AWS, contact record data model). */
export type DisconnectReason =
  | "CUSTOMER_DISCONNECT"
  | "AGENT_DISCONNECT"
  | "CONTACT_FLOW_DISCONNECT"
  | "TELECOM_PROBLEM";

export interface TranscriptEntry {
  readonly at: Instant;
  /**
   * `said` is heard by the caller; `silence` is time in which nothing is heard; `pressed` are the caller's keys;
   * `recovered` is an error that the flow caught; `fault` is one that it did not, or a broken line.
   */
  readonly kind:
    | ("arrived" | "queued" | "connected" | "held" | "resumed" | "hung-up")
    | ("said" | "silence" | "pressed" | "recovered" | "fault");
  /** The words spoken, the keys pressed, or what happened. */
  readonly text: string;
  /** How long it lasted, for `said` and `silence`; what was cut short counts as far as it was heard. */
  readonly seconds?: number;
  readonly interrupted?: true;
  /** Only with `hung-up`. */
  readonly reason?: DisconnectReason;
}

/** What a caller lives through, line by line, in the order of time. */
export class Transcript {
  readonly #entries: TranscriptEntry[] = [];
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  entries(): readonly TranscriptEntry[] {
    return this.#entries;
  }

  note(
    kind: TranscriptEntry["kind"],
    text: string,
    more: Pick<TranscriptEntry, "seconds" | "reason"> = {},
  ): void {
    this.#entries.push({ at: this.#clock.now(), kind, text, ...more });
  }

  /** The speech or silence that is under way stops now; without one nothing changes. */
  cutShort(): void {
    const at = this.#clock.now();
    const last = this.#entries.findLastIndex(({ seconds }) => seconds !== undefined);
    const entry = this.#entries[last];
    if (entry?.seconds === undefined || entry.at + entry.seconds * 1000 <= at) return;
    this.#entries[last] = { ...entry, seconds: (at - entry.at) / 1000, interrupted: true };
  }
}
