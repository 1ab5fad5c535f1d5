import { expect, test } from "vitest";
import type { ContactState } from "../../../domain/contact/contact.ts";
import { isRecordLate } from "../../../domain/contact/late-record.ts";
import { at } from "../../support/contacts.ts";

const key = { programme: "p", contactId: "c", initiatedAt: at("2024-07-16T10:00") };
const disconnectedAt = at("2024-07-16T10:05");

test.each<[string, string, Omit<ContactState, keyof typeof key>, boolean]>([
  ["ended 29 minutes 59 seconds ago", "10:34:59", { events: { disconnectedAt } }, false],
  ["ended 30 minutes ago", "10:35:00", { events: { disconnectedAt } }, true],
  ["goes on", "23:00:00", { events: {} }, false],
  [
    "has its record",
    "23:00:00",
    { events: { disconnectedAt }, record: { lastUpdatedAt: disconnectedAt, facts: {} } },
    false,
  ],
  [
    "has its record and no event",
    "23:00:00",
    { events: {}, record: { lastUpdatedAt: disconnectedAt, facts: { disconnectedAt } } },
    false,
  ],
])("the record of a contact that %s, at %s, is late: %j %s", (_words, time, state, late) => {
  expect(isRecordLate({ ...key, ...state }, at(`2024-07-16T${time}`))).toBe(late);
});
