import { describe, expect, test } from "vitest";
import {
  at,
  block,
  flow,
  flowText,
  givenAnExchange,
  hangUp,
  heard,
  heardAfter,
  kinds,
  queueArn,
  run,
  say,
} from "../exchange-fixture.ts";

const general = { NoMatchingError: "失敗" };

describe("CheckHoursOfOperation", () => {
  const ways = { when: { True: "成功", False: "その他" }, errors: general };
  const isOpen = (hoursArn: string, instant: number) => hoursArn === "hours" && instant < at("17:00:00");
  const dialled = (time: string) => ({ at: at(time) });

  test.each([
    ["16:59:59.999", "せいこう"],
    ["17:00:00", "そのほか"],
  ])("at %s it says what the calendar says", async (time, expected) => {
    const parameters = { HoursOfOperationId: "hours" };
    expect(await heardAfter("CheckHoursOfOperation", parameters, ways, { isOpen }, dialled(time))).toEqual([
      expected,
    ]);
  });

  test("without an id it asks for the working queue's hours, and without a queue it errs", async () => {
    expect(await heardAfter("CheckHoursOfOperation", {}, ways, { isOpen })).toEqual(["しっぱい"]);
    const queue = block("窓口", "UpdateContactTargetQueue", { QueueId: queueArn }, { next: "時間" });
    const { call } = await run([queue, block("時間", "CheckHoursOfOperation", {}, ways)], { isOpen });
    expect(heard(call)).toEqual(["せいこう"]);
  });

  test("the fault hours-error takes the error branch", async () => {
    const parameters = { HoursOfOperationId: "hours" };
    const heardThen = await heardAfter(
      "CheckHoursOfOperation",
      parameters,
      ways,
      {},
      { faults: ["hours-error"] },
    );
    expect(heardThen).toEqual(["しっぱい"]);
  });
});

describe("Loop", () => {
  test.each([
    ["0", []],
    ["2", ["あ", "あ"]],
  ])("goes round %s times, and as often again afterwards", async (LoopCount, once) => {
    const { call } = await run([
      block("輪", "Loop", { LoopCount }, { when: { ContinueLooping: "言", DoneLooping: "再" } }),
      say("言", "あ", "輪"),
      block("再", "Loop", { LoopCount: "1" }, { when: { ContinueLooping: "輪", DoneLooping: "成功" } }),
    ]);
    expect(heard(call)).toEqual([...once, ...once, "せいこう"]);
  });

  test("a count beyond 100 is a mistake in the flow", async () => {
    await expect(heardAfter("Loop", { LoopCount: "101" }, {})).rejects.toThrow("whole number from 0 to 100");
  });
});

describe("leaving the flow", () => {
  test("the contact goes on in another inbound flow with its attributes", async () => {
    const others = { "flow-other": flow(flowText(say("言", "値は$.Attributes.v"), hangUp)) };
    const set = block(
      "設",
      "UpdateContactAttributes",
      { Attributes: { v: "1", to: "flow-other" } },
      { next: "移" },
    );
    const { call } = await run(
      [set, block("移", "TransferToFlow", { ContactFlowId: "$.Attributes.to" }, {})],
      { others },
    );
    expect(heard(call)).toEqual(["値は1"]);
  });

  test("an unknown flow, and one that is not inbound, take the error branch", async () => {
    const others = {
      "flow-queue": flow(flowText(block("終", "EndFlowExecution", {})), "CUSTOMER_QUEUE", "待ち"),
    };
    for (const ContactFlowId of ["flow-unknown", "flow-queue", "$.Attributes.none"])
      expect(await heardAfter("TransferToFlow", { ContactFlowId }, { errors: general }, { others })).toEqual([
        "しっぱい",
      ]);
  });

  test.each(["DisconnectParticipant", "EndFlowExecution"])(
    "%s in an inbound flow ends the call",
    async (type) => {
      const { call, records } = await run([block("終", type, {})]);
      expect([call.state, kinds(call)]).toEqual(["ended", ["arrived", "hung-up"]]);
      expect(records[0]?.DisconnectReason).toBe("CONTACT_FLOW_DISCONNECT");
    },
  );

  test("a block after which nothing follows is a fault", async () => {
    expect(kinds((await run([block("設", "UpdateContactData", { Name: "a" })])).call)).toEqual([
      "arrived",
      "fault",
      "hung-up",
    ]);
  });
});

describe("queues", () => {
  const target = block(
    "窓口",
    "UpdateContactTargetQueue",
    { QueueId: queueArn },
    { next: "待", errors: general },
  );
  const transfer = block(
    "待",
    "TransferContactToQueue",
    {},
    { errors: { QueueAtCapacity: "その他", ...general } },
  );
  const queues = [{ arn: queueArn, name: "総合窓口", hoursArn: "hours", capacity: 1 }];

  test("a chosen queue can be named in a prompt", async () => {
    const choose = block("窓口", "UpdateContactTargetQueue", { QueueId: queueArn }, { next: "言" });
    expect(heard((await run([choose, say("言", "$.Queue.Name")])).call)).toEqual(["総合窓口"]);
  });

  test("an unknown queue takes the error branch", async () => {
    expect(
      await heardAfter("UpdateContactTargetQueue", { QueueId: "queue-unknown" }, { errors: general }),
    ).toEqual(["しっぱい"]);
  });

  test("without a chosen queue the transfer takes the error branch", async () => {
    expect(heard((await run([transfer])).call)).toEqual(["しっぱい"]);
  });

  test("a full queue refuses, stays the working queue, and has room again when somebody left", async () => {
    const scene = givenAnExchange({
      inbound: flowText(target, transfer, say("失敗", "しっぱい"), say("その他", "そのほか"), hangUp),
      queues,
    });
    const [first, second] = [scene.dial(), scene.dial()];
    await scene.exchange.runUntilIdle();
    expect([first.state, second.state, heard(second)]).toEqual(["queued", "ended", ["そのほか"]]);
    expect(second.contact.scope.Queue?.ARN).toBe(queueArn);
    expect(scene.records.map((record) => [record.ContactId, record.Queue])).toEqual([
      [second.contactId, null],
    ]);
    first.hangUp();
    const third = scene.dial({ at: at("10:10:00") });
    await scene.exchange.runUntilIdle();
    expect(third.state).toBe("queued");
  });

  test("the fault queue-full refuses as a full queue does", async () => {
    const { call } = await run([target, transfer], {}, { faults: ["queue-full"] });
    expect(heard(call)).toEqual(["そのほか"]);
    expect(call.transcript[1]).toMatchObject({
      kind: "recovered",
      text: expect.stringContaining("QueueAtCapacity"),
    });
  });

  test("a full queue without its own branch takes the general one", async () => {
    const { call } = await run(
      [target, block("待", "TransferContactToQueue", {}, { errors: general })],
      {},
      { faults: ["queue-full"] },
    );
    expect(heard(call)).toEqual(["しっぱい"]);
  });
});
