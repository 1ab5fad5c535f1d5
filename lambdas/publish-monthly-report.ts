import * as v from "valibot";
import { dateOfDay, dayNumberOf, monthAt, parseMonth } from "../domain/japan-time.ts";
import { publishMonthlyReport } from "../usecases/publish-monthly-report.ts";
import {
  casesOf,
  contactsOf,
  fingerprint,
  programmeOf,
  reportsOf,
  specialDaysOf,
  type World,
} from "./edge/composition.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { awsInstant } from "./edge/instant.ts";

/** The schedule names a month where it is not simply the month before. */
const order = v.object({ month: v.optional(v.string()), time: v.optional(awsInstant) });

/** Publishes the report of the month that has ended when the schedule calls, or of the month that it names. */
export function publishMonthlyReportHandler(world: World) {
  const publish = publishMonthlyReport({
    programme: programmeOf(world),
    contacts: contactsOf(world),
    cases: casesOf(world),
    specialDays: specialDaysOf(world),
    reports: reportsOf(world),
    sha256: fingerprint,
  });
  return handlerOf(world, async (event: unknown): Promise<{ report: string; revision: number }> => {
    const month = monthOf(v.parse(order, event));
    const manifest = await publish(month);
    if (!manifest.ok) throw new Error(manifest.problem);
    world.log("info", "a report was published", {
      report: manifest.value.report,
      revision: manifest.value.revision,
    });
    return { report: manifest.value.report, revision: manifest.value.revision };
  });
}

function monthOf({ month, time }: v.InferOutput<typeof order>): string {
  if (month === undefined && time !== undefined)
    return dateOfDay(dayNumberOf(`${monthAt(time)}-01`) - 1).slice(0, 7);
  const named = parseMonth(month ?? "");
  if (!named.ok) throw new Error(named.problem);
  return named.value;
}

export const handler = deployed(publishMonthlyReportHandler);
