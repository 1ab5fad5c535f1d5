import { describe, expect, test } from "vitest";
import { reconcileReportHandler } from "../../lambdas/reconcile-report.ts";
import { remindReportsHandler } from "../../lambdas/remind-reports.ts";
import { callCentre, resources, templatesOf } from "./deployed.ts";
import { expectVariablesRead } from "./variables-read.ts";

const template = templatesOf(callCentre()).reports;
const everySchedule = Object.values(resources(template, "AWS::Scheduler::Schedule")).map(
  ({ Properties }) => Properties,
);
const calls = (schedule: (typeof everySchedule)[number], handler: string) =>
  JSON.stringify(schedule["Target"].Arn).includes(handler);
const schedules = everySchedule.filter((schedule) => calls(schedule, "PublishMonthlyReport"));

describe("the reports' schedules", () => {
  test("run in Japan time: monthly, after March's cut-off, after each week of July, and at the end of the contract", () => {
    expect(
      schedules.map((schedule) => [
        schedule["ScheduleExpression"],
        schedule["ScheduleExpressionTimezone"],
        schedule["Target"].Input,
      ]),
    ).toEqual([
      ["cron(0 6 1 8,9,10,11,12 ? 2024)", "Asia/Tokyo", '{"time":"<aws.scheduler.scheduled-time>"}'],
      ["cron(0 6 1 1,2,3 ? 2025)", "Asia/Tokyo", '{"time":"<aws.scheduler.scheduled-time>"}'],
      ["cron(0 6 26 3 ? 2025)", "Asia/Tokyo", '{"report":"monthly/2025-03"}'],
      ["cron(0 6 8 7 ? 2024)", "Asia/Tokyo", '{"report":"weekly/2024-07-01"}'],
      // Monday the 15th is 海の日.
      ["cron(0 6 16 7 ? 2024)", "Asia/Tokyo", '{"report":"weekly/2024-07-08"}'],
      ["cron(0 6 22 7 ? 2024)", "Asia/Tokyo", '{"report":"weekly/2024-07-15"}'],
      ["cron(0 6 29 7 ? 2024)", "Asia/Tokyo", '{"report":"weekly/2024-07-22"}'],
      // The week that July's end cuts short.
      ["cron(0 6 1 8 ? 2024)", "Asia/Tokyo", '{"report":"weekly/2024-07-29"}'],
      ["cron(0 20 31 3 ? 2025)", "Asia/Tokyo", '{"report":"completion/2025-03-31"}'],
      ["cron(0 6 1 4 ? 2025)", "Asia/Tokyo", '{"report":"completion/2025-03-31"}'],
    ]);
  });

  test("try again for half a day, and keep what could not be started", () => {
    expect(schedules.length).toBe(10);
    for (const { Target } of schedules) {
      expect(Target.RetryPolicy).toEqual({ MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 43_200 });
      expect(JSON.stringify(Target.DeadLetterConfig)).toContain("Undelivered");
      expect(JSON.stringify(Target.Arn)).toContain("PublishMonthlyReport");
    }
  });
});

describe("what looks after reports each day", () => {
  test.each([
    ["ReconcileReport", "cron(30 2 * * ? *)"],
    ["RemindReports", "cron(30 8 * * ? *)"],
  ])("%s is called at %s in Japan, and what could not be started is kept", (handler, time) => {
    const own = everySchedule.filter((schedule) => calls(schedule, handler));
    expect(own.length).toBe(1);
    expect(own[0]).toMatchObject({
      ScheduleExpression: time,
      ScheduleExpressionTimezone: "Asia/Tokyo",
      Target: { Input: '{"time":"<aws.scheduler.scheduled-time>"}' },
    });
    expect(JSON.stringify(own[0]?.["Target"].DeadLetterConfig)).toContain("Undelivered");
  });

  test("raises an alarm where it fails", () => {
    const alarms = Object.keys(resources(template, "AWS::CloudWatch::Alarm"));
    expect(alarms.map((id) => id.replace(/[0-9A-F]{8}$/, "")).sort()).toEqual([
      "ReconcileReportFailed",
      "RemindReportsFailed",
    ]);
  });

  test("is given exactly the variables that its handler reads at its start", () => {
    expectVariablesRead(template, {
      "remind-reports": remindReportsHandler,
      "reconcile-report": reconcileReportHandler,
    });
  });
});
