import * as v from "valibot";
import { reconcileNightly } from "../usecases/reports/reconcile-nightly.ts";
import { fingerprint, type World } from "./edge/composition.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { awsInstant } from "./edge/instant.ts";
import { countedReportServicesOf } from "./edge/report-services.ts";

const schedule = v.object({ time: awsInstant });

/**
 * Reconciles the running month and the last published one whenever the schedule calls; the job fails where a figure is not
 * what the records say, with the contacts among which the difference lies.
 */
export function reconcileReportHandler(world: World) {
  const reconcile = reconcileNightly({ ...countedReportServicesOf(world), sha256: fingerprint });
  return handlerOf(world, async (event: unknown) => {
    const { reconciled, problems } = await reconcile(v.parse(schedule, event).time);
    world.log("info", "reports were reconciled", { reconciled });
    if (problems.length > 0) throw new Error(problems.join(" "));
    return { reconciled };
  });
}

export const handler = deployed(reconcileReportHandler);
