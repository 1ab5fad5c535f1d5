import { isOutbound } from "../../domain/contact/call.ts";
import type { ContactFacts, ContactState } from "../../domain/contact/contact.ts";
import type { Instant } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { closeCallback } from "../callbacks/close-callback.ts";
import type { EndingCallbacks } from "../callbacks/end-callback.ts";
import { ensureCaseOfCall } from "../cases/case-of-call.ts";
import { keepContact } from "../kept/keep-contact.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { ContactStore } from "../ports/contacts.ts";

/** One thing that the telephone system said about a contact. */
export interface ReportedContact {
  readonly contactId: string;
  readonly initiatedAt: Instant;
  /** Contact records say when they were updated; contact events do not. */
  readonly source: { readonly kind: "event" } | { readonly kind: "record"; readonly lastUpdatedAt: Instant };
  readonly facts: ContactFacts;
}

/**
 * Merges a fact into its contact, opens the case of a call that reached an operator, and closes the call back that a call
 * of ours has made. Safe to repeat in any order. Throws `Unavailable` where a store fails.
 */
export function recordContact(
  services: EndingCallbacks & {
    readonly programme: Programme;
    readonly contacts: ContactStore;
    readonly cases: CaseStore;
  },
) {
  const { programme } = services;
  const keep = keepContact(services.contacts);
  const ensureCase = ensureCaseOfCall(services);
  const closeIfCalledBack = closeCallback(services);

  return async (reported: ReportedContact): Promise<void> => {
    const contact = await keep(stateOf(reported));
    if ((contact.channel ?? "VOICE") !== "VOICE") return;
    if (isOutbound(contact)) await closeIfCalledBack(contact);
    else await ensureCase(contact);
  };

  function stateOf({ contactId, initiatedAt, source, facts }: ReportedContact): ContactState {
    const key = { programme: programme.id, contactId, initiatedAt };
    return source.kind === "event"
      ? { ...key, events: facts }
      : { ...key, events: {}, record: { lastUpdatedAt: source.lastUpdatedAt, facts } };
  }
}
