import { expect, test } from "vitest";
import type { AuditEntry } from "../../domain/desk/audit.ts";
import type { AuditLog } from "../../usecases/ports/audit.ts";
import { at } from "../support/contacts.ts";

/** What every audit log promises. */
export function auditLogContract(log: () => AuditLog, newProgramme: () => string): void {
  const entry = (entryId: string, when: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
    entryId,
    at: at(when),
    staff: "OP01",
    role: "operator",
    action: "readCase",
    receiptNumber: "419848291374",
    ...more,
  });

  test("entries of a day are read as they were written, in order of time, and those of no other programme", async () => {
    const [programme, other] = [newProgramme(), newProgramme()];
    const late = entry("a", "2024-07-16T23:59:59");
    const { receiptNumber: _none, ...ofNoCase } = entry("b", "2024-07-16T09:00");
    await log().append(programme, late);
    await log().append(programme, ofNoCase);
    await log().append(programme, entry("c", "2024-07-17T00:00"));
    await log().append(other, entry("d", "2024-07-16T10:00"));
    expect(await log().ofDay(programme, "2024-07-16")).toEqual([ofNoCase, late]);
  });

  test("an entry that is written again stays as it was; one request about two cases is two entries", async () => {
    const programme = newProgramme();
    const first = entry("a", "2024-07-16T10:00");
    await log().append(programme, first);
    await log().append(programme, { ...first, staff: "SV01" });
    await log().append(programme, { ...first, receiptNumber: "419800000017" });
    const entries = await log().ofDay(programme, "2024-07-16");
    expect(entries).toHaveLength(2);
    expect(entries).toContainEqual(first);
  });
}
