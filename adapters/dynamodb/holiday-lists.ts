import type { HolidayListStore, KeptHolidayList } from "../../usecases/ports/calendar.ts";
import type { Table } from "./table.ts";

const entry = "holiday-list";

/**
 * The last sound list of holidays in DynamoDB, among a desk's entries: about 22 kB of the 400 that an item may have.
 *
 *     { programme: "water-desk", entry: "holiday-list", fetchedAt, bytes }
 */
export function dynamoDbHolidayLists(table: Table): HolidayListStore {
  return {
    async last(programme) {
      const item = await table.get({ programme, entry });
      return item && ({ fetchedAt: item["fetchedAt"], bytes: item["bytes"] } as KeptHolidayList);
    },
    async keep(programme, list) {
      await table.put({ programme, entry, ...list });
    },
  };
}
