import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ContactFacts, type ContactState, contactOf } from "../../../domain/contact/contact.ts";
import { mergeContact, sameContact } from "../../../domain/contact/merge-contact.ts";

const key = { programme: "any", contactId: "c-1", initiatedAt: 1_721_091_600_000 };

const facts: fc.Arbitrary<ContactFacts> = fc.record(
  {
    enqueuedAt: fc.integer({ min: 0, max: 3 }),
    connectedToAgentAt: fc.integer({ min: 0, max: 3 }),
    disconnectReason: fc.constantFrom("CUSTOMER_DISCONNECT", "AGENT_DISCONNECT"),
    interactionSeconds: fc.integer({ min: 0, max: 3 }),
    callbackRequested: fc.boolean(),
  },
  { requiredKeys: [] },
);

const states: fc.Arbitrary<ContactState> = fc.oneof(
  facts.map((events) => ({ ...key, events })),
  fc
    .record({ lastUpdatedAt: fc.integer({ min: 0, max: 2 }), facts })
    .map((record) => ({ ...key, events: {}, record })),
);

describe("facts about a contact", () => {
  test("end in the same state in any order and with any repetition", () => {
    fc.assert(
      fc.property(
        fc.array(states, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat({ max: 7 }), { maxLength: 12 }),
        fc.infiniteStream(fc.nat({ max: 1000 })),
        (said, repeats, sortKeys) => {
          const again = [...said, ...repeats.flatMap((index) => said[index] ?? [])]
            .map((state) => ({ state, sortKey: sortKeys.next().value }))
            .sort((one, other) => one.sortKey - other.sortKey)
            .map(({ state }) => state);
          expect(sameContact(again.reduce(mergeContact), said.reduce(mergeContact))).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("may be grouped in any way", () => {
    fc.assert(
      fc.property(states, states, states, (one, two, three) => {
        const left = mergeContact(mergeContact(one, two), three);
        const right = mergeContact(one, mergeContact(two, three));
        expect(sameContact(left, right)).toBe(true);
      }),
    );
  });

  test("of a contact record that was updated later replace the earlier record whole", () => {
    const first = {
      ...key,
      events: {},
      record: { lastUpdatedAt: 1, facts: { holdSeconds: 9, interactionSeconds: 1 } },
    };
    const later = { ...key, events: {}, record: { lastUpdatedAt: 2, facts: { interactionSeconds: 60 } } };
    expect(contactOf(mergeContact(later, first))).toEqual({ ...key, interactionSeconds: 60 });
  });

  test("of contact events fill what no record has said yet, and give way to the record", () => {
    const event = { ...key, events: { enqueuedAt: 5, disconnectReason: "OTHER" } };
    const record = {
      ...key,
      events: {},
      record: { lastUpdatedAt: 9, facts: { disconnectReason: "AGENT_DISCONNECT" } },
    };
    expect(contactOf(mergeContact(event, record))).toEqual({
      ...key,
      enqueuedAt: 5,
      disconnectReason: "AGENT_DISCONNECT",
    });
  });

  test("that arrive twice change nothing", () => {
    const state = { ...key, events: { enqueuedAt: 5 } };
    expect(sameContact(mergeContact(state, state), state)).toBe(true);
    expect(sameContact(mergeContact(state, { ...key, events: { enqueuedAt: 4 } }), state)).toBe(false);
  });
});
