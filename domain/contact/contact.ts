import type { Instant } from "../japan-time.ts";

/**
 * A contact (応対): one leg of what the telephone system says happened.
 *
 * Facts arrive at least once, late and out of order, from two sources: contact events (best effort, while the call
 * lives) and contact records (complete, after it). What each source said is kept apart; the record wins where both speak.
 */

/** Which contact, and where it is kept: by the day it began. The three never change once Amazon Connect has said them. */
export interface ContactKey {
  readonly programme: string;
  readonly contactId: string;
  readonly initiatedAt: Instant;
}

/** What a source may say about a contact. A field that is absent was not said. Seconds are whole seconds. */
export interface ContactFacts {
  /** VOICE, CHAT, TASK or EMAIL, in capitals. */
  readonly channel?: string;
  /** INBOUND, OUTBOUND, TRANSFER, CALLBACK … An open list: Amazon Connect adds to it. */
  readonly initiationMethod?: string;
  readonly initialContactId?: string;
  readonly previousContactId?: string;
  readonly nextContactId?: string;
  /** Outbound: when the person who was called answered. */
  readonly connectedToSystemAt?: Instant;
  readonly disconnectedAt?: Instant;
  readonly disconnectReason?: string;
  readonly enqueuedAt?: Instant;
  readonly queueSeconds?: number;
  readonly connectedToAgentAt?: Instant;
  /** A code, never a name. */
  readonly staffCode?: string;
  /** Talking, without hold and without after-call work. */
  readonly interactionSeconds?: number;
  readonly holdSeconds?: number;
  readonly afterContactWorkSeconds?: number;
  /** What the flow decided on arrival. */
  readonly arrival?: "open" | "closed";
  readonly callbackRequested?: boolean;
  /** A call that we made: the first contact of the call whose call back it is. */
  readonly callsBack?: string;
  /** The keyed hash of the other party's telephone number; absent where none was shown. */
  readonly personKey?: string;
}

/** A contact as it is read: the key and everything that is known. */
export type Contact = ContactKey & ContactFacts;

/** A contact as it is kept. */
export interface ContactState extends ContactKey {
  readonly events: ContactFacts;
  readonly record?: { readonly lastUpdatedAt: Instant; readonly facts: ContactFacts };
}

/** Everything known of a contact. */
export function contactOf(state: ContactState): Contact {
  const { programme, contactId, initiatedAt, events, record } = state;
  return { ...events, ...record?.facts, programme, contactId, initiatedAt };
}
