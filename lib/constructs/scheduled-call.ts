import { Duration, TimeZone } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import {
  ContextAttribute,
  type CronOptionsWithTimezone,
  Schedule,
  ScheduleExpression,
  ScheduleTargetInput,
} from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import type { Construct } from "constructs";
import type { Stores } from "../data-stack.ts";

/** Which function is called, and when. */
export interface ScheduledCallProps {
  readonly called: IFunction;
  /** Fields of a cron expression, in Japan time; without days, each day. */
  readonly at: Omit<CronOptionsWithTimezone, "timeZone">;
  readonly description?: string;
  /** What the function is told. @default the time for which it was called */
  readonly told?: Readonly<Record<string, string>>;
  /** Keeps what could not be started. */
  readonly undelivered: Stores["undelivered"];
}

/** Why the right to call a function that the library grants a schedule is wider than one function. */
export const schedulesGrant =
  "2026-11-24: the library's grant for one function names its versions too; there are none.";

/** Has a function called at times in Japan. What cannot be started is tried again for half a day, and then kept. */
export function addScheduledCall(scope: Construct, id: string, props: ScheduledCallProps): void {
  const { called, at, description, told, undelivered } = props;
  new Schedule(scope, id, {
    ...(description !== undefined && { description }),
    schedule: ScheduleExpression.cron({ ...at, timeZone: TimeZone.ASIA_TOKYO }),
    target: new LambdaInvoke(called, {
      input: ScheduleTargetInput.fromObject(told ?? { time: ContextAttribute.scheduledTime }),
      retryAttempts: 10,
      maxEventAge: Duration.hours(12),
      deadLetterQueue: undelivered,
    }),
  });
}
