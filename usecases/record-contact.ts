import { type Case, calledBack, caseOfCall } from "../domain/case/case.ts";
import { callsOf, isOutbound } from "../domain/contact/call.ts";
import { type Contact, type ContactFacts, type ContactState, contactOf } from "../domain/contact/contact.ts";
import { mergeContact, sameContact } from "../domain/contact/merge-contact.ts";
import { dateAt, type Instant } from "../domain/japan-time.ts";
import type { Programme } from "../domain/programme.ts";
import { staffCodeOf } from "../domain/staff-code.ts";
import { findCaseOfCall } from "./case-of-callback.ts";
import { changeCase } from "./change-case.ts";
import { findCaseOf, openCase } from "./open-case.ts";
import {
  type CallbackStore,
  type CaseStore,
  type ContactStore,
  type PersonKeys,
  Unavailable,
} from "./ports.ts";

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

/** How often a contact that others write at the same moment is read and merged again. */
const attempts = 20;

/**
 * Merges a fact into its contact, opens the case of a call that reached an operator, and closes the call back that a call
 * of ours has made.
 * Safe to repeat in any order. Throws `Unavailable` where the store fails.
 */
export function recordContact(services: {
  readonly programme: Programme;
  readonly contacts: ContactStore;
  readonly cases: CaseStore;
  readonly callbacks: CallbackStore;
  readonly personKeys: PersonKeys;
}) {
  const { programme, contacts, cases, callbacks, personKeys } = services;

  return async (reported: ReportedContact): Promise<void> => {
    const contact = contactOf(await merged(await stateOf(reported)));
    if ((contact.channel ?? "VOICE") !== "VOICE") return;
    if (isOutbound(contact)) await closeCallback(contact);
    else await openCaseOfCall(contact);
  };

  /** A call of ours that reached the person who waits for a call back has done it, whatever its operator clicked. */
  async function closeCallback(contact: Contact): Promise<void> {
    const { personKey, connectedToSystemAt: reachedAt } = contact;
    if (personKey === undefined || reachedAt === undefined) return;
    const waiting = await callbacks.open(programme.id);
    const callback = waiting.find((one) => one.personKey === personKey && one.requestedAt <= reachedAt);
    if (!callback) return;
    const { contactId, initiatedAt } = contact;
    await merged({
      programme: programme.id,
      contactId,
      initiatedAt,
      events: { callsBack: callback.contactId },
    });
    const awaiting = await findCaseOfCall(cases)(programme.id, callback.contactId, callback.requestedAt);
    if (awaiting) await changeCase(cases)(awaiting, (current) => calledBack(current, reachedAt));
    await callbacks.close(callback);
  }

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

  async function merged(said: ContactState): Promise<ContactState> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const kept = await contacts.find(said);
      const joined = kept ? mergeContact(kept, said) : said;
      if (kept && sameContact(kept, joined)) return kept;
      if (await contacts.save(joined, kept)) return joined;
    }
    throw new Unavailable(`Contact ${said.contactId} was written by others ${attempts} times in a row.`);
  }

  async function openCaseOfCall(contact: Contact): Promise<void> {
    const first = isFirstAndAnswered(contact) ? contact : await answeredCallOf(contact);
    if (!first) return;
    const { contactId, initiatedAt: arrivedAt, personKey } = first;
    const kept = (await caseOfNextDay(contact, contactId, arrivedAt)) ?? (await opened());
    if (personKey === undefined) return;
    // A case that a contact event opened learns only from the record who called.
    await changeCase(cases)(kept, (current) =>
      current.personKey === undefined ? { ...current, personKey, version: current.version + 1 } : undefined,
    );

    async function opened(): Promise<Case> {
      const answer = await openCase(cases)({ kind: "call", contactId }, arrivedAt, (receiptNumber) =>
        caseOfCall({ programme: programme.id, receiptNumber, contactId, arrivedAt, personKey }),
      );
      return answer.case;
    }
  }

  /** A call over midnight may have asked to be called back after it, and has its case under that date. */
  async function caseOfNextDay(
    contact: Contact,
    contactId: string,
    arrivedAt: Instant,
  ): Promise<Case | undefined> {
    const last = contact.connectedToAgentAt ?? contact.disconnectedAt ?? arrivedAt;
    if (dateAt(last) === dateAt(arrivedAt)) return undefined;
    return findCaseOf(cases)(programme.id, { kind: "call", contactId }, last);
  }

  /** The first contact of a call that was transferred, once it is known and any of its legs was answered. */
  async function answeredCallOf(contact: Contact): Promise<Contact | undefined> {
    const transferred = contact.previousContactId ?? contact.nextContactId;
    if (transferred === undefined) return undefined;
    const day = (await contacts.ofDay(programme.id, dateAt(contact.initiatedAt))).map(contactOf);
    const callId = contact.initialContactId ?? contact.contactId;
    const { inbound } = callsOf(day, { isOpen: () => true }, 0);
    const answered = inbound.find((call) => call.contactId === callId)?.outcome === "answered";
    return answered ? day.find((leg) => leg.contactId === callId) : undefined;
  }
}

function isFirstAndAnswered(contact: Contact): boolean {
  const first = contact.initialContactId ?? contact.contactId;
  return first === contact.contactId && contact.connectedToAgentAt !== undefined;
}
