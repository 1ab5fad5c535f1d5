import { type AuditEntry, auditKeptUntil, auditPlace } from "../../domain/desk/audit.ts";
import { dateAt } from "../../domain/japan-time.ts";
import type { AuditLog } from "../../usecases/ports/audit.ts";
import { dayKey } from "./day-key.ts";
import type { Table } from "./table.ts";

/**
 * Who read personal data, in DynamoDB: an item each, under the day on which it was read, in order of time.
 *
 *     { day: "water-desk#2024-07-16", place: "1721091600000#<request id>#419848291374", at, staff: "OP01", role: "operator",
 *       action: "readCase", entryId, receiptNumber, expiresAt }
 */
export function dynamoDbAuditLog(table: Table): AuditLog {
  return {
    async append(programme, entry) {
      await table.putIf(
        {
          day: dayKey(programme, dateAt(entry.at)),
          place: `${String(entry.at).padStart(15, "0")}#${auditPlace(entry)}`,
          ...entry,
          expiresAt: Math.ceil(auditKeptUntil(entry) / 1000),
        },
        { expression: "attribute_not_exists(#place)", names: { "#place": "place" } },
      );
    },
    async ofDay(programme, date) {
      const items = await table.query({ partition: ["day", dayKey(programme, date)] });
      return items.map(
        ({ day: _day, place: _place, expiresAt: _expiresAt, ...entry }) => entry as unknown as AuditEntry,
      );
    },
  };
}
