import type { ScheduledEvent } from "aws-lambda";
import { watchDesk } from "../usecases/desk/watch-desk.ts";
import {
  contactsOf,
  deskNowOf,
  environmentOf,
  programmeOf,
  reportLogOf,
  specialDaysOf,
  type World,
} from "./edge/composition.ts";
import { embeddedMetrics } from "./edge/embedded-metrics.ts";
import { deployed, handlerOf } from "./edge/handler.ts";

/** Measures the desk whenever the schedule calls, and writes what it found into the log, where CloudWatch takes it as metrics. */
export function watchDeskHandler(world: World) {
  const programme = programmeOf(world);
  const environment = environmentOf(world);
  const { clock } = world;
  const watch = watchDesk({
    programme,
    clock,
    contacts: contactsOf(world),
    specialDays: specialDaysOf(world),
    reportLog: reportLogOf(world),
    deskNow: deskNowOf(world),
  });
  return handlerOf(world, async (_event: ScheduledEvent): Promise<void> => {
    const measures = await watch();
    world.log(
      "info",
      "the desk was measured",
      embeddedMetrics({ programme: programme.id, environment }, measures, clock.now()),
    );
  });
}

export const handler = deployed(watchDeskHandler);
