import { Duration, Stack, type StackProps, TimeZone, Validations } from "aws-cdk-lib";
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Programme } from "../domain/programme.ts";
import { wildcardFinding } from "./constructs/wildcard-finding.ts";
import { type ReportSchedule, reportSchedules } from "./report-schedules.ts";

/** Whose reports are made, by which function, and where failed starts are kept. */
export interface ReportsStackProps extends StackProps {
  readonly programme: Programme;
  readonly publishMonthlyReport: IFunction;
  readonly undelivered: IQueue;
}

/** When reports are made. The schedules end by themselves with the contract. */
export class ReportsStack extends Stack {
  constructor(scope: Construct, id: string, props: ReportsStackProps) {
    super(scope, id, props);
    for (const schedule of reportSchedules(props.programme)) this.addSchedule(schedule, props);
    Validations.of(this).acknowledge({
      id: wildcardFinding(props.publishMonthlyReport, props.publishMonthlyReport.functionArn, ":*"),
      reason: "2026-11-24: the library's grant for one function names its versions too; there are none.",
    });
  }

  private addSchedule(
    schedule: ReportSchedule,
    { publishMonthlyReport, undelivered }: ReportsStackProps,
  ): void {
    const { id, description, days, month } = schedule;
    new Schedule(this, id, {
      description,
      schedule: ScheduleExpression.cron({ minute: "0", hour: "6", ...days, timeZone: TimeZone.ASIA_TOKYO }),
      target: new LambdaInvoke(publishMonthlyReport, {
        input: ScheduleTargetInput.fromObject(
          month === undefined ? { time: ContextAttribute.scheduledTime } : { month },
        ),
        retryAttempts: 10,
        maxEventAge: Duration.hours(12),
        deadLetterQueue: undelivered,
      }),
    });
  }
}
