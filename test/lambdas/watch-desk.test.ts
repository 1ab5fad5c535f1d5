import type { ScheduledEvent } from "aws-lambda";
import * as v from "valibot";
import { afterAll, describe, expect, test, vi } from "vitest";
import { measureUnits } from "../../domain/watch/desk-measures.ts";
import { contactsOf } from "../../lambdas/edge/composition.ts";
import { embeddedMetrics } from "../../lambdas/edge/embedded-metrics.ts";
import { consoleLog } from "../../lambdas/edge/log.ts";
import { watchDeskHandler } from "../../lambdas/watch-desk.ts";
import { anAbandonedCall, anAnsweredCall, at } from "../support/contacts.ts";
import { aCloud } from "../support/cloud.ts";
import { aServedExchange, watchedDesk } from "../support/connect.ts";
import { aWorld, context } from "../support/world.ts";

const cloud = await aCloud();
const served = await aServedExchange();
afterAll(() => served.stop());
process.env["AWS_ENDPOINT_URL_CONNECT"] = served.endpoint;
const environment = { ...cloud.environment, ...watchedDesk };

/** What a rule with a rate sends (EventBridge user guide, "Creating a rule that runs on a schedule"). */
const scheduled: ScheduledEvent = {
  version: "0",
  id: "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "000000000000",
  time: "2024-07-16T01:00:00Z",
  region: "ap-northeast-1",
  resources: ["arn:aws:events:ap-northeast-1:000000000000:rule/callcentre-watch-Measuring"],
  detail: {},
};

const name = (longest: number) => v.pipe(v.string(), v.nonEmpty(), v.maxLength(longest));

/** The parts of the schema in CloudWatch's user guide, "Specification: Embedded metric format", that are in use here. */
const metadata = v.strictObject({
  Timestamp: v.pipe(v.number(), v.integer()),
  CloudWatchMetrics: v.array(
    v.strictObject({
      Namespace: name(1024),
      Dimensions: v.pipe(
        v.array(v.pipe(v.array(name(250)), v.minLength(1), v.maxLength(30))),
        v.minLength(1),
      ),
      Metrics: v.pipe(
        v.array(v.strictObject({ Name: name(1024), Unit: v.picklist(["Count", "Percent", "Seconds"]) })),
        v.maxLength(100),
      ),
    }),
  ),
});

/** The metrics that CloudWatch would make of a log line: each target is a member of the line, numbers and dimensions alike. */
function metricsOf(line: string): Record<string, number> {
  const document = JSON.parse(line) as Record<string, unknown>;
  const { Timestamp, CloudWatchMetrics } = v.parse(metadata, document["_aws"]);
  expect(Timestamp).toBe(at("2024-07-16T10:00"));
  expect(CloudWatchMetrics).toHaveLength(1);
  const [directive] = CloudWatchMetrics;
  expect(directive?.Namespace).toBe("CallCentre");
  expect(directive?.Dimensions).toEqual([["Programme", "Environment"]]);
  for (const dimension of directive?.Dimensions.flat() ?? [])
    expect(document[dimension], dimension).toEqual(expect.stringMatching(/^\S{1,1024}$/));
  return Object.fromEntries(
    (directive?.Metrics ?? []).map(({ Name }) => {
      expect(document[Name], Name).toEqual(expect.any(Number));
      return [Name, document[Name] as number];
    }),
  );
}

/** What the handler prints, in a world whose log is that of the deployed functions. */
async function printed(now = "2024-07-16T10:00"): Promise<string[]> {
  const lines: string[] = [];
  const info = vi.spyOn(console, "info").mockImplementation((line: string) => void lines.push(line));
  await watchDeskHandler({ ...aWorld(environment, now), log: consoleLog })(scheduled, context);
  info.mockRestore();
  return lines;
}

describe("the schedule", () => {
  test("has the desk measured, and one line of the log says all of it as metrics", async () => {
    expect(await printed()).toHaveLength(1);
    const [line = ""] = await printed();
    // No call came, so there is no answer rate.
    expect(metricsOf(line)).toEqual({
      CallsOffered: 0,
      CallsAnswered: 0,
      CallersWaiting: 0,
      LongestWait: 0,
      OperatorsStaffed: 0,
      ContactRecordsLate: 0,
      ReportsOverdue: 0,
    });
    expect(JSON.parse(line)).toMatchObject({ Programme: "kobaton-alkoo", Environment: "dev" });
  });

  test("sees the exchange's callers and operators and the day's calls, and nothing of a person", async () => {
    const calls = [
      anAnsweredCall("answered", "2024-07-16T09:10", { personKey: "key of somebody" }),
      anAbandonedCall("abandoned", "2024-07-16T09:20", 61),
    ];
    for (const { programme, contactId, initiatedAt, ...facts } of calls)
      await contactsOf(aWorld(environment)).save(
        { programme, contactId, initiatedAt, events: facts },
        undefined,
      );
    await served.callComes("+819011110001");
    served.exchange.addOperator({ arn: "operator/op01", username: "op01", queueArns: [] }).signIn();
    const [line = ""] = await printed();
    expect(metricsOf(line)).toEqual({
      CallsOffered: 2,
      CallsAnswered: 1,
      AnswerRate: 50,
      CallersWaiting: 1,
      LongestWait: expect.any(Number),
      OperatorsStaffed: 0,
      // Both ended before 09:30, and no record has come.
      ContactRecordsLate: 2,
      ReportsOverdue: 0,
    });
    expect(line).not.toMatch(/somebody|\+81|OP01|answered"|contact-/);
  });
});

test("each measure has a unit that CloudWatch knows, and what is measured is emitted under its own", () => {
  const all = Object.fromEntries(Object.keys(measureUnits).map((measure) => [measure, 1]));
  const fields = embeddedMetrics({ programme: "p", environment: "e" }, all, at("2024-07-16T10:00"));
  expect(Object.keys(metricsOf(JSON.stringify(fields)))).toEqual(Object.keys(measureUnits));
});

test("a function that is not told of a queue stops at its start", () => {
  const { LEADER_QUEUE_ARN: _missing, ...others } = environment;
  expect(() => watchDeskHandler(aWorld(others))).toThrow(
    "The environment variable LEADER_QUEUE_ARN is not set.",
  );
});
