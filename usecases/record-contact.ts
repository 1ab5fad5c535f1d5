import { isOutbound } from "../domain/contact/call.ts";
import type { ContactFacts, ContactState } from "../domain/contact/contact.ts";
import type { Instant } from "../domain/japan-time.ts";
import type { Programme } from "../domain/programme.ts";
import { staffCodeOf } from "../domain/staff-code.ts";
import { ensureCaseOfCall } from "./case-of-call.ts";
import { closeCallback } from "./close-callback.ts";
import { keepContact } from "./keep-contact.ts";
import type { CallbackStore, CaseStore, ContactStore, PersonKeys } from "./ports.ts";

/** One thing that the telephone system said about a contact. */
export interface ReportedContact {
  readonly contactId: string;
  readonly initiatedAt: Instant;
  /** Contact records say when they were updated; contact events do not. */
  readonly source: { readonly kind: "event" } | { readonly kind: "record"; readonly lastUpdatedAt: Instant };
  readonly facts: ContactFacts;
  /** The other party's number in E.164; absent where it was withheld or unknown. */
  readonly telephoneNumber?: string | undefined;
  /** The operator's user name in Amazon Connect. It may be a person's name and is not kept. */
  readonly operatorUserName?: string | undefined;
}

/**
 * Merges a fact into its contact, opens the case of a call that reached an operator, and closes the call back that a call
 * of ours has made. Safe to repeat in any order. Throws `Unavailable` where a store fails.
 */
export function recordContact(services: {
  readonly programme: Programme;
  readonly contacts: ContactStore;
  readonly cases: CaseStore;
  readonly callbacks: CallbackStore;
  readonly personKeys: PersonKeys;
}) {
  const { programme, personKeys } = services;
  const keep = keepContact(services.contacts);
  const ensureCase = ensureCaseOfCall(services);
  const closeIfCalledBack = closeCallback(services);

  return async (reported: ReportedContact): Promise<void> => {
    const contact = await keep(await stateOf(reported));
    if ((contact.channel ?? "VOICE") !== "VOICE") return;
    if (isOutbound(contact)) await closeIfCalledBack(contact);
    else await ensureCase(contact);
  };

  async function stateOf(reported: ReportedContact): Promise<ContactState> {
    const { contactId, initiatedAt, source, telephoneNumber, operatorUserName } = reported;
    const personKey = telephoneNumber && (await personKeys.keyOf(programme.id, telephoneNumber));
    const staffCode =
      operatorUserName &&
      staffCodeOf(operatorUserName, await personKeys.keyOf(programme.id, operatorUserName));
    const facts = { ...reported.facts, ...(personKey && { personKey }), ...(staffCode && { staffCode }) };
    const key = { programme: programme.id, contactId, initiatedAt };
    return source.kind === "event"
      ? { ...key, events: facts }
      : { ...key, events: {}, record: { lastUpdatedAt: source.lastUpdatedAt, facts } };
  }
}
