import { describe, expect, test } from "vitest";
import { answerCallHandler } from "../../lambdas/answer-call.ts";
import { aCloud } from "../support/cloud.ts";
import { aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();

/** Amazon Connect's event, as its administrator guide shows it ("Invoke AWS Lambda functions"). */
const connectEvent = {
  Name: "ContactFlowEvent",
  Details: {
    ContactData: {
      Attributes: {},
      Channel: "VOICE",
      ContactId: "4a573372-1f28-4e26-b97b-123456789012",
      CustomerEndpoint: { Address: "+819012345678", Type: "TELEPHONE_NUMBER" },
      InitialContactId: "4a573372-1f28-4e26-b97b-123456789012",
      InitiationMethod: "INBOUND",
      InstanceARN: "arn:aws:connect:ap-northeast-1:000000000000:instance/c8c0e68d",
      MediaStreams: { Customer: { Audio: null } },
      PreviousContactId: "4a573372-1f28-4e26-b97b-123456789012",
      Queue: null,
      SystemEndpoint: { Address: "+815000000000", Type: "TELEPHONE_NUMBER" },
    },
    Parameters: { step: "arrival" },
  },
};

describe("the flow's question on arrival", () => {
  test("is answered with texts only, in less than Amazon Connect's 32 KB", async () => {
    const answer = await answerCallHandler(aWorld(environment, "2024-12-30T10:00"))(connectEvent, context);
    expect(Object.keys(answer).sort()).toEqual(["nextOpening", "reason", "sentence", "status"]);
    expect(Object.values(answer).every((value) => typeof value === "string")).toBe(true);
    expect(answer).toMatchObject({
      status: "closed",
      reason: "年末年始",
      nextOpening: "2025-01-06T09:00:00+09:00",
    });
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(32_000);
  });

  test("gets the same answer however often it is repeated", async () => {
    const ask = answerCallHandler(aWorld(environment));
    expect(await ask(connectEvent, context)).toEqual(await ask(connectEvent, context));
  });

  test("is answered from the settings, with a warning, where the table is away", async () => {
    const world = aWorld({ ...environment, DESK_TABLE: "no-such-table" });
    expect(await answerCallHandler(world)(connectEvent, context)).toEqual({ status: "open" });
    expect(world.logged).toMatchObject([{ level: "warn" }]);
  });
});

test.each([
  ["PROGRAMME", { DESK_TABLE: "x" }, "PROGRAMME is not set"],
  ["DESK_TABLE", { PROGRAMME: environment["PROGRAMME"] ?? "" }, "DESK_TABLE is not set"],
  ["a known programme", { DESK_TABLE: "x", PROGRAMME: "unknown" }, 'no programme "unknown"'],
])("a function without %s stops when it starts, and says so", (_what, incomplete, sentence) => {
  expect(() => answerCallHandler(aWorld(incomplete))).toThrow(sentence);
});
