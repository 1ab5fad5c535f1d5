import type { ShownAnnouncement } from "../../contract/announcement.ts";
import type { Programme } from "../../domain/programme.ts";
import { clearAnnouncement, setAnnouncement } from "../../usecases/announce.ts";
import type { AnnouncementStore } from "../../usecases/ports/callers.ts";
import type { Refused, RouteHandlers } from "./route-handler.ts";

const otherwiseMeanwhile: Refused = {
  refused: "conflict",
  problem:
    "ほかの人が緊急案内を変えました。入力は残っています。いまの案内を確かめて、もう一度確認してください。",
};

const alreadyOver: Refused = {
  refused: "wrong",
  field: "until",
  problem: "終わりの日時が過ぎています。これからの日時を選んでください。",
};

/** What every caller hears first: who works at the desk may see it, a supervisor sets and ends it. */
export function announcementHandlers({
  programme,
  announcements,
}: {
  readonly programme: Programme;
  readonly announcements: AnnouncementStore;
}): RouteHandlers<"readAnnouncement" | "setAnnouncement" | "endAnnouncement"> {
  /** The announcement that callers hear at an instant. */
  async function inForce(at: number): Promise<ShownAnnouncement | undefined> {
    const kept = await announcements.find(programme.id);
    return kept && at < kept.until ? { text: kept.text, until: kept.until } : undefined;
  }

  return {
    async readAnnouncement({ at }) {
      const announcement = await inForce(at);
      return { answer: { now: at, ...(announcement && { announcement }) } };
    },
    async setAnnouncement({ request: { text, until, seen }, at }) {
      const current = await inForce(at);
      // What this very request has set already is no other's: it may be sent twice.
      if (!isSame(current, seen) && !isSame(current, { text, until })) return otherwiseMeanwhile;
      const set = await setAnnouncement({ programme, clock: { now: () => at }, announcements })({
        text,
        until,
      });
      // All else was looked at by the contract.
      if (!set.ok) return alreadyOver;
      return { answer: { now: at, announcement: { ...set.value } } };
    },
    async endAnnouncement({ request: { seen }, at }) {
      const current = await inForce(at);
      if (current && !isSame(current, seen)) return otherwiseMeanwhile;
      await clearAnnouncement({ programme, announcements })();
      return { answer: { now: at } };
    },
  };
}

function isSame(one: ShownAnnouncement | undefined, other: ShownAnnouncement | null): boolean {
  return one?.text === other?.text && one?.until === other?.until;
}
