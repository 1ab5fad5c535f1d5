import type { Callback } from "../../domain/callback/callback.ts";
import { answeredBy, endedCallbacksOf } from "../../domain/callback/ended-callback.ts";
import { calledBack } from "../../domain/case/case.ts";
import type { Contact } from "../../domain/contact/contact.ts";
import type { Instant } from "../../domain/japan-time.ts";
import { changeCase } from "../cases/change-case.ts";
import { keepContact } from "../kept/keep-contact.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { ContactStore } from "../ports/contacts.ts";
import { findAwaitingCase } from "./case-of-callback.ts";
import { type EndingCallbacks, endCallback } from "./end-callback.ts";

/**
 * Closes the call back of a person whom a call of ours has reached, whatever its operator clicked: the call is tied to the
 * call that asked, the case awaits nothing more, and the number is gone. Where the operator was faster, or the record is late,
 * the call is tied to the call back that was owed when it reached the person. Safe to repeat; any other call of ours changes
 * nothing.
 */
export function closeCallback(
  services: EndingCallbacks & { readonly contacts: ContactStore; readonly cases: CaseStore },
) {
  const { contacts, cases, callbacks, endedCallbacks } = services;
  const end = endCallback(services);
  return async (call: Contact): Promise<void> => {
    const { programme, personKey, connectedToSystemAt: reachedAt } = call;
    if (personKey === undefined || reachedAt === undefined) return;
    const callback = await callbacks.find(programme, personKey);
    if (callback && callback.requestedAt <= reachedAt) await closed(callback, call, reachedAt);
    else if (call.callsBack === undefined) await tiedToEnded(programme, personKey, call, reachedAt);
  };

  async function closed(callback: Callback, call: Contact, reachedAt: Instant): Promise<void> {
    if (callback.inquiryReceivedAt === undefined) await tied(call, callback.contactId);
    const awaiting = await findAwaitingCase(cases)(callback);
    if (awaiting) await changeCase(cases)(awaiting, (current) => calledBack(current, reachedAt));
    await end(callback, reachedAt);
  }

  async function tiedToEnded(
    programme: string,
    personKey: string,
    call: Contact,
    reachedAt: Instant,
  ): Promise<void> {
    const ended = await endedCallbacks.all(programme, endedCallbacksOf(personKey));
    const answered = answeredBy(ended, reachedAt);
    if (answered) await tied(call, answered.contactId);
  }

  async function tied({ programme, contactId, initiatedAt }: Contact, callsBack: string): Promise<void> {
    await keepContact(contacts)({ programme, contactId, initiatedAt, events: { callsBack } });
  }
}
