import type { AuditEntry } from "../../domain/desk/audit.ts";
import type { JapaneseDate } from "../../domain/japan-time.ts";

/** Who read personal data. Entries are only ever added, and go by themselves when their time is up. */
export interface AuditLog {
  /** Adds an entry; one that is there already stays as it is. */
  append(programme: string, entry: AuditEntry): Promise<void>;
  /** The entries of a date, in the order of `inOrderOfAudit`. */
  ofDay(programme: string, date: JapaneseDate): Promise<AuditEntry[]>;
}
