import type { Instant } from "../domain/japan-time.ts";
import type { ContactState, QueueDefinition } from "./contact-state.ts";
import type { DisconnectReason } from "./transcript.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** When what happened to a contact: all that events and records are made from. A span without `to` lasts until the end. */
export interface ContactHistory {
  readonly contact: ContactState;
  readonly initiatedAt: Instant;
  readonly wait?: Span & { readonly queueArn: string; readonly queueName: string };
  readonly handling?: Handling;
  /** When a callee answered, or a task began; an inbound call is connected to the system as it is initiated. */
  readonly connectedToSystemAt?: Instant;
  /** Where a transfer led. */
  readonly transfer?: { readonly nextContactId: string; readonly at: Instant };
  /** How often the contact was offered to an operator. */
  readonly offers: number;
  readonly end?: { readonly at: Instant; readonly reason: DisconnectReason };
}

interface Span {
  readonly from: Instant;
  readonly to?: Instant;
}

export interface Handling {
  readonly operatorArn: string;
  readonly username: string;
  readonly connectedAt: Instant;
  readonly holds: readonly Span[];
  readonly afterContactWork?: Span;
}

/** Writes a contact's history while it happens, by the clock. Every version is a value that stays as it is. */
export class ContactDiary {
  history: ContactHistory;
  readonly #clock: VirtualClock;

  constructor(contact: ContactState, initiatedAt: Instant, clock: VirtualClock) {
    this.history = { contact, initiatedAt, offers: 0 };
    this.#clock = clock;
  }

  changed(change: Partial<ContactHistory>): void {
    this.history = { ...this.history, ...change };
  }

  queued({ arn, name }: QueueDefinition): void {
    this.changed({ wait: { queueArn: arn, queueName: name, from: this.#clock.now() } });
  }

  leftQueue(): void {
    if (this.history.wait) this.changed({ wait: { ...this.history.wait, to: this.#clock.now() } });
  }

  connected({ arn, username }: { readonly arn: string; readonly username: string }): void {
    this.changed({ handling: { operatorArn: arn, username, connectedAt: this.#clock.now(), holds: [] } });
  }

  held(): void {
    const from = this.#clock.now();
    this.#handled(({ holds }) => ({ holds: [...holds, { from }] }));
  }

  resumed(): void {
    const to = this.#clock.now();
    this.#handled(({ holds }) => ({ holds: holds.map((hold) => ({ to, ...hold })) }));
  }

  connectedToSystem(): void {
    this.changed({ connectedToSystemAt: this.#clock.now() });
  }

  transferredTo(nextContactId: string): void {
    this.changed({ transfer: { nextContactId, at: this.#clock.now() } });
  }

  /** The operator is no longer on the line, and writes up. */
  operatorLeft(): void {
    const from = this.#clock.now();
    this.#handled(({ afterContactWork: work }) => ({ afterContactWork: work ?? { from } }));
  }

  ended(reason: DisconnectReason): void {
    const at = this.#clock.now();
    this.operatorLeft();
    this.changed({ end: { at, reason } });
  }

  workDone(): void {
    const to = this.#clock.now();
    this.#handled(({ afterContactWork: work }) => (work ? { afterContactWork: { ...work, to } } : {}));
  }

  #handled(change: (handling: Handling) => Partial<Handling>): void {
    const { handling } = this.history;
    if (handling) this.changed({ handling: { ...handling, ...change(handling) } });
  }
}

/** `2024-07-16T01:00:00Z`: UTC, the second that had begun, as precise as contact records are (AWS data model). */
export function utcSecond(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/**
 * Whole seconds between two instants as they are printed, so that every duration of a record is exactly the
 * difference of its timestamps (assumed: AWS does not say how it rounds).
 */
export function printedSeconds(from: Instant, to: Instant): number {
  return Math.floor(to / 1000) - Math.floor(from / 1000);
}
