import { describe, expect, test } from "vitest";
import type { RingAnswer } from "../../../simulator/ringing.ts";
import {
  at,
  block,
  callerNumber,
  flow,
  flowText,
  givenAnExchange,
  hangUp,
  heard,
  heardAfter,
  queueArn,
  run,
  say,
} from "../exchange-fixture.ts";

const errors = { NoMatchingError: "失敗" };
const chooseQueue = (next: string) =>
  block("窓口", "UpdateContactTargetQueue", { QueueId: queueArn }, { next });
const enqueue = block("待つ", "TransferContactToQueue", {}, { errors: { NoMatchingError: "失敗" } });
const greaterThanNone = {
  Identifier: "数",
  Type: "CheckMetricData",
  Parameters: { MetricType: "NumberOfAgentsAvailable" },
  Transitions: {
    Conditions: [{ NextAction: "成功", Condition: { Operator: "NumberGreaterThan", Operands: ["0"] } }],
    Errors: [
      { NextAction: "その他", ErrorType: "NoMatchingCondition" },
      { NextAction: "失敗", ErrorType: "NoMatchingError" },
    ],
  },
};

describe("asking how busy a queue is", () => {
  test.each([
    [1, "せいこう"],
    [0, "そのほか"],
  ])("with %d operators free the condition for more than none says so", async (operators, expected) => {
    const inbound = flowText(
      chooseQueue("数"),
      greaterThanNone,
      say("成功", "せいこう"),
      say("その他", "そのほか"),
      say("失敗", "しっぱい"),
      hangUp,
    );
    const { exchange, dial, operator } = givenAnExchange({ inbound });
    for (let index = 0; index < operators; index++) operator().signIn();
    const call = dial();
    await exchange.runUntilIdle();
    expect(heard(call)).toEqual([expected]);
  });

  test("without a working queue it is the error branch, and an unknown metric a mistake", async () => {
    const parameters = { MetricType: "NumberOfContactsInQueue" };
    expect(await heardAfter("CheckMetricData", parameters, { errors })).toEqual(["しっぱい"]);
    await expect(heardAfter("CheckMetricData", { MetricType: "Mood" }, { errors })).rejects.toThrow(
      "no metric Mood",
    );
  });

  test("a flow can say how many wait and for how long", async () => {
    const text =
      "$.Metrics.Queue.Size人、$.Metrics.Queue.OldestContactAge秒、$.Metrics.Agents.Online.Count人";
    const first = flowText(
      chooseQueue("量"),
      block("量", "GetMetricData", {}, { next: "言", errors }),
      say("言", text, "待つ"),
      enqueue,
      say("失敗", "しっぱい"),
      hangUp,
    );
    const { exchange, dial, operator } = givenAnExchange({ inbound: first });
    const desk = operator({ queueArns: [] });
    desk.signIn();
    operator({ username: "OP02" });
    dial();
    const second = dial({ at: at("10:01:00") });
    await exchange.runUntilIdle();
    // The first waits from 10:00:00 and a few seconds of speech; its operator serves no queue.
    expect(heard(second)[0]).toMatch(/^1人、5\d秒、0人$/);
  });
});

describe("whose turn it is", () => {
  const inbound = (behaviour: object) =>
    flowText(
      block(
        "種別",
        "Compare",
        { ComparisonValue: "$.CustomerEndpoint.Address" },
        {
          when: { "+819099999999": "優先" },
          errors: { NoMatchingCondition: "窓口" },
        },
      ),
      block("優先", "UpdateContactRoutingBehavior", behaviour, { next: "窓口" }),
      chooseQueue("待つ"),
      enqueue,
      say("失敗", "しっぱい"),
      hangUp,
    );

  test.each([
    ["a lower priority number goes first", { QueuePriority: "1" }, true],
    ["a higher priority number goes last", { QueuePriority: 9 }, false],
    ["two minutes more of age overtake one minute of waiting", { QueueTimeAdjustmentSeconds: "120" }, true],
    ["half a minute more does not", { QueueTimeAdjustmentSeconds: "30" }, false],
  ])("%s", async (_, behaviour, isFirst) => {
    const { exchange, dial, operator } = givenAnExchange({ inbound: inbound(behaviour) });
    const ordinary = dial();
    const preferred = dial({ at: at("10:01:00"), from: "+819099999999" });
    await exchange.advanceTo(at("10:02:00"));
    const desk = operator();
    desk.signIn();
    expect(desk.call).toBe(isFirst ? preferred : ordinary);
  });

  test("both at once, or neither, is a mistake in the flow", async () => {
    for (const parameters of [{}, { QueuePriority: "1", QueueTimeAdjustmentSeconds: "1" }])
      await expect(heardAfter("UpdateContactRoutingBehavior", parameters, {})).rejects.toThrow(
        "exactly one of QueuePriority",
      );
  });
});

describe("a call back", () => {
  const wanted = { InitialCallDelaySeconds: "60", MaximumConnectionAttempts: "2", RetryDelaySeconds: "600" };
  const inbound = flowText(
    chooseQueue("折返し"),
    block("折返し", "CreateCallbackContact", wanted, { next: "成功", errors }),
    say("成功", "せいこう"),
    say("失敗", "しっぱい"),
    hangUp,
  );
  const work = { answerAfterSeconds: 3, talkSeconds: 100, afterContactWorkSeconds: 20 };

  async function calledBack(answers: readonly RingAnswer[]) {
    const left = [...answers];
    const rung: string[] = [];
    const scene = givenAnExchange({
      inbound,
      ring: (number, purpose) => {
        rung.push(`${purpose} ${number}`);
        return left.shift() ?? { answer: "unanswered" };
      },
    });
    scene.operator({ automatic: () => work }).signIn();
    const call = scene.dial();
    await scene.exchange.runUntilIdle();
    return {
      ...scene,
      call,
      rung,
      callback: scene.records.find(({ InitiationMethod }) => InitiationMethod === "CALLBACK"),
    };
  }

  test("does not end the call that asked for it, and is a contact of its own whose operator is found first", async () => {
    const { call, callback, rung } = await calledBack([{ answer: "answered", afterSeconds: 8 }]);
    expect([heard(call), rung]).toEqual([["せいこう"], [`callback ${callerNumber}`]]);
    // Made at 10:00:00 for 10:01:00; the operator answers after 3 seconds, the caller after 8 more.
    expect(callback).toMatchObject({
      InitialContactId: call.contactId,
      PreviousContactId: call.contactId,
      InitiationTimestamp: "2024-07-16T01:00:00Z",
      ConnectedToSystemTimestamp: "2024-07-16T01:01:11Z",
      CustomerEndpoint: { Address: callerNumber },
      Queue: { EnqueueTimestamp: "2024-07-16T01:01:00Z", Duration: 3 },
      Agent: { ConnectedToAgentTimestamp: "2024-07-16T01:01:11Z", AgentInteractionDuration: 100 },
      AgentConnectionAttempts: 1,
    });
  });

  test("that nobody answers is tried again after the delay", async () => {
    const { callback, rung } = await calledBack([
      { answer: "busy" },
      { answer: "answered", afterSeconds: 2 },
    ]);
    expect(rung).toHaveLength(2);
    // Busy at 10:01:03, again at 10:11:03, operator 3 seconds, answer 2 seconds.
    expect(callback?.Agent?.ConnectedToAgentTimestamp).toBe("2024-07-16T01:11:08Z");
  });

  test("that nobody ever answers ends after its attempts, and its operator is free again", async () => {
    const { callback, rung, exchange } = await calledBack([]);
    expect(rung).toHaveLength(2);
    expect(callback).toMatchObject({ Agent: null, DisconnectReason: "OTHER", AgentConnectionAttempts: 2 });
    expect([exchange.operator("OP01")?.state, exchange.calls()]).toEqual(["available", []]);
  });

  test("that is still waiting is cancelled by its contact's id, and never rings", async () => {
    const ring = () => {
      throw new Error("nobody may be called");
    };
    const { exchange, dial, operator, records } = givenAnExchange({ inbound, ring });
    dial();
    await exchange.advanceTo(at("10:05:00"));
    const [waiting] = exchange.calls();
    expect([waiting?.state, exchange.metrics(queueArn).size]).toEqual(["queued", 1]);
    expect(exchange.stop(waiting?.contactId ?? "")).toBe(true);
    operator().signIn();
    await exchange.runUntilIdle();
    expect([exchange.metrics(queueArn).size, records.at(-1)?.DisconnectReason]).toEqual([0, "API"]);
  });

  test("goes to the number that the flow chose instead of the caller's own", async () => {
    const rung: string[] = [];
    const set = block(
      "設",
      "UpdateContactAttributes",
      { Attributes: { n: "+81312345678" } },
      { next: "番号" },
    );
    const choose = block(
      "番号",
      "UpdateContactCallbackNumber",
      { CallbackNumber: "$.Attributes.n" },
      { next: "窓口" },
    );
    const make = block("折返し", "CreateCallbackContact", wanted, { next: "成功", errors });
    const { exchange, operator } = await run([set, choose, chooseQueue("折返し"), make], {
      ring: (number) => {
        rung.push(number);
        return { answer: "busy" };
      },
    });
    operator({ automatic: () => work }).signIn();
    await exchange.runUntilIdle();
    expect(rung).toEqual(["+81312345678", "+81312345678"]);
  });

  test("to a withheld number takes the error branch", async () => {
    const scene = givenAnExchange({ inbound });
    const call = scene.dial({ from: undefined });
    await scene.exchange.runUntilIdle();
    expect(heard(call)).toEqual(["しっぱい"]);
  });
});

describe("the number to call back", () => {
  const ways = {
    next: "成功",
    errors: { InvalidCallbackNumber: "失敗", CallbackNumberNotDialable: "その他" },
  };
  const set = (v: string) => block("設", "UpdateContactAttributes", { Attributes: { v } }, { next: "番号" });
  const number = block("番号", "UpdateContactCallbackNumber", { CallbackNumber: "$.Attributes.v" }, ways);
  const isDialable = (to: string) => !to.startsWith("+8190");

  test.each([
    ["+81312345678", "せいこう"],
    ["0312345678", "しっぱい"],
    ["+819012345678", "そのほか"],
  ])("%s ends with %s", async (v, expected) => {
    const { call } = await run([set(v), number], { isDialable });
    expect(heard(call)).toEqual([expected]);
  });

  test("is never static", async () => {
    const parameters = { CallbackNumber: "+81312345678" };
    await expect(heardAfter("UpdateContactCallbackNumber", parameters, ways)).rejects.toThrow(
      "one reference",
    );
  });
});

describe("a third party", () => {
  const parameters = { ThirdPartyPhoneNumber: "+81312345678", ThirdPartyConnectionTimeLimitSeconds: "20" };
  const ways = {
    next: "成功",
    errors: { ...errors, CallFailed: "その他", ConnectionTimeLimitExceeded: "失敗" },
  };

  test.each<[string, RingAnswer, string]>([
    ["who answers and hangs up", { answer: "answered", afterSeconds: 4, talkSeconds: 30 }, "せいこう"],
    ["who is busy", { answer: "busy" }, "そのほか"],
    ["who answers too late", { answer: "answered", afterSeconds: 21 }, "しっぱい"],
  ])("%s leaves the flow to go on", async (_, answer, expected) => {
    expect(
      await heardAfter("TransferParticipantToThirdParty", parameters, ways, { ring: () => answer }),
    ).toEqual([expected]);
  });

  test("ends the call when the flow does not go on after them", async () => {
    const given = { ...parameters, ContinueFlowExecution: "False" };
    const ring = () => ({ answer: "answered", afterSeconds: 4, talkSeconds: 30 }) as const;
    const { call, records } = await run([block("他所", "TransferParticipantToThirdParty", given)], { ring });
    expect([call.endedAt, records[0]?.DisconnectReason]).toEqual([at("10:00:34"), "THIRD_PARTY_DISCONNECT"]);
  });
});

describe("from one queue into another", () => {
  test("the caller is a new contact, and both name each other", async () => {
    const leaders = "arn:leaders";
    const hook = block(
      "案内",
      "UpdateContactEventHooks",
      { EventHooks: { CustomerQueue: "flow-queue" } },
      { next: "窓口" },
    );
    const calm = block(
      "無",
      "UpdateContactEventHooks",
      { EventHooks: { CustomerQueue: "flow-calm" } },
      { next: "移" },
    );
    const move = block(
      "移",
      "DequeueContactAndTransferToQueue",
      { QueueId: leaders },
      { errors: { NoMatchingError: "終" } },
    );
    const end = block("終", "EndFlowExecution", {});
    const scene = givenAnExchange({
      inbound: flowText(hook, chooseQueue("待つ"), enqueue, say("失敗", "しっぱい"), hangUp),
      others: {
        "flow-queue": flow(flowText(calm, move, end), "CUSTOMER_QUEUE", "待ち"),
        "flow-calm": flow(flowText(end), "CUSTOMER_QUEUE", "静か"),
      },
      queues: [
        { arn: queueArn, name: "総合窓口", hoursArn: "hours" },
        { arn: leaders, name: "リーダー", hoursArn: "hours" },
      ],
    });
    const operator = scene.operator({ queueArns: [leaders] });
    const call = scene.dial();
    await scene.exchange.advanceTo(at("10:00:30"));
    operator.signIn();
    expect(operator.answer(call)).toEqual({ ok: true, value: undefined });
    operator.finish(call, 0);
    await scene.exchange.runUntilIdle();
    expect(scene.records).toHaveLength(2);
    const [first, second] = scene.records;
    expect(first).toMatchObject({ ContactId: call.contactId, NextContactId: second?.ContactId, Agent: null });
    expect(second).toMatchObject({
      InitiationMethod: "QUEUE_TRANSFER",
      InitialContactId: call.contactId,
      PreviousContactId: call.contactId,
      Queue: { ARN: leaders },
      Agent: { Username: "OP01" },
    });
  });
});
