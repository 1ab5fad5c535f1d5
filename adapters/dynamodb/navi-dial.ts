import type { NaviDialCount } from "../../domain/report/navi-dial.ts";
import type { NaviDialStore } from "../../usecases/ports/reports.ts";
import type { Table } from "./table.ts";

/**
 * Navi-Dial's own figures in DynamoDB, among a desk's entries: all of a programme lie together and are read by one query.
 *
 *     { programme: "water-desk", entry: "navi-dial#2024-07", month: "2024-07", busy: 12, closed: 34, enteredAt, enteredBy: "SV01" }
 */
export function dynamoDbNaviDial(table: Table): NaviDialStore {
  return {
    async all(programme) {
      const items = await table.query({
        partition: ["programme", programme],
        beginsWith: ["entry", "navi-dial#"],
      });
      return items.map(
        ({ programme: _programme, entry: _entry, ...count }) => count as unknown as NaviDialCount,
      );
    },
    async enter(programme, count) {
      await table.put({ programme, entry: `navi-dial#${count.month}`, ...count });
    },
  };
}
