import type { ReceiptNumber } from "../case/receipt-number.ts";
import { type Instant, millisPerDay } from "../japan-time.ts";
import type { DeskRole } from "./desk-role.ts";

/**
 * 閲覧記録: that somebody read personal data (docs/architecture.md, rule 7). It says who, when, by which action and of which
 * case, and never what was read.
 */
export interface AuditEntry {
  /** Names the request, so that one that is repeated by the network is one entry. */
  readonly entryId: string;
  readonly at: Instant;
  /** A staff code. */
  readonly staff: string;
  readonly role: DeskRole;
  /** The name of the route that was asked, such as `readCase`. */
  readonly action: string;
  /** Absent where what was read belongs to no case. */
  readonly receiptNumber?: ReceiptNumber;
}

/** Three years: a misuse may be asked about long after the contract. The specification names no time; decision 0021. */
const keptDays = 3 * 365;

/** The first instant at which an entry need not be kept any more. */
export function auditKeptUntil({ at }: AuditEntry): Instant {
  return at + keptDays * millisPerDay;
}

/** The order in which entries are read: by time, and then by name. */
export function inOrderOfAudit(one: AuditEntry, other: AuditEntry): number {
  if (one.at !== other.at) return one.at - other.at;
  return auditPlace(one) < auditPlace(other) ? -1 : 1;
}

/** What tells an entry from the others of one instant. */
export function auditPlace({ entryId, receiptNumber = "" }: AuditEntry): string {
  return `${entryId}#${receiptNumber}`;
}
