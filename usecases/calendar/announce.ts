import {
  type AnnouncementEvent,
  announcementsSaid,
  type SaidAnnouncement,
} from "../../domain/announcement-log.ts";
import { formatMinute } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { appendToLog, type EventLog } from "../kept/append-to-log.ts";
import type { Announcement, AnnouncementStore } from "../ports/callers.ts";
import type { Clock } from "../ports/host.ts";

/** About 30 seconds of speech: every caller pays for it, on every call. */
const longestText = 150;

/** What an announcement is set and cleared with. */
export interface AnnounceServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly announcements: AnnouncementStore;
  readonly announcementLog: EventLog<AnnouncementEvent>;
}

/**
 * Sets the emergency announcement that every caller hears first, from now until its end time; no deployment is needed. Who sets
 * it, by staff code, is written down before anybody hears it (decision 0026).
 */
export function setAnnouncement({ programme, clock, announcements, announcementLog }: AnnounceServices) {
  return async (announcement: Announcement, by?: string): Promise<Result<Announcement>> => {
    const text = announcement.text.trim();
    if (text === "") return failure("The announcement is empty: write what callers are to hear.");
    if (text.length > longestText)
      return failure(`The announcement has ${text.length} characters: shorten it to ${longestText}.`);
    if (/[<>]/.test(text))
      return failure("The announcement holds < or >, which no voice can say: leave them out.");
    const now = clock.now();
    if (announcement.until <= now)
      return failure(
        `It is ${formatMinute(now)} already: give the announcement an end time that is to come.`,
      );
    const checked = { text, until: announcement.until };
    await appendToLog<AnnouncementEvent>(announcementLog, programme.id, {
      ...checked,
      ...doneBy(by),
      at: now,
      what: "set",
    });
    await announcements.set(programme.id, checked);
    return success(checked);
  };
}

/** Ends the emergency announcement at once and writes down who did; where there is none, nothing happens. */
export function clearAnnouncement({ programme, clock, announcements, announcementLog }: AnnounceServices) {
  return async (by?: string): Promise<void> => {
    const now = clock.now();
    const current = await announcements.find(programme.id);
    if (current && now < current.until) {
      const { text, until } = current;
      await appendToLog<AnnouncementEvent>(announcementLog, programme.id, {
        text,
        until,
        ...doneBy(by),
        at: now,
        what: "ended",
      });
    }
    await announcements.clear(programme.id);
  };
}

/** What callers have heard, the latest first; the one that is heard now is among them. */
export function pastAnnouncements({
  programme,
  announcementLog,
}: Pick<AnnounceServices, "programme" | "announcementLog">) {
  return async (): Promise<SaidAnnouncement[]> =>
    announcementsSaid(await announcementLog.all(programme.id)).reverse();
}

function doneBy(by: string | undefined): { readonly by?: string } {
  return by === undefined ? {} : { by };
}
