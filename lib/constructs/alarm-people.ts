import { ComparisonOperator, type Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";

/** When to tell people, and what. */
export interface AlarmPeopleProps {
  readonly metric: Metric;
  /** The alarm is raised when the metric reaches this in one of its periods; no data is no alarm. */
  readonly atLeast: number;
  /** What has happened, and what to do about it. */
  readonly description: string;
  readonly topic: ITopic;
}

/** Tells people that something needs them. */
export function alarmPeople(scope: Construct, id: string, props: AlarmPeopleProps): void {
  const alarm = props.metric.createAlarm(scope, id, {
    alarmDescription: props.description,
    threshold: props.atLeast,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(props.topic));
}
