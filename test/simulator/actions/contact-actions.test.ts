import { describe, expect, test } from "vitest";
import { at, block, flow, flowText, givenAnExchange, hangUp, heard, say } from "../exchange-fixture.ts";

const errors = { NoMatchingError: "失敗" };
const ends = [say("成功", "せいこう"), say("失敗", "しっぱい"), hangUp];

/** Runs one block that goes on to 成功, or to 失敗 by NoMatchingError, and lets the call come to its end. */
async function afterBlock(type: string, parameters: object, ...before: ReturnType<typeof block>[]) {
  const tested = block("試験", type, parameters, { next: "成功", errors });
  const queueFlow = flow(flowText(block("終", "EndFlowExecution", {})), "CUSTOMER_QUEUE", "待ち");
  const scene = givenAnExchange({
    inbound: flowText(...before, tested, ...ends),
    others: { "flow-queue": queueFlow },
  });
  const call = scene.dial();
  await scene.exchange.runUntilIdle();
  return { ...scene, call };
}

describe("what a flow keeps of a contact", () => {
  test("a voice is set, and the flow can name it", async () => {
    const voice = block(
      "声",
      "UpdateContactTextToSpeechVoice",
      { TextToSpeechVoice: "Kazuha" },
      { next: "試験" },
    );
    const { call } = await afterBlock("MessageParticipant", { Text: "$.TextToSpeechVoiceId" }, voice);
    expect(heard(call)).toEqual(["Kazuha", "せいこう"]);
  });

  test("language, customer, name and description are set", async () => {
    const data = { LanguageCode: "ja-JP", CustomerId: "C-$.Channel", Name: "電話", Description: "受電" };
    const { call } = await afterBlock("UpdateContactData", data);
    expect(call.contact.scope).toMatchObject({ ...data, CustomerId: "C-VOICE" });
    expect(heard(call)).toEqual(["せいこう"]);
  });

  test("contact data without a value takes the error branch", async () => {
    const { call } = await afterBlock("UpdateContactData", { Name: "$.Attributes.nothing" });
    expect(heard(call)).toEqual(["しっぱい"]);
    expect(call.contact.scope.Name).toBeNull();
  });

  test("attributes are filled from references, join those there are, and are in the record", async () => {
    const first = block(
      "先",
      "UpdateContactAttributes",
      { Attributes: { a: "1", key: "second" } },
      { next: "試験" },
    );
    const more = {
      Attributes: { a: "番号は$.CustomerEndpoint.Address", "$.Attributes.key": "x$.External.none" },
    };
    const { call, records } = await afterBlock("UpdateContactAttributes", more, first);
    expect(heard(call)).toEqual(["せいこう"]);
    expect(records[0]?.Attributes).toEqual({ a: "番号は+819011112222", key: "second", second: "x" });
  });

  test("attributes of 32,768 bytes fit; with one byte more none of them is set", async () => {
    // "k" and 10,922 kanji of three bytes are 32,767 bytes; "a" is one more.
    const kanji = "県".repeat(10_922);
    const fits = await afterBlock("UpdateContactAttributes", { Attributes: { k: `${kanji}a` } });
    expect(heard(fits.call)).toEqual(["せいこう"]);
    const exceeds = await afterBlock("UpdateContactAttributes", {
      Attributes: { small: "1", k: `${kanji}ab` },
    });
    expect(heard(exceeds.call)).toEqual(["しっぱい"]);
    expect(exceeds.call.contact.scope.Attributes).toEqual({});
  });

  test("flow attributes are seen in their flow and gone in the next", async () => {
    const text = { Text: "値は$.FlowAttributes.k" };
    const other = flow(flowText(block("言", "MessageParticipant", text, { next: "end" }), hangUp));
    const set = block(
      "設",
      "UpdateFlowAttributes",
      { FlowAttributes: { k: { Value: "$.Channel" } } },
      { next: "言" },
    );
    const enter = block("移", "TransferToFlow", { ContactFlowId: "flow-other" }, {});
    const inbound = flowText(set, block("言", "MessageParticipant", text, { next: "移" }), enter);
    const scene = givenAnExchange({ inbound, others: { "flow-other": other } });
    const call = scene.dial();
    await scene.exchange.runUntilIdle();
    expect(heard(call)).toEqual(["値はVOICE", "値は"]);
  });

  test("flow attributes beyond 32 KB take the error branch", async () => {
    const { call } = await afterBlock("UpdateFlowAttributes", {
      FlowAttributes: { k: { Value: "x".repeat(32_768) } },
    });
    expect(heard(call)).toEqual(["しっぱい"]);
  });

  test("flow logging and recording are switched", async () => {
    const logging = block(
      "記",
      "UpdateFlowLoggingBehavior",
      { FlowLoggingBehavior: "Enabled" },
      { next: "試験" },
    );
    const recording = { RecordingBehavior: { RecordedParticipants: ["Agent", "Customer"] } };
    const { call } = await afterBlock("UpdateContactRecordingBehavior", recording, logging);
    expect(call.contact).toMatchObject({ flowLogging: true, recordedParticipants: ["Agent", "Customer"] });
    expect(heard(call)).toEqual(["せいこう"]);
  });

  test("a queue flow is chosen by its ARN; an unknown flow or another kind of flow takes the error branch", async () => {
    const chosen = await afterBlock("UpdateContactEventHooks", {
      EventHooks: { CustomerQueue: "flow-queue" },
    });
    expect(heard(chosen.call)).toEqual(["せいこう"]);
    expect(chosen.call.contact.eventHooks).toEqual({ CustomerQueue: "flow-queue" });
    for (const arn of ["flow-unknown", "flow-inbound", "$.Attributes.none"]) {
      const { call } = await afterBlock("UpdateContactEventHooks", { EventHooks: { CustomerQueue: arn } });
      expect([arn, ...heard(call)]).toEqual([arn, "しっぱい"]);
    }
  });

  test.each([
    ["UpdateContactTextToSpeechVoice", {}, "TextToSpeechVoice is missing"],
    ["UpdateContactData", {}, "it sets none of"],
    ["UpdateContactAttributes", { Attributes: { k: 1 } }, "k must be a text"],
    ["UpdateContactAttributes", { Attributes: "k" }, "Attributes must be an object"],
    ["UpdateFlowAttributes", { FlowAttributes: { k: "v" } }, "Value is missing"],
    ["UpdateFlowLoggingBehavior", { FlowLoggingBehavior: "On" }, "must be Enabled or Disabled"],
    ["UpdateContactRecordingBehavior", {}, "RecordedParticipants must be a list"],
    [
      "UpdateContactEventHooks",
      { EventHooks: { CustomerQueue: "a", CustomerHold: "b" } },
      "exactly one event",
    ],
  ])(
    "%s that Connect would not have published is an error that names flow and block",
    async (type, parameters, what) => {
      await expect(afterBlock(type, parameters)).rejects.toThrow(
        new RegExp(`Flow "入口", action "試験" \\(${type}\\).*${what}`),
      );
    },
  );
});

describe("what Connect would refuse", () => {
  test("an action type that is not simulated names flow, block and type, and the call is left where it was", async () => {
    const scene = givenAnExchange({
      inbound: flowText(say("挨拶", "おまちください", "転送"), block("転送", "WarpContact", {})),
    });
    const call = scene.dial();
    await scene.exchange.advanceTo(at("10:00:00"));
    await expect(scene.exchange.advanceBy(5)).rejects.toThrow(
      'Flow "入口", action "転送" (WarpContact): this action type is not simulated.',
    );
    expect(call.state).toBe("in-flow");
  });

  test("a block in a kind of flow that does not permit it is an error", async () => {
    const { exchange, dial } = givenAnExchange({
      inbound: flowText(block("曲", "MessageParticipantIteratively", { Messages: [] })),
    });
    dial();
    await expect(exchange.runUntilIdle()).rejects.toThrow("does not permit it in a CONTACT_FLOW flow");
  });

  test("a reference to what is not simulated is an error", async () => {
    await expect(afterBlock("MessageParticipant", { Text: "$.Lex.Slots" })).rejects.toThrow(
      "$.Lex.Slots is not simulated",
    );
  });

  test("a circle in which no time passes is an error instead of an endless run", async () => {
    const circle = block("輪", "UpdateContactData", { Name: "a" }, { next: "輪" });
    const { exchange, dial } = givenAnExchange({ inbound: flowText(circle) });
    dial();
    await expect(exchange.runUntilIdle()).rejects.toThrow("circle in which no time passes");
  });
});
