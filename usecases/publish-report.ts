import type { Manifest } from "../domain/report/manifest.ts";
import type { ReportPlan } from "../domain/report/report-plan.ts";
import { buildReport, type ReportServices } from "./build-report.ts";
import { Unavailable } from "./ports.ts";

/**
 * Publishes a report as its next revision, whole or not at all. Where nothing has changed since the latest revision,
 * nothing is published and that revision is the answer.
 */
export function publishReport(services: ReportServices) {
  const build = buildReport(services);
  return (plan: ReportPlan): Promise<Manifest> =>
    build(plan, async ({ manifest, files, published }) => {
      if (published) return manifest;
      const done = await services.reports.publish(services.programme.id, plan.report, manifest, files);
      if (!done)
        throw new Unavailable(
          `Revision ${manifest.revision} of ${manifest.report} was published by somebody else meanwhile.`,
        );
      return manifest;
    });
}
