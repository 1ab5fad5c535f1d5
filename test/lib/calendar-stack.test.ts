import { describe, expect, test } from "vitest";
import { checkHoursHandler } from "../../lambdas/check-hours.ts";
import { compareHolidaysHandler } from "../../lambdas/compare-holidays.ts";
import { callCentre, type Resource, resources, templatesOf, theOnly } from "./deployed.ts";
import { expectVariablesRead } from "./variables-read.ts";

const template = templatesOf(callCentre()).calendar;

describe("the hours", () => {
  const { Properties } = theOnly(template, "Custom::HoursInForce");

  test("are read back in the deployment for every day of the contract", () => {
    expect([Properties["From"], Properties["To"]]).toEqual(["2024-07-01", "2025-03-31"]);
    expect(JSON.stringify(Properties["ServiceToken"])).toContain("CheckHours");
    expect(Properties["ServiceTimeout"]).toBe("600");
  });

  test("are read back again when they change, by a check of another id, so that going back runs none", () => {
    const checkOf = (settings: Parameters<typeof callCentre>[0]) =>
      Object.keys(resources(templatesOf(callCentre(settings)).calendar, "Custom::HoursInForce"));
    const usual = checkOf({});
    expect(checkOf({})).toEqual(usual);
    expect(checkOf({ hoursFrom: "2024-08-01" })).not.toEqual(usual);
    expect(checkOf({ recordingsKeptDays: 30 })).toEqual(usual);
  });

  test("and nothing else are what the check may read", () => {
    const statements = Object.values(resources(template, "AWS::IAM::Policy")).flatMap(
      ({ Properties: { PolicyDocument } }: Resource) => PolicyDocument.Statement,
    );
    const ofConnect = statements.filter(({ Action }) => JSON.stringify(Action).includes("connect:"));
    expect(ofConnect.length).toBe(1);
    expect(ofConnect[0].Action).toBe("connect:GetEffectiveHoursOfOperations");
    expect(JSON.stringify(ofConnect[0].Resource)).toContain("HoursOfOperationArn");
  });
});

describe("hours and holidays", () => {
  const schedules = Object.values(resources(template, "AWS::Scheduler::Schedule"));

  test("are looked at every morning before the desk opens, by Japanese time", () => {
    expect(
      schedules.map(({ Properties }) => [
        Properties["ScheduleExpression"],
        Properties["ScheduleExpressionTimezone"],
        Properties["Target"].Input,
      ]),
    ).toEqual([
      ["cron(0 5 * * ? *)", "Asia/Tokyo", '{"time":"<aws.scheduler.scheduled-time>"}'],
      ["cron(30 5 * * ? *)", "Asia/Tokyo", '{"time":"<aws.scheduler.scheduled-time>"}'],
    ]);
  });

  test("that could not be looked at are kept and raise an alarm", () => {
    for (const { Properties } of schedules)
      expect(JSON.stringify(Properties["Target"].DeadLetterConfig)).toContain("Undelivered");
    const alarms = Object.keys(resources(template, "AWS::CloudWatch::Alarm"));
    expect(alarms.map((id) => id.replace(/[0-9A-F]{8}$/, "")).sort()).toEqual([
      "CheckHoursFailed",
      "CompareHolidaysFailed",
    ]);
  });
});

test("each function is given exactly the variables that its handler reads at its start", () => {
  expectVariablesRead(template, {
    "check-hours": checkHoursHandler,
    "compare-holidays": compareHolidaysHandler,
  });
});
