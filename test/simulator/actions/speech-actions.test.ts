import { describe, expect, test } from "vitest";
import {
  at,
  block,
  flow,
  flowText,
  givenAnExchange,
  hangUp,
  heard,
  kinds,
  queueArn,
  say,
} from "../exchange-fixture.ts";

const ends = [say("成功", "せいこう"), say("失敗", "しっぱい"), hangUp];

async function afterMessage(parameters: object) {
  const tested = block("試験", "MessageParticipant", parameters, {
    next: "成功",
    errors: { NoMatchingError: "失敗" },
  });
  const scene = givenAnExchange({ inbound: flowText(tested, ...ends) });
  const call = scene.dial();
  await scene.exchange.runUntilIdle();
  return call;
}

describe("a message", () => {
  test("a text is spoken with its references filled, and takes its time", async () => {
    // 3 + 7 kana at seven a second, then せいこう: 4 / 7 = 0.571, rounded up.
    const call = await afterMessage({ Text: "こちら、$.Attributes.none おまちください" });
    expect(call.transcript.slice(1, 3)).toEqual([
      { at: at(), kind: "said", text: "こちら、 おまちください", seconds: 1.7 }, // 10 / 7 + 0.25 = 1.679
      { at: at("10:00:01.7"), kind: "said", text: "せいこう", seconds: 0.6 },
    ]);
    expect(call.endedAt).toBe(at("10:00:02.3"));
  });

  test("SSML is spoken without tags, its breaks included", async () => {
    const call = await afterMessage({ SSML: '<speak>おまちください<break time="2s"/></speak>' });
    expect(call.transcript[1]).toEqual({ at: at(), kind: "said", text: "おまちください", seconds: 3 });
  });

  test.each([
    ["nothing to say", { Text: "$.Attributes.none" }],
    ["more than 6,000 characters", { Text: "あ".repeat(6001) }],
  ])("%s takes the error branch", async (_, parameters) => {
    const call = await afterMessage(parameters);
    expect(heard(call)).toEqual(["しっぱい"]);
    expect(call.transcript[1]?.kind).toBe("recovered");
  });

  test.each([[{}], [{ Text: "a", SSML: "b" }], [{ PromptId: "p", Text: "a" }]])(
    "%o is a mistake in the flow",
    async (parameters) => {
      await expect(afterMessage(parameters)).rejects.toThrow("exactly one of Text and SSML");
    },
  );
});

describe("a menu", () => {
  /** 2 seconds of prompt, then 5 seconds to press. */
  const menu = (errors: Record<string, string> = {}) =>
    givenAnExchange({
      inbound: flowText(
        block(
          "品書",
          "GetParticipantInput",
          { Text: "おでんわありがとうございます", InputTimeLimitSeconds: "5", StoreInput: "False" },
          { next: "その他", when: { "1": "一", "#": "井" }, errors: { NoMatchingError: "失敗", ...errors } },
        ),
        say("一", "いち"),
        say("井", "いげた"),
        say("その他", "そのほか"),
        say("遅", "おそい"),
        ...ends,
      ),
    });
  const branches = { NoMatchingCondition: "その他", InputTimeLimitExceeded: "遅" };

  test.each([
    ["1", "いち"],
    ["#", "いげた"],
    ["9", "そのほか"],
  ])("the key %s goes its own way", async (key, expected) => {
    const { exchange, dial } = menu(branches);
    const call = dial();
    await exchange.advanceTo(at("10:00:03"));
    call.press(key);
    await exchange.runUntilIdle();
    expect(heard(call).slice(1)).toEqual([expected]);
    expect(kinds(call)).not.toContain("recovered");
  });

  test("a key in the middle of the prompt cuts it short", async () => {
    const { exchange, dial } = menu(branches);
    const call = dial();
    await exchange.advanceTo(at("10:00:01.5"));
    call.press("1");
    await exchange.advanceBy(0);
    expect(call.transcript.slice(1)).toEqual([
      { at: at(), kind: "said", text: "おでんわありがとうございます", seconds: 1.5, interrupted: true },
      { at: at("10:00:01.5"), kind: "pressed", text: "1" },
      { at: at("10:00:01.5"), kind: "said", text: "いち", seconds: 0.3 },
    ]);
  });

  test("without a key the time runs out after the prompt", async () => {
    const { exchange, dial } = menu(branches);
    const call = dial();
    await exchange.runUntilIdle();
    expect(call.transcript.slice(2, 4)).toEqual([
      { at: at("10:00:02"), kind: "silence", text: "入力待ち", seconds: 5 },
      { at: at("10:00:07"), kind: "said", text: "おそい", seconds: 0.5 },
    ]);
  });

  test.each([["9"], [undefined]])(
    "key %s takes the general error branch where it has none of its own",
    async (key) => {
      const { exchange, dial } = menu();
      const call = dial(key ? { keys: [key] } : {});
      await exchange.runUntilIdle();
      expect(heard(call).slice(1)).toEqual(["しっぱい"]);
    },
  );

  test("keys that were given beforehand are pressed a second after each prompt", async () => {
    const { exchange, dial } = menu(branches);
    const call = dial({ keys: ["1", "2"] });
    await exchange.runUntilIdle();
    expect(call.transcript.filter(({ kind }) => kind === "pressed")).toEqual([
      { at: at("10:00:03"), kind: "pressed", text: "1" },
    ]);
  });

  test("of several keys at once the menu takes the first, and the others are lost", async () => {
    const { exchange, dial } = menu(branches);
    const call = dial();
    await exchange.advanceTo(at("10:00:03"));
    call.press("19");
    await exchange.runUntilIdle();
    expect(heard(call).slice(1)).toEqual(["いち"]);
  });

  test("an empty prompt takes the error branch; a bad limit or stored input is a mistake in the flow", async () => {
    const asking = (parameters: object) => {
      const asks = block("問", "GetParticipantInput", parameters, { errors: { NoMatchingError: "失敗" } });
      const scene = givenAnExchange({ inbound: flowText(asks, ...ends) });
      return { ...scene, call: scene.dial() };
    };
    const empty = asking({ Text: "$.Attributes.none", InputTimeLimitSeconds: "5" });
    await empty.exchange.runUntilIdle();
    expect(heard(empty.call)).toEqual(["しっぱい"]);
    const unlimited = asking({ Text: "あ", InputTimeLimitSeconds: "0" });
    await expect(unlimited.exchange.runUntilIdle()).rejects.toThrow("whole number from 1 to 179");
    const stored = asking({ Text: "あ", InputTimeLimitSeconds: "5", StoreInput: "True" });
    await expect(stored.exchange.runUntilIdle()).rejects.toThrow(
      "exactly one of PhoneNumberValidation and CustomValidation",
    );
  });
});

describe("messages while waiting", () => {
  function waiting(queueBlocks: ReturnType<typeof block>[]) {
    const hook = block(
      "待曲",
      "UpdateContactEventHooks",
      { EventHooks: { CustomerQueue: "flow-queue" } },
      { next: "窓口" },
    );
    const target = block("窓口", "UpdateContactTargetQueue", { QueueId: queueArn }, { next: "待" });
    const inbound = flowText(hook, target, block("待", "TransferContactToQueue", {}));
    const queueFlow = flow(flowText(...queueBlocks), "CUSTOMER_QUEUE", "待ち");
    const scene = givenAnExchange({ inbound, others: { "flow-queue": queueFlow } });
    return { ...scene, call: scene.dial() };
  }
  const music = '<speak>おん<break time="19s"/></speak>'; // 2 / 7 rounded up + 19 = 19.3 s

  test("go round until somebody answers, in the middle of a word", async () => {
    const messages = { Messages: [{ Text: "おまちください" }, { SSML: music }] };
    const { exchange, call, operator } = waiting([block("曲", "MessageParticipantIteratively", messages)]);
    await exchange.advanceTo(at("10:00:20.8"));
    const desk = operator();
    desk.signIn();
    expect(desk.answer(call).ok).toBe(true);
    await exchange.advanceBy(60);
    // 1 s + 19.3 s, then the first again from 20.3 s.
    expect(call.transcript.slice(2)).toEqual([
      { at: at(), kind: "said", text: "おまちください", seconds: 1 },
      { at: at("10:00:01"), kind: "said", text: "おん", seconds: 19.3 },
      { at: at("10:00:20.3"), kind: "said", text: "おまちください", seconds: 0.5, interrupted: true },
      { at: at("10:00:20.8"), kind: "connected", text: "OP01" },
    ]);
  });

  test("are interrupted at the set frequency and begin again from the first", async () => {
    const loop = { Messages: [{ SSML: music }], InterruptFrequencySeconds: "25" };
    const { exchange, call } = waiting([
      block("曲", "MessageParticipantIteratively", loop, { when: { MessagesInterrupted: "詫" } }),
      say("詫", "おまちください", "曲"),
    ]);
    await exchange.advanceTo(at("10:00:46"));
    expect(call.transcript.slice(2).map((entry) => [entry.at - at(), entry.text, entry.seconds])).toEqual([
      [0, "おん", 19.3],
      [19_300, "おん", 5.7],
      [25_000, "おまちください", 1],
      [26_000, "おん", 19.3],
      [45_300, "おん", 19.3],
    ]);
    expect(call.state).toBe("queued");
  });

  test("that cannot be spoken take the error branch; too frequent interruptions are a mistake in the flow", async () => {
    const loop = (parameters: object) =>
      block("曲", "MessageParticipantIteratively", parameters, { errors: { NoMatchingError: "詫" } });
    const empty = waiting([
      loop({ Messages: [{ Text: "$.External.none" }] }),
      say("詫", "おまちください", "end"),
      hangUp,
    ]);
    await empty.exchange.advanceTo(at("10:01:00"));
    expect(heard(empty.call)).toEqual(["おまちください"]);
    const messages = { Messages: [{ Text: "あ" }], InterruptFrequencySeconds: "20" };
    const hasty = waiting([loop(messages), say("詫", "おまちください", "end"), hangUp]);
    await expect(hasty.exchange.advanceTo(at("10:01:00"))).rejects.toThrow("whole number from 21");
    const none = waiting([loop({ Messages: [] }), say("詫", "おまちください", "end"), hangUp]);
    await expect(none.exchange.advanceTo(at("10:01:00"))).rejects.toThrow("it has no Messages");
  });

  test("end, and the caller waits on in silence", async () => {
    const { exchange, call } = waiting([
      say("詫", "おまちください", "終"),
      block("終", "EndFlowExecution", {}),
    ]);
    await exchange.advanceTo(at("10:05:00"));
    expect(call.state).toBe("queued");
    expect(call.transcript.at(-1)).toMatchObject({ at: at("10:00:01"), kind: "silence" });
  });

  test("fail without a branch, and the caller waits on; the fault is on record", async () => {
    const { exchange, call } = waiting([
      block("詫", "MessageParticipant", { Text: "$.External.none" }, { next: "詫" }),
    ]);
    await exchange.advanceTo(at("10:05:00"));
    expect(call.state).toBe("queued");
    expect(kinds(call)).toEqual(["arrived", "queued", "fault", "silence"]);
  });

  test("may end in a hang-up by the flow", async () => {
    const { exchange, call, records } = waiting([say("詫", "おまちください"), hangUp]);
    await exchange.advanceTo(at("10:05:00"));
    expect(call.state).toBe("ended");
    expect(records[0]).toMatchObject({ DisconnectReason: "CONTACT_FLOW_DISCONNECT", Queue: { Duration: 1 } });
  });
});
