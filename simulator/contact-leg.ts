import type { Instant } from "../domain/japan-time.ts";
import type { ContactEventType } from "./contact-event.ts";
import { ContactDiary, type ContactHistory } from "./contact-history.ts";
import type { ContactState } from "./contact-state.ts";
import type { DisconnectReason } from "./transcript.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** Where the events and the record of a contact go. */
export interface Publisher {
  event(type: ContactEventType, history: ContactHistory): void;
  record(history: ContactHistory): void;
}

/**
 * One contact of a call: a transfer ends it and begins the next on the same line. It is complete, and its record
 * goes out, when it has ended and its operator's after-contact work is done.
 */
export class ContactLeg {
  readonly diary: ContactDiary;
  readonly #publisher: Publisher;
  #isComplete = false;

  constructor(contact: ContactState, initiatedAt: Instant, clock: VirtualClock, publisher: Publisher) {
    this.diary = new ContactDiary(contact, initiatedAt, clock);
    this.#publisher = publisher;
  }

  get history(): ContactHistory {
    return this.diary.history;
  }

  get contactId(): string {
    return this.history.contact.scope.ContactId;
  }

  get isComplete(): boolean {
    return this.#isComplete;
  }

  publish(type: ContactEventType): void {
    this.#publisher.event(type, this.history);
  }

  end(reason: DisconnectReason): void {
    this.diary.ended(reason);
    this.publish("DISCONNECTED");
    if (!this.history.handling) this.#complete();
    else this.#completeWhenDone();
  }

  /** The operator's after-contact work is done. */
  workDone(): void {
    this.diary.workDone();
    this.#completeWhenDone();
  }

  /** Attributes that somebody changed from outside; after its end the record goes out once more (AWS). */
  changeAttributes(attributes: Readonly<Record<string, string>>): void {
    const { contact } = this.history;
    const Attributes = { ...contact.scope.Attributes, ...attributes };
    this.diary.changed({ contact: { ...contact, scope: { ...contact.scope, Attributes } } });
    if (this.#isComplete) this.#publisher.record(this.history);
  }

  #completeWhenDone(): void {
    if (this.history.end && this.history.handling?.afterContactWork?.to !== undefined) this.#complete();
  }

  #complete(): void {
    if (this.#isComplete) return;
    this.#isComplete = true;
    this.publish("COMPLETED");
    this.#publisher.record(this.history);
  }
}
