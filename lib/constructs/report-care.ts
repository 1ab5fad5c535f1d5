import { type CfnElement, Duration, type Stack, TimeZone, Validations } from "aws-cdk-lib";
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import type { Programme } from "../../domain/programme.ts";
import type { Stores } from "../data-stack.ts";
import { HandlerFunction } from "./handler-function.ts";

/** Whose reports are looked after. */
export interface ReportCareProps {
  readonly environment: string;
  readonly programme: Programme;
  readonly stores: Stores;
}

/** Each day at these times in Japan: at night, when nobody works, and before the desk opens. */
const daily = [
  { id: "ReconcileReport", handler: "reconcile-report", hour: "2", minute: "30" },
  { id: "RemindReports", handler: "remind-reports", hour: "8", minute: "30" },
] as const;

/** What looks after reports once they are made: the nightly reconciliation, and the daily reminders and deliveries (decision 0019). */
export function addReportCare(stack: Stack, props: ReportCareProps): void {
  for (const { id, handler, hour, minute } of daily) {
    const called = new HandlerFunction(stack, id, { ...props, handler }).function;
    new Schedule(stack, `${id}Daily`, {
      schedule: ScheduleExpression.cron({ hour, minute, timeZone: TimeZone.ASIA_TOKYO }),
      target: new LambdaInvoke(called, {
        input: ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime }),
        retryAttempts: 10,
        maxEventAge: Duration.hours(12),
        deadLetterQueue: props.stores.undelivered,
      }),
    });
    Validations.of(stack).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${stack.getLogicalId(called.node.defaultChild as CfnElement)}.Arn>:*]`,
      reason: "2026-11-24: the library's grant for one function names its versions too; there are none.",
    });
  }
}
