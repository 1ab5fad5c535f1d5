import { type Case, caseOfCall } from "../../domain/case/case.ts";
import { callsOf } from "../../domain/contact/call.ts";
import { type Contact, contactOf } from "../../domain/contact/contact.ts";
import { dateAt } from "../../domain/japan-time.ts";
import { changeCase } from "./change-case.ts";
import { findCaseOf, openCase } from "./open-case.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { ContactStore } from "../ports/contacts.ts";

/**
 * Opens the case of a call that reached an operator, once, and names its person as soon as that is known. A contact of a
 * call that has not, or of one whose first contact is not known yet, opens none.
 */
export function ensureCaseOfCall(services: { readonly contacts: ContactStore; readonly cases: CaseStore }) {
  const { contacts, cases } = services;

  return async (contact: Contact): Promise<void> => {
    const first = isFirstAndAnswered(contact) ? contact : await answeredCallOf(contact);
    if (!first) return;
    const kept = (await caseOfNextDay(contact, first)) ?? (await caseOf(first)) ?? (await opened(first));
    const { personKey } = first;
    if (personKey === undefined) return;
    // A case that a contact event opened learns only from the record who called.
    await changeCase(cases)(kept, (current) =>
      current.personKey === undefined ? { ...current, personKey, version: current.version + 1 } : undefined,
    );
  };

  /** It is looked for before it is opened: a refused opening costs a write, which costs five reads. */
  async function caseOf({ programme, contactId, initiatedAt }: Contact): Promise<Case | undefined> {
    return findCaseOf(cases)(programme, { kind: "call", contactId }, initiatedAt);
  }

  async function opened({ programme, contactId, initiatedAt: arrivedAt, personKey }: Contact): Promise<Case> {
    const answer = await openCase(cases)({ kind: "call", contactId }, arrivedAt, (receiptNumber) =>
      caseOfCall({ programme, receiptNumber, contactId, arrivedAt, personKey }),
    );
    return answer.case;
  }

  /** A call over midnight may have asked to be called back after it, and has its case under that date. */
  async function caseOfNextDay(contact: Contact, first: Contact): Promise<Case | undefined> {
    const last = contact.connectedToAgentAt ?? contact.disconnectedAt ?? first.initiatedAt;
    if (dateAt(last) === dateAt(first.initiatedAt)) return undefined;
    return findCaseOf(cases)(first.programme, { kind: "call", contactId: first.contactId }, last);
  }

  /** The first contact of a call that was transferred, once it is known and any of its legs was answered. */
  async function answeredCallOf(contact: Contact): Promise<Contact | undefined> {
    const transferred = contact.previousContactId ?? contact.nextContactId;
    if (transferred === undefined) return undefined;
    const day = (await contacts.ofDay(contact.programme, dateAt(contact.initiatedAt))).map(contactOf);
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
