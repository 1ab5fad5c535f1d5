import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";

/** When to tell people, and what. */
export type AlarmPeopleProps = {
  readonly metric: IMetric;
  /** How many of the metric's periods in a row it must be so. @default 1 */
  readonly periods?: number;
  /** Whether no data means that something is wrong. @default no data is no alarm */
  readonly noDataAlarms?: true;
  /** In Japanese: what has happened, and what to do about it. The runbook's page is added. */
  readonly description: string;
  readonly topic: ITopic;
} & ({ readonly atLeast: number } | { readonly below: number });

/** The page that says what to do about each alarm; `docs/runbooks/README.md` lists them all. */
export const alarmRunbook = "docs/runbooks/alarms.md";

/** Tells people that something needs them: the metric has reached a value, or fallen below one. */
export function alarmPeople(scope: Construct, id: string, props: AlarmPeopleProps): void {
  const alarm = new Alarm(scope, id, {
    metric: props.metric,
    alarmDescription: `${props.description} 手順書: ${alarmRunbook}`,
    evaluationPeriods: props.periods ?? 1,
    treatMissingData: props.noDataAlarms ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    ...("below" in props
      ? { threshold: props.below, comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD }
      : {
          threshold: props.atLeast,
          comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        }),
  });
  alarm.addAlarmAction(new SnsAction(props.topic));
}
