import type { Announcement, AnnouncementStore } from "../../usecases/ports/callers.ts";
import type { Table } from "./table.ts";

const entry = "announcement";

/**
 * The emergency announcement in DynamoDB, among a desk's entries; DynamoDB removes it some time after its end.
 *
 *     { programme: "water-desk", entry: "announcement", text: "本日は…", until, expiresAt }
 */
export function dynamoDbAnnouncements(table: Table): AnnouncementStore {
  return {
    async find(programme) {
      const item = await table.get({ programme, entry });
      return item && ({ text: item["text"], until: item["until"] } as Announcement);
    },
    async set(programme, announcement) {
      const expiresAt = Math.ceil(announcement.until / 1000);
      await table.put({ programme, entry, ...announcement, expiresAt });
    },
    async clear(programme) {
      await table.remove({ programme, entry });
    },
  };
}
