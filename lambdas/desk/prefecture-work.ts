import {
  casesOf,
  newArchive,
  newDraft,
  programmeOf,
  reportLogOf,
  reportsOf,
  specialDaysOf,
  type World,
} from "../edge/composition.ts";
import { portalHandlers } from "./portal.ts";

/** What the prefecture does: it takes reports, and answers what is asked of it. */
export function prefectureHandlers(world: World) {
  return portalHandlers({
    programme: programmeOf(world),
    clock: world.clock,
    reports: reportsOf(world),
    reportLog: reportLogOf(world),
    cases: casesOf(world),
    specialDays: specialDaysOf(world),
    newDraft,
    newArchive,
  });
}
