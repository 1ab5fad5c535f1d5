import type { SpecialDay } from "../../domain/calendar/business-calendar.ts";
import type { SpecialDayStore } from "../../usecases/ports/calendar.ts";
import type { Table } from "./table.ts";

/**
 * Special days in DynamoDB, among a desk's entries: all of a programme lie together and are read by one query.
 *
 *     { programme: "water-desk", entry: "special-day#2024-08-14", kind: "closing", date: "2024-08-14", reason: "庁舎の停電" }
 */
export function dynamoDbSpecialDays(table: Table): SpecialDayStore {
  return {
    async all(programme) {
      const items = await table.query({
        partition: ["programme", programme],
        beginsWith: ["entry", "special-day#"],
      });
      return items.map(({ programme: _programme, entry: _entry, ...day }) => day as SpecialDay);
    },
    async enter(programme, day) {
      await table.put({ programme, entry: `special-day#${day.date}`, ...day });
    },
  };
}
