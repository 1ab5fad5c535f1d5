import { type AuditEntry, auditPlace, inOrderOfAudit } from "../../domain/desk/audit.ts";
import { dateAt } from "../../domain/japan-time.ts";
import type { AuditLog } from "../../usecases/ports/audit.ts";

export function memoryAuditLog(): AuditLog {
  const kept = new Map<string, Map<string, AuditEntry>>();
  return {
    append: async (programme, entry) => {
      const entries = kept.get(programme) ?? new Map<string, AuditEntry>();
      const place = auditPlace(entry);
      if (!entries.has(place)) entries.set(place, entry);
      kept.set(programme, entries);
    },
    ofDay: async (programme, date) =>
      [...(kept.get(programme)?.values() ?? [])].filter(({ at }) => dateAt(at) === date).sort(inOrderOfAudit),
  };
}
