import { formatMinute } from "../domain/japan-time.ts";
import type { Programme } from "../domain/programme.ts";
import { failure, type Result, success } from "../domain/result.ts";
import type { Announcement, AnnouncementStore } from "./ports/callers.ts";
import type { Clock } from "./ports/host.ts";

/** About 30 seconds of speech: every caller pays for it, on every call. */
const longestText = 150;

/** What an announcement is set and cleared with. */
export interface AnnounceServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly announcements: AnnouncementStore;
}

/** Sets the emergency announcement that every caller hears first, from now until its end time; no deployment is needed. */
export function setAnnouncement({ programme, clock, announcements }: AnnounceServices) {
  return async (announcement: Announcement): Promise<Result<Announcement>> => {
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
    await announcements.set(programme.id, checked);
    return success(checked);
  };
}

/** Ends the emergency announcement at once; where there is none, nothing happens. */
export function clearAnnouncement({
  programme,
  announcements,
}: Pick<AnnounceServices, "programme" | "announcements">) {
  return (): Promise<void> => announcements.clear(programme.id);
}
