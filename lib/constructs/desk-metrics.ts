import { Duration } from "aws-cdk-lib";
import { Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import { type MeasureName, measuresNamespace } from "../../domain/watch/desk-measures.ts";

/** How often the desk is measured, and the period of every metric and alarm that stands on it. */
export const measuredEvery = Duration.minutes(5);

/** The measures of one programme in one environment, as metrics of CloudWatch. */
export function deskMetrics(programme: string, environment: string) {
  return (measure: MeasureName, label?: string, statistic: string = Stats.MAXIMUM): Metric =>
    new Metric({
      namespace: measuresNamespace,
      metricName: measure,
      dimensionsMap: { Programme: programme, Environment: environment },
      statistic,
      period: measuredEvery,
      ...(label !== undefined && { label }),
    });
}

export type DeskMetrics = ReturnType<typeof deskMetrics>;
