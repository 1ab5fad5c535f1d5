import type { Instant } from "../domain/japan-time.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** Why a contact ended (AWS, contact record data model). */
export type DisconnectReason =
  | "CUSTOMER_DISCONNECT"
  | "AGENT_DISCONNECT"
  | "CONTACT_FLOW_DISCONNECT"
  | "THIRD_PARTY_DISCONNECT"
  | "EXPIRED"
  | "API"
  | "OTHER"
  | "TELECOM_PROBLEM";

export interface TranscriptEntry {
  readonly at: Instant;
  /**
   * `said` is heard by the caller, `whispered` by the operator alone; `ringing` is a telephone outside; `silence` is time in which nothing is heard; `pressed` are the caller's keys;
   * `recovered` is an error that the flow caught; `fault` is one that it did not, or a broken line.
   */
  readonly kind:
    | ("arrived" | "queued" | "connected" | "held" | "resumed" | "transferred" | "hung-up")
    | ("said" | "whispered" | "ringing" | "silence" | "pressed" | "recovered" | "fault");
  /** The words spoken, the keys pressed, or what happened. */
  readonly text: string;
  /** How long it lasted, for `said`, `whispered`, `ringing` and `silence`; what was cut short counts as far as it was heard. */
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

  /**
   * What is under way on one side of the line stops now: the operator's with `whispered`, else the caller's. A wait
   * that was over as it began is not kept. Without anything under way nothing changes.
   */
  cutShort(side: "said" | "whispered" = "said"): void {
    const at = this.#clock.now();
    const last = this.#entries.findLastIndex(
      ({ seconds, kind }) => seconds !== undefined && (kind === "whispered") === (side === "whispered"),
    );
    const entry = this.#entries[last];
    if (entry?.seconds === undefined || entry.at + entry.seconds * 1000 <= at) return;
    if (entry.kind === "silence" && entry.at === at) this.#entries.splice(last, 1);
    else this.#entries[last] = { ...entry, seconds: (at - entry.at) / 1000, interrupted: true };
  }
}
