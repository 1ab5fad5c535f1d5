import type { ContactFacts, ContactState } from "./contact.ts";

/**
 * Joins two states of one contact. Commutative, associative and idempotent, so any order and any repetition of the same
 * facts ends in the same state.
 *
 * Contact records: the one that was updated last wins whole (Amazon Connect re-sends the complete record); two records of
 * the same instant that differ are decided by their text, so that every reader decides alike.
 * Contact events: each says a little; field by field, the earlier instant, the greater number, the later text.
 */
export function mergeContact(one: ContactState, other: ContactState): ContactState {
  const record = laterRecord(one.record, other.record);
  const { programme, contactId, initiatedAt } = one;
  return {
    programme,
    contactId,
    initiatedAt,
    events: joinFacts(one.events, other.events),
    ...(record && { record }),
  };
}

/** Whether two states say the same, whatever the order of their fields. */
export function sameContact(one: ContactState, other: ContactState): boolean {
  return (
    canonicalText(one.events) === canonicalText(other.events) &&
    one.record?.lastUpdatedAt === other.record?.lastUpdatedAt &&
    canonicalText(one.record?.facts ?? {}) === canonicalText(other.record?.facts ?? {})
  );
}

type ContactRecord = NonNullable<ContactState["record"]>;

function laterRecord(
  one: ContactRecord | undefined,
  other: ContactRecord | undefined,
): ContactRecord | undefined {
  if (!one || !other) return one ?? other;
  if (one.lastUpdatedAt !== other.lastUpdatedAt) return one.lastUpdatedAt > other.lastUpdatedAt ? one : other;
  return canonicalText(one.facts) >= canonicalText(other.facts) ? one : other;
}

type FactValue = NonNullable<ContactFacts[keyof ContactFacts]>;

function joinFacts(one: ContactFacts, other: ContactFacts): ContactFacts {
  const joined = new Map<string, FactValue>(Object.entries(one));
  for (const [field, value] of Object.entries(other) as [string, FactValue][]) {
    const known = joined.get(field);
    joined.set(field, known === undefined ? value : preferred(field, known, value));
  }
  return Object.fromEntries(joined);
}

function preferred(field: string, one: FactValue, other: FactValue): FactValue {
  const lower = one <= other ? one : other;
  const higher = lower === one ? other : one;
  return field.endsWith("At") ? lower : higher;
}

function canonicalText(facts: ContactFacts): string {
  return JSON.stringify(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
