import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkHoursHandler } from "../../lambdas/check-hours.ts";
import { localAccess } from "../../local/local-access.ts";
import { serveOnLoopback } from "../../local/loopback-server.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { aServedExchange, readDesk } from "../support/connect.ts";
import { theOutside } from "../support/outside.ts";
import { aWorld, context } from "../support/world.ts";

const outside = await theOutside();
const connect = await aServedExchange();
/** An instance in which 海の日 is not closed: an override that CloudFormation took and Amazon Connect does not apply. */
const faulty = await serveOnLoopback(async (request, response) => {
  const answer = await fetch(`${connect.endpoint}${request.url}`);
  const body = (await answer.json()) as { EffectiveHoursOfOperationList: { Date: string }[] };
  const EffectiveHoursOfOperationList = body.EffectiveHoursOfOperationList.map((day) =>
    day.Date === "2024-07-15"
      ? { ...day, OperationalHours: [{ Start: { Hours: 9, Minutes: 0 }, End: { Hours: 17, Minutes: 0 } }] }
      : day,
  );
  response
    .writeHead(200, { "content-type": "application/json" })
    .end(JSON.stringify({ EffectiveHoursOfOperationList }));
});
afterAll(() => Promise.all([outside.stop(), connect.stop(), faulty.stop()]));
beforeAll(() => {
  vi.stubEnv("AWS_REGION", localAccess.region);
  vi.stubEnv("AWS_ACCESS_KEY_ID", localAccess.credentials.accessKeyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", localAccess.credentials.secretAccessKey);
});
afterAll(() => vi.unstubAllEnvs());

function handlerAgainst(endpoint: string) {
  vi.stubEnv("AWS_ENDPOINT_URL_CONNECT", endpoint);
  const world = aWorld({ PROGRAMME: kobatonAlkoo.id, ...readDesk });
  return { world, handle: checkHoursHandler(world) };
}

/** As CloudFormation asks ("Custom resource request objects"). */
const deployment = (RequestType: string) => ({
  RequestType,
  ResponseURL: outside.answerUrl,
  StackId: "arn:aws:cloudformation:ap-northeast-1:000000000000:stack/calendar/1",
  RequestId: "request-1",
  ResourceType: "Custom::HoursInForce",
  LogicalResourceId: "HoursInForce01234567",
  ResourceProperties: { ServiceToken: "arn", From: "2024-07-01", To: "2025-03-31" },
});
const ids = {
  StackId: "arn:aws:cloudformation:ap-northeast-1:000000000000:stack/calendar/1",
  RequestId: "request-1",
  LogicalResourceId: "HoursInForce01234567",
  PhysicalResourceId: "HoursInForce01234567",
};

describe("a deployment", () => {
  test("succeeds where every day of the contract is as the calendar says", async () => {
    const { handle, world } = handlerAgainst(connect.endpoint);
    await handle(deployment("Create"), context);
    expect(outside.answers.at(-1)).toEqual({ Status: "SUCCESS", ...ids });
    expect(world.logged).toContainEqual(
      expect.objectContaining({ fields: { from: "2024-07-01", to: "2025-03-31", differences: 0 } }),
    );
  });

  test("fails where one day differs, and says which, what was expected and what was found", async () => {
    await handlerAgainst(faulty.endpoint).handle(deployment("Create"), context);
    expect(outside.answers.at(-1)).toEqual({
      Status: "FAILED",
      Reason:
        "Amazon Connect's hours differ from the calendar on 1 of the days from 2024-07-01 to 2025-03-31: " +
        "2024-07-15 should be closed and is 09:00-17:00. See docs/runbooks/hours.md.",
      ...ids,
    });
  });

  test("is let go of without a check, whatever the hours are", async () => {
    const event = { ...deployment("Delete"), PhysicalResourceId: "made" };
    await handlerAgainst("http://127.0.0.1:9").handle(event, context);
    expect(outside.answers.at(-1)).toEqual({ Status: "SUCCESS", ...ids, PhysicalResourceId: "made" });
  });

  test("waits where its answer is not taken: Lambda calls again", async () => {
    outside.world.takesAnswers = false;
    const { handle } = handlerAgainst(connect.endpoint);
    await expect(handle(deployment("Create"), context)).rejects.toThrow("CloudFormation took no answer");
    outside.world.takesAnswers = true;
  });
});

describe("the daily check", () => {
  const daily = (time: string) => ({ time });

  test("passes where the coming 60 days are right, and looks at no others", async () => {
    const { handle, world } = handlerAgainst(faulty.endpoint);
    // 16 July is after the wrong day; 60 days on is 13 September.
    await handle(daily("2024-07-15T20:00:00Z"), context);
    expect(world.logged).toContainEqual(
      expect.objectContaining({ fields: { from: "2024-07-16", to: "2024-09-13", differences: 0 } }),
    );
  });

  test("fails where one of them is wrong", async () => {
    const { handle } = handlerAgainst(faulty.endpoint);
    await expect(handle(daily("2024-05-31T20:00:00Z"), context)).rejects.toThrow(
      "2024-07-15 should be closed and is 09:00-17:00",
    );
  });

  test.each([
    ["2025-03-30T20:00:00Z", { from: "2025-03-31", to: "2025-03-31", differences: 0 }],
    ["2024-05-10T20:00:00Z", { from: "2024-07-01", to: "2024-07-09", differences: 0 }],
  ])("at %s looks at the days of the contract only", async (time, fields) => {
    const { handle, world } = handlerAgainst(connect.endpoint);
    await handle(daily(time), context);
    expect(world.logged).toContainEqual(expect.objectContaining({ fields }));
  });

  test("has nothing to look at long before the contract and after it", async () => {
    const { handle, world } = handlerAgainst("http://127.0.0.1:9");
    await handle(daily("2024-04-01T20:00:00Z"), context);
    await handle(daily("2025-03-31T20:00:00Z"), context);
    expect(world.logged).toEqual([]);
  });
});

test("whatever else calls is refused", async () => {
  const { handle } = handlerAgainst(connect.endpoint);
  await expect(handle({ RequestType: "Create" }, context)).rejects.toThrow();
});
