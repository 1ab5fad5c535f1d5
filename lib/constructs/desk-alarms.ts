import { MathExpression, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { recordAwaitedMinutes } from "../../domain/contact/late-record.ts";
import type { Programme } from "../../domain/programme.ts";
import { alarmPeople } from "./alarm-people.ts";
import { type DeskMetrics, measuredEvery } from "./desk-metrics.ts";

/** Before so many calls of a day, one missed call would sink the answer rate, and nobody is told of it. */
const fewestCallsToJudge = 20;

/** A caller who waits for so long is more than the ordinary queue of a busy minute. */
export const longestWaitSeconds = 300;

/** Of what people are told, and where. */
export interface DeskAlarmsProps {
  readonly programme: Programme;
  readonly metric: DeskMetrics;
  readonly topic: ITopic;
}

/**
 * The alarms that stand on the desk's measures. The identifiers are the alarms' names in the runbooks. Nothing is judged
 * where nothing was measured, but for the last: it says that nothing is measured.
 */
export function addDeskAlarms(scope: Construct, { programme, metric, topic }: DeskAlarmsProps): void {
  const targetPercent = targetPercentOf(programme);
  alarmPeople(scope, "AnswerRateLow", {
    metric: new MathExpression({
      expression: `IF(offered >= ${fewestCallsToJudge}, rate, 100)`,
      usingMetrics: { offered: metric("CallsOffered"), rate: metric("AnswerRate") },
      period: measuredEvery,
      label: `応答率（${fewestCallsToJudge}件から判断）`,
    }),
    below: targetPercent,
    periods: 3,
    description: `今日のこれまでの応答率が、目標の${inWords(targetPercent)}％を15分続けて下回っています（受電が${fewestCallsToJudge}件以上のとき）。`,
    topic,
  });
  alarmPeople(scope, "WaitTooLong", {
    metric: metric("LongestWait"),
    atLeast: longestWaitSeconds,
    description: `${longestWaitSeconds}秒以上待っている人がいます。`,
    topic,
  });
  alarmPeople(scope, "NobodyStaffed", {
    metric: metric("OperatorsStaffed"),
    below: 1,
    periods: 2,
    description: "受付時間内なのに、電話を受けられるオペレータが10分続けて1人もいません。",
    topic,
  });
  alarmPeople(scope, "RecordsLate", {
    metric: metric("ContactRecordsLate"),
    atLeast: 1,
    description: `終わって${recordAwaitedMinutes}分を過ぎても、記録が届かない応対があります。`,
    topic,
  });
  alarmPeople(scope, "ReportOverdue", {
    metric: metric("ReportsOverdue"),
    atLeast: 1,
    description: "提出の期限を過ぎても、承認と通知が済んでいない定例報告があります。",
    topic,
  });
  alarmPeople(scope, "WatchSilent", {
    metric: metric("CallersWaiting", undefined, Stats.SAMPLE_COUNT),
    below: 1,
    periods: 3,
    noDataAlarms: true,
    description: "見張りが15分続けて何も測っていません。ほかのアラームも鳴らない状態です。",
    topic,
  });
}

/** The target of the answer rate, made of the setting as the measure is made of the figure: equal is not below. */
export function targetPercentOf({ report }: Pick<Programme, "report">): number {
  return report.targets.answerRate * 100;
}

/** With one digit after the point where it has one. */
export function inWords(percent: number): string {
  return String(Number(percent.toFixed(1)));
}
