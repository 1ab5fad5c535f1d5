import type { Manifest } from "../../domain/report/contents/manifest.ts";
import type { ReportPlan } from "../../domain/report/plan/report-plan.ts";
import { buildReport, type ReportServices } from "./build-report.ts";
import { type Clock, Unavailable } from "../ports/host.ts";
import type { ReportLog } from "../ports/reports.ts";

/** What a report is published with. */
export interface PublishServices extends ReportServices {
  readonly clock: Clock;
  readonly reportLog: ReportLog;
}

/**
 * Publishes a report as its next revision, whole or not at all: a draft for the desk until a supervisor approves it. Where
 * nothing has changed since the latest revision, nothing is published and that revision is the answer.
 */
export function publishReport(services: PublishServices) {
  const build = buildReport(services);
  return (plan: ReportPlan): Promise<Manifest> =>
    build(plan, async ({ manifest, files, published }) => {
      const { programme, clock, reports, reportLog } = services;
      const { report, revision } = manifest;
      if (!published && !(await reports.publish(programme.id, report, manifest, files)))
        throw new Unavailable(`Revision ${revision} of ${report} was published by somebody else meanwhile.`);
      // Also where it was published before: whoever did it may not have been able to say so.
      await reportLog.append(programme.id, { report, revision, at: clock.now(), what: "built" });
      return manifest;
    });
}
