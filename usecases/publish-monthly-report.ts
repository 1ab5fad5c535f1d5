import type { JapaneseMonth } from "../domain/japan-time.ts";
import type { Manifest } from "../domain/report/manifest.ts";
import { type Result, success } from "../domain/result.ts";
import { buildMonthlyReport, type ReportServices, reportOf } from "./build-monthly-report.ts";
import { Unavailable } from "./ports.ts";

/**
 * Publishes a month's report as its next revision, whole or not at all. Where nothing has changed since the latest
 * revision, nothing is published and that revision is the answer.
 */
export function publishMonthlyReport(services: ReportServices) {
  const build = buildMonthlyReport(services);
  return async (month: JapaneseMonth): Promise<Result<Manifest>> => {
    const built = await build(month);
    if (!built.ok) return built;
    const { manifest, files, published } = built.value;
    if (published) return success(manifest);
    const done = await services.reports.publish(services.programme.id, reportOf(month), manifest, files);
    if (!done)
      throw new Unavailable(
        `Revision ${manifest.revision} of ${manifest.report} was published by somebody else meanwhile.`,
      );
    return success(manifest);
  };
}
