import { calledBack } from "../../domain/case/case.ts";
import type { Contact } from "../../domain/contact/contact.ts";
import { findAwaitingCase } from "./case-of-callback.ts";
import { changeCase } from "../cases/change-case.ts";
import { keepContact } from "../kept/keep-contact.ts";
import type { CallbackStore } from "../ports/callers.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { ContactStore } from "../ports/contacts.ts";

/**
 * Closes the call back of a person whom a call of ours has reached, whatever its operator clicked: the call is tied to the
 * call that asked, the case awaits nothing more, and the number is gone. Safe to repeat; any other call of ours changes nothing.
 */
export function closeCallback(services: {
  readonly contacts: ContactStore;
  readonly cases: CaseStore;
  readonly callbacks: CallbackStore;
}) {
  const { contacts, cases, callbacks } = services;
  return async (call: Contact): Promise<void> => {
    const { programme, contactId, initiatedAt, personKey, connectedToSystemAt: reachedAt } = call;
    if (personKey === undefined || reachedAt === undefined) return;
    const callback = await callbacks.find(programme, personKey);
    if (!callback || callback.requestedAt > reachedAt) return;
    if (callback.inquiryReceivedAt === undefined)
      await keepContact(contacts)({
        programme,
        contactId,
        initiatedAt,
        events: { callsBack: callback.contactId },
      });
    const awaiting = await findAwaitingCase(cases)(callback);
    if (awaiting) await changeCase(cases)(awaiting, (current) => calledBack(current, reachedAt));
    await callbacks.close(callback);
  };
}
