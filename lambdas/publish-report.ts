import * as v from "valibot";
import { dateOfDay, dayNumberOf, monthAt, parseMonth } from "../domain/japan-time.ts";
import { planNamed } from "../domain/report/plan/plan-named.ts";
import { publishReport } from "../usecases/reports/publish-report.ts";
import type { World } from "./edge/composition.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { awsInstant } from "./edge/instant.ts";
import { publishServicesOf } from "./edge/report-services.ts";

/** The schedule names the report where it is not simply that of the month before; by hand, a month may be named as well. */
const order = v.object({
  report: v.optional(v.string()),
  month: v.optional(v.string()),
  time: v.optional(awsInstant),
});

/**
 * Publishes the report that is named, such as `weekly/2024-07-01`, or that of the month that is named or has ended when the
 * schedule calls. Called again, it publishes nothing new: a report is known by its name, a revision by its content.
 */
export function publishReportHandler(world: World) {
  const services = publishServicesOf(world);
  const publish = publishReport(services);
  return handlerOf(world, async (event: unknown): Promise<{ report: string; revision: number }> => {
    const plan = planNamed(services.programme, nameOf(v.parse(order, event)));
    if (!plan.ok) throw new Error(plan.problem);
    const { report, revision } = await publish(plan.value);
    world.log("info", "a report was published", { report, revision });
    return { report, revision };
  });
}

function nameOf({ report, month, time }: v.InferOutput<typeof order>): string {
  if (report !== undefined) return report;
  if (month === undefined && time !== undefined)
    return `monthly/${dateOfDay(dayNumberOf(`${monthAt(time)}-01`) - 1).slice(0, 7)}`;
  const named = parseMonth(month ?? "");
  if (!named.ok) throw new Error(named.problem);
  return `monthly/${named.value}`;
}

export const handler = deployed(publishReportHandler);
