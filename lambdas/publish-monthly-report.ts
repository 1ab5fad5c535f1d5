import * as v from "valibot";
import { dateOfDay, dayNumberOf, monthAt, parseMonth } from "../domain/japan-time.ts";
import { monthlyPlan } from "../domain/report/report-plan.ts";
import { publishReport } from "../usecases/publish-report.ts";
import {
  casesOf,
  contactsOf,
  newDraft,
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
  const programme = programmeOf(world);
  const publish = publishReport({
    programme,
    contacts: contactsOf(world),
    cases: casesOf(world),
    specialDays: specialDaysOf(world),
    reports: reportsOf(world),
    newDraft,
  });
  return handlerOf(world, async (event: unknown): Promise<{ report: string; revision: number }> => {
    const month = monthOf(v.parse(order, event));
    const plan = monthlyPlan(programme, month);
    if (!plan.ok) throw new Error(plan.problem);
    const { report, revision } = await publish(plan.value);
    world.log("info", "a report was published", { report, revision });
    return { report, revision };
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
