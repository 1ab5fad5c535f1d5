import { describe, expect, test } from "vitest";
import {
  at,
  block,
  callerNumber,
  flowText,
  givenAnExchange,
  hangUp,
  heard,
  instanceArn,
  kinds,
  landingNumber,
  queueArn,
  say,
} from "./exchange-fixture.ts";

const invoke = block(
  "調べる",
  "InvokeLambdaFunction",
  {
    LambdaFunctionARN: "fn-status",
    InvocationTimeLimitSeconds: "3",
    InvocationType: "SYNCHRONOUS",
    LambdaInvocationAttributes: {
      number: "$.CustomerEndpoint.Address",
      text: "番号は$.SystemEndpoint.Address",
    },
    ResponseValidation: { ResponseType: "STRING_MAP" },
  },
  { next: "答え", errors: { NoMatchingError: "失敗" } },
);
const ends = [say("答え", "$.External.state です"), say("失敗", "しっぱい"), hangUp];

async function answered(
  answers: Parameters<typeof givenAnExchange>[0]["answers"],
  setup: object = {},
  dialling: object = {},
) {
  const scene = givenAnExchange({
    inbound: flowText(invoke, ...ends),
    ...(answers && { answers }),
    ...setup,
  });
  const call = scene.dial(dialling);
  await scene.exchange.runUntilIdle();
  return { ...scene, call };
}

describe("a flow asks a function", () => {
  test("the event has the documented shape", async () => {
    const { invocations } = await answered(() => ({ state: "open" }));
    const number = { Address: callerNumber, Type: "TELEPHONE_NUMBER" };
    expect(invocations).toEqual([
      {
        functionArn: "fn-status",
        at: at(),
        event: {
          Name: "ContactFlowEvent",
          Details: {
            ContactData: {
              Attributes: {},
              Channel: "VOICE",
              ContactId: "id-1",
              CustomerEndpoint: number,
              CustomerId: null,
              Description: null,
              InitialContactId: "id-1",
              InitiationMethod: "INBOUND",
              InstanceARN: instanceArn,
              LanguageCode: null,
              MediaStreams: { Customer: { Audio: null } },
              Name: null,
              PreviousContactId: "id-1",
              Queue: null,
              References: {},
              SystemEndpoint: { Address: landingNumber, Type: "TELEPHONE_NUMBER" },
            },
            Parameters: { number: callerNumber, text: `番号は${landingNumber}` },
          },
        },
      },
    ]);
  });

  test("the event shows attributes and the working queue", async () => {
    const set = block("設", "UpdateContactAttributes", { Attributes: { a: "1" } }, { next: "窓口" });
    const queue = block("窓口", "UpdateContactTargetQueue", { QueueId: queueArn }, { next: "調べる" });
    const { exchange, dial, invocations } = givenAnExchange({
      inbound: flowText(set, queue, invoke, ...ends),
    });
    dial();
    await exchange.runUntilIdle();
    expect(invocations[0]?.event.Details.ContactData).toMatchObject({
      Attributes: { a: "1" },
      Queue: { ARN: queueArn, Name: "総合窓口", OutboundCallerId: null },
    });
  });

  test("a withheld number is null in the event and nothing in parameters", async () => {
    const { invocations, records } = await answered(() => ({ state: "open" }), {}, { from: undefined });
    expect(invocations[0]?.event.Details.ContactData.CustomerEndpoint).toBeNull();
    expect(invocations[0]?.event.Details.Parameters["number"]).toBe("");
    expect(records[0]?.CustomerEndpoint).toBeNull();
  });

  test("a flat answer can be spoken, and a later one replaces it wholly", async () => {
    const again = block(
      "再び",
      "InvokeLambdaFunction",
      { LambdaFunctionARN: "fn-two", InvocationTimeLimitSeconds: "8" },
      { next: "また" },
    );
    const scene = givenAnExchange({
      inbound: flowText(
        invoke,
        say("答え", "$.External.state です", "再び"),
        again,
        say("また", "$.External.state と$.External.other"),
        say("失敗", "しっぱい"),
        hangUp,
      ),
      answers: (functionArn) => (functionArn === "fn-status" ? { state: "open" } : { other: "too" }),
    });
    const call = scene.dial();
    await scene.exchange.runUntilIdle();
    expect(heard(call)).toEqual(["open です", " とtoo"]);
  });

  test("JSON mode lets an answer nest", async () => {
    const json = {
      LambdaFunctionARN: "fn",
      InvocationTimeLimitSeconds: "8",
      ResponseValidation: { ResponseType: "JSON" },
    };
    const asks = block("調べる", "InvokeLambdaFunction", json, { next: "答え" });
    const scene = givenAnExchange({
      inbound: flowText(
        asks,
        say("答え", "$.External.desk.open $.External.desk.count $.External.desk"),
        hangUp,
      ),
      answers: () => ({ desk: { open: true, count: 2 } }),
    });
    const call = scene.dial();
    await scene.exchange.runUntilIdle();
    expect(heard(call)).toEqual(["true 2 "]);
  });

  // {"state":"…"} has 12 bytes around its value.
  test.each([
    ["exactly 32 KB", { state: "x".repeat(32_768 - 12) }, false],
    ["one byte more than 32 KB", { state: "x".repeat(32_768 - 11) }, true],
    ["more than 32 KB in UTF-8 though not in characters", { state: "県".repeat(11_000) }, true],
    ["a nested value", { state: { is: "open" } }, true],
    ["a number", { state: 1 }, true],
    ["a null", { state: null }, true],
    ["a list", ["open"], true],
    ["a text", "open", true],
    ["nothing", undefined, true],
  ])("an answer of %s: error branch is %s", async (_, answer, fails) => {
    const { call } = await answered(() => answer);
    expect(kinds(call).includes("recovered")).toBe(fails);
  });

  test("a function that fails takes the error branch at once", async () => {
    const { call } = await answered(() => Promise.reject(new Error("table is away")));
    expect(heard(call)).toEqual(["しっぱい"]);
    expect(call.transcript[1]).toEqual({
      at: at(),
      kind: "recovered",
      text: "入口 / 調べる: NoMatchingError (table is away)",
    });
  });

  test("a slow function is silence for the caller, and beyond its limit an error although it ran", async () => {
    const slow = await answered(() => ({ state: "open" }), { functionSeconds: () => 3 });
    expect(slow.call.transcript[1]).toEqual({ at: at(), kind: "silence", text: "応答待ち", seconds: 3 });
    expect(heard(slow.call)).toEqual(["open です"]);
    const slower = await answered(() => ({ state: "open" }), { functionSeconds: () => 3.1 });
    expect([slower.invocations.length, heard(slower.call)]).toEqual([1, ["しっぱい"]]);
    expect(slower.call.transcript[2]).toMatchObject({ at: at("10:00:03"), kind: "recovered" });
  });

  test.each([
    ["lambda-error", 0, "10:00:00"],
    ["lambda-timeout", 1, "10:00:03"],
    ["lambda-malformed", 1, "10:00:00"],
  ] as const)("the fault %s takes the error branch", async (fault, runs, time) => {
    const { call, invocations } = await answered(() => ({ state: "open" }), {}, { faults: [fault] });
    expect(heard(call)).toEqual(["しっぱい"]);
    expect(invocations).toHaveLength(runs);
    expect(call.transcript.find(({ kind }) => kind === "recovered")?.at).toBe(at(time));
  });

  test("a fault without an error branch ends the call, and is on record", async () => {
    const bare = block(
      "調べる",
      "InvokeLambdaFunction",
      { LambdaFunctionARN: "fn", InvocationTimeLimitSeconds: "8" },
      { next: "end" },
    );
    const { exchange, dial } = givenAnExchange({ inbound: flowText(bare, hangUp) });
    const call = dial({ faults: ["lambda-error"] });
    await exchange.runUntilIdle();
    expect(kinds(call)).toEqual(["arrived", "fault", "hung-up"]);
  });

  test.each([0, 2])(
    "a caller who hangs up while a function of %d seconds runs hears nothing of it",
    async (seconds) => {
      const scene = givenAnExchange({
        inbound: flowText(invoke, ...ends),
        functionSeconds: () => seconds,
        answers: () => {
          call.hangUp();
          return { state: "open" };
        },
      });
      const call = scene.dial();
      await scene.exchange.runUntilIdle();
      expect([kinds(call), call.contact.scope.External]).toEqual([["arrived", "hung-up"], {}]);
      expect(scene.records[0]?.DisconnectReason).toBe("CUSTOMER_DISCONNECT");
    },
  );

  test.each([
    [{ InvocationTimeLimitSeconds: "9" }, "whole number from 1 to 8"],
    [{ InvocationType: "ASYNCHRONOUS", InvocationTimeLimitSeconds: "61" }, "whole number from 1 to 60"],
    [{}, "InvocationTimeLimitSeconds is missing"],
  ])("%o is a mistake in the flow", async (parameters, problem) => {
    const asks = block("調べる", "InvokeLambdaFunction", { LambdaFunctionARN: "fn", ...parameters });
    const { exchange, dial } = givenAnExchange({ inbound: flowText(asks) });
    dial();
    await expect(exchange.runUntilIdle()).rejects.toThrow(problem);
  });
});
