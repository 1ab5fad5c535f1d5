import { remindReports } from "../usecases/reports/remind-reports.ts";
import { mailerOf, programmeOf, reportLogOf, specialDaysOf, type World } from "./edge/composition.ts";
import { deployed, handlerOf } from "./edge/handler.ts";

/** Delivers what is approved and still waits, and reminds the supervisors of reports, once a day when the schedule calls. */
export function remindReportsHandler(world: World) {
  const remind = remindReports({
    programme: programmeOf(world),
    clock: world.clock,
    specialDays: specialDaysOf(world),
    reportLog: reportLogOf(world),
    mailer: mailerOf(),
  });
  return handlerOf(world, async (_event: unknown) => {
    const { delivered, reminders } = await remind();
    const reminded = reminders.map(({ report, about }) => ({ report, about }));
    world.log("info", "reports were looked at", { delivered, reminded });
    return { delivered, reminded };
  });
}

export const handler = deployed(remindReportsHandler);
