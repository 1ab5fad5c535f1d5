import { formatMinute, parseInstant } from "../../domain/japan-time.ts";
import { announcementLogOf, announcementsOf } from "../../lambdas/edge/composition.ts";
import { clearAnnouncement, setAnnouncement } from "../../usecases/calendar/announce.ts";
import type { Clock } from "../../usecases/ports/host.ts";
import type { LocalService } from "../local-service.ts";
import { deskClock } from "./desk-clock.ts";
import { commonOptions, done, readWords, type Verb, wrongUse } from "./verb.ts";
import { withService } from "./with-service.ts";

const options = { ...commonOptions, until: { type: "string" } } as const;

export const announcementSet: Verb = {
  name: "announcement set",
  help: `announcement set TEXT --until INSTANT
Sets what every caller hears first, until it ends; no deployment is needed. An earlier announcement is replaced.
INSTANT such as 2024-07-16T17:00 (Japan time).`,
  async run(words) {
    const read = readWords(words, ["TEXT"], options);
    if (!read.ok) return wrongUse(read.problem);
    const { positionals, values } = read.value;
    if (values.until === undefined)
      return wrongUse("--until INSTANT is missing: say when the announcement ends.");
    const until = parseInstant(values.until);
    if (!until.ok) return wrongUse(until.problem);
    return withService(values.programme, async (service) => {
      const clock = await deskClock(service);
      const set = await setAnnouncement(servicesOf(service, clock))({
        text: positionals[0] ?? "",
        until: until.value,
      });
      if (!set.ok) return wrongUse(set.problem);
      return done(`緊急案内（${formatMinute(set.value.until)} まで）: ${set.value.text}`);
    });
  },
};

export const announcementClear: Verb = {
  name: "announcement clear",
  help: `announcement clear
Ends the announcement that every caller hears first.`,
  async run(words) {
    const read = readWords(words, [], commonOptions);
    if (!read.ok) return wrongUse(read.problem);
    return withService(read.value.values.programme, async (service) => {
      await clearAnnouncement(servicesOf(service, await deskClock(service)))();
      return done("緊急案内: なし");
    });
  },
};

function servicesOf(service: LocalService, clock: Clock) {
  const world = service.worldAt(clock);
  return {
    programme: service.programme,
    clock,
    announcements: announcementsOf(world),
    announcementLog: announcementLogOf(world),
  };
}
