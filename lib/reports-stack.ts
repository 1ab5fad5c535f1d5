import { Duration, Stack, type StackProps, TimeZone, Validations } from "aws-cdk-lib";
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import type { Programme } from "../domain/programme.ts";
import { addReportCare } from "./constructs/report-care.ts";
import { wildcardFinding } from "./constructs/wildcard-finding.ts";
import type { Stores } from "./data-stack.ts";
import { type ReportSchedule, reportSchedules } from "./report-schedules.ts";

/** Whose reports are made, by which function, and where failed starts are kept. */
export interface ReportsStackProps extends StackProps {
  readonly environment: string;
  readonly programme: Programme;
  readonly publishReport: IFunction;
  readonly stores: Stores;
}

/**
 * When reports are made, whose schedules end by themselves with the contract; and what looks after them each day, which goes
 * on until the last report is fetched.
 */
export class ReportsStack extends Stack {
  constructor(scope: Construct, id: string, props: ReportsStackProps) {
    super(scope, id, props);
    for (const schedule of reportSchedules(props.programme)) this.addSchedule(schedule, props);
    addReportCare(this, props);
    Validations.of(this).acknowledge({
      id: wildcardFinding(props.publishReport, props.publishReport.functionArn, ":*"),
      reason: "2026-11-24: the library's grant for one function names its versions too; there are none.",
    });
  }

  private addSchedule(
    schedule: ReportSchedule,
    { publishReport, stores: { undelivered } }: ReportsStackProps,
  ): void {
    const { id, description, days, hour, report } = schedule;
    new Schedule(this, id, {
      description,
      schedule: ScheduleExpression.cron({
        minute: "0",
        hour: String(hour),
        ...days,
        timeZone: TimeZone.ASIA_TOKYO,
      }),
      target: new LambdaInvoke(publishReport, {
        input: ScheduleTargetInput.fromObject(
          report === undefined ? { time: ContextAttribute.scheduledTime } : { report },
        ),
        retryAttempts: 10,
        maxEventAge: Duration.hours(12),
        deadLetterQueue: undelivered,
      }),
    });
  }
}
