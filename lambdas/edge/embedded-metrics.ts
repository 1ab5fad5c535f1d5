import type { Instant } from "../../domain/japan-time.ts";
import { type DeskMeasures, measuresNamespace, measureUnits } from "../../domain/watch/desk-measures.ts";

/** Of which desk. */
export interface MeasuredDesk {
  readonly programme: string;
  readonly environment: string;
}

/** The dimensions under which each measure is found. */
const dimensions = ["Programme", "Environment"];

/**
 * Fields of a log line from which CloudWatch Logs makes metrics, with no permission but to write the log (CloudWatch
 * user guide, "Specification: Embedded metric format"). Lambda may write a time and a request id before the line.
 */
export function embeddedMetrics(
  { programme, environment }: MeasuredDesk,
  measures: DeskMeasures,
  at: Instant,
): Readonly<Record<string, unknown>> {
  const metrics = Object.entries(measureUnits)
    .filter(([name]) => Object.hasOwn(measures, name))
    .map(([name, unit]) => ({ Name: name, Unit: unit }));
  return {
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [{ Namespace: measuresNamespace, Dimensions: [dimensions], Metrics: metrics }],
    },
    Programme: programme,
    Environment: environment,
    ...measures,
  };
}
