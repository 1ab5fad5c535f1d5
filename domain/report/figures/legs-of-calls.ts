import { isOutbound } from "../../contact/call.ts";
import type { Contact } from "../../contact/contact.ts";

/**
 * The records of each call, the earliest first: records that are linked, by whichever chain, are one call's. Links are taken
 * as equal in both directions (a union of sets), so that it does not matter which record of a call is there and which is lost.
 */
export function legsOfCalls(contacts: readonly Contact[]): Contact[][] {
  const known = new Set(contacts.map(({ contactId }) => contactId));
  const above = new Map<string, string>();
  const topOf = (name: string): string => {
    let top = name;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    // Whoever asks again finds it at once.
    for (let one = name; one !== top; ) {
      const next = above.get(one) ?? top;
      above.set(one, top);
      one = next;
    }
    return top;
  };
  for (const contact of contacts) {
    const linked = linkOf(contact, known);
    if (linked === undefined) continue;
    const [one, other] = [topOf(contact.contactId), topOf(linked)];
    if (one !== other) above.set(one, other);
  }
  const calls = Map.groupBy(contacts, ({ contactId }) => topOf(contactId));
  return [...calls.values()].map((legs) => legs.sort(inOrder));
}

/** The record that a leg follows: the one before it, or else the call's first, be it there or not. A call of ours follows none. */
function linkOf(contact: Contact, known: ReadonlySet<string>): string | undefined {
  if (isOutbound(contact)) return undefined;
  const { previousContactId, initialContactId } = contact;
  return previousContactId !== undefined && known.has(previousContactId)
    ? previousContactId
    : initialContactId;
}

function inOrder(one: Contact, other: Contact): number {
  return one.initiatedAt === other.initiatedAt
    ? Number(one.contactId > other.contactId) * 2 - 1
    : one.initiatedAt - other.initiatedAt;
}
