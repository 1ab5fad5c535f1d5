import { expect, test } from "vitest";
import { type AuditEntry, auditKeptUntil, inOrderOfAudit } from "../../../domain/desk/audit.ts";
import { at } from "../../support/contacts.ts";

const entry = (entryId: string, when: string): AuditEntry => ({
  entryId,
  at: at(when),
  staff: "OP01",
  role: "operator",
  action: "readCase",
});

test("an entry is kept for three years of 365 days", () => {
  // The 29 February of 2024 is past, and 2025 to 2027 have none: 365 days each to the next 16 July.
  expect(auditKeptUntil(entry("a", "2024-07-16T10:00"))).toBe(at("2027-07-16T10:00"));
});

test("entries stand in order of time, and those of one instant in order of name", () => {
  const entries = [
    entry("c", "2024-07-16T10:01"),
    entry("b", "2024-07-16T10:00"),
    entry("a", "2024-07-16T10:00"),
  ];
  expect(entries.sort(inOrderOfAudit).map(({ entryId }) => entryId)).toEqual(["a", "b", "c"]);
});
