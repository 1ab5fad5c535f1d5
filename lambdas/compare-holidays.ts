import { compareHolidays } from "../usecases/calendar/compare-holidays.ts";
import { holidayListsOf, programmeOf, publishedHolidaysOf, type World } from "./edge/composition.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { warningsTo } from "./edge/log.ts";

/** Compares our holidays with the published list, once a day; the job fails where a date differs or no list can be had. */
export function compareHolidaysHandler(world: World) {
  const compare = compareHolidays({
    programme: programmeOf(world),
    clock: world.clock,
    published: publishedHolidaysOf(world),
    lists: holidayListsOf(world),
    warn: warningsTo(world.log),
  });
  return handlerOf(world, async (): Promise<void> => {
    const compared = await compare();
    if (!compared.ok) throw new Error(compared.problem);
    const { lastYear, hasNewYear } = compared.value;
    if (hasNewYear)
      world.log("warn", "a new year of holidays is published: run npm run holidays", { lastYear });
    else world.log("info", "holidays agree with the published list", { lastYear });
  });
}

export const handler = deployed(compareHolidaysHandler);
