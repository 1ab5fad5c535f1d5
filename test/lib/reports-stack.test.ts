import { describe, expect, test } from "vitest";
import { callCentre, resources, templatesOf } from "./deployed.ts";

const template = templatesOf(callCentre()).reports;
const schedules = Object.values(resources(template, "AWS::Scheduler::Schedule")).map(
  ({ Properties }) => Properties,
);

describe("the monthly report's schedules", () => {
  test("run at 06:00 Japan time on the first of August to March, and for March after its cut-off", () => {
    expect(
      schedules.map((schedule) => [
        schedule["ScheduleExpression"],
        schedule["ScheduleExpressionTimezone"],
        schedule["Target"].Input,
      ]),
    ).toEqual([
      ["cron(0 6 1 8,9,10,11,12 ? 2024)", "Asia/Tokyo", '{"time":"<aws.scheduler.scheduled-time>"}'],
      ["cron(0 6 1 1,2,3 ? 2025)", "Asia/Tokyo", '{"time":"<aws.scheduler.scheduled-time>"}'],
      ["cron(0 6 26 3 ? 2025)", "Asia/Tokyo", '{"month":"2025-03"}'],
    ]);
  });

  test("try again for half a day, and keep what could not be started", () => {
    expect(schedules.length).toBe(3);
    for (const { Target } of schedules) {
      expect(Target.RetryPolicy).toEqual({ MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 43_200 });
      expect(JSON.stringify(Target.DeadLetterConfig)).toContain("Undelivered");
      expect(JSON.stringify(Target.Arn)).toContain("PublishMonthlyReport");
    }
  });
});
