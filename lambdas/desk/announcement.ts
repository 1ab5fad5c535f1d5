import type { ShownAnnouncement, ShownSaidAnnouncement } from "../../contract/announcement.ts";
import type { SaidAnnouncement } from "../../domain/announcement-log.ts";
import {
  type AnnounceServices,
  clearAnnouncement,
  pastAnnouncements,
  setAnnouncement,
} from "../../usecases/calendar/announce.ts";
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

/** So many that were said are shown. */
const shownSaid = 50;

/** What every caller hears first: who works at the desk may see it and who set it, a supervisor sets and ends it. */
export function announcementHandlers(
  parts: Omit<AnnounceServices, "clock">,
): RouteHandlers<"readAnnouncement" | "setAnnouncement" | "listSaidAnnouncements" | "endAnnouncement"> {
  const { programme, announcements } = parts;

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
    async setAnnouncement({ request: { text, until, seen }, by: { staff }, at }) {
      const current = await inForce(at);
      // What this very request has set already is no other's: it may be sent twice.
      if (isSame(current, { text, until })) return { answer: { now: at, announcement: { text, until } } };
      if (!isSame(current, seen)) return otherwiseMeanwhile;
      const set = await setAnnouncement({ ...parts, clock: { now: () => at } })({ text, until }, staff);
      // All else was looked at by the contract.
      if (!set.ok) return alreadyOver;
      return { answer: { now: at, announcement: { ...set.value } } };
    },
    async listSaidAnnouncements({ at }) {
      const said = (await pastAnnouncements(parts)()).slice(0, shownSaid);
      return { answer: { said: said.map((one) => shownSaidAt(one, at)) } };
    },
    async endAnnouncement({ request: { seen }, by: { staff }, at }) {
      const current = await inForce(at);
      if (current && !isSame(current, seen)) return otherwiseMeanwhile;
      await clearAnnouncement({ ...parts, clock: { now: () => at } })(staff);
      return { answer: { now: at } };
    },
  };
}

function shownSaidAt(said: SaidAnnouncement, at: number): ShownSaidAnnouncement {
  return { ...said, end: said.end === "ran-out" && at < said.until ? "in-force" : said.end };
}

function isSame(one: ShownAnnouncement | undefined, other: ShownAnnouncement | null): boolean {
  return one?.text === other?.text && one?.until === other?.until;
}
