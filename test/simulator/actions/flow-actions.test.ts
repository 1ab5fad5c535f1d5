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
  run,
  say,
} from "../exchange-fixture.ts";

const errors = { NoMatchingError: "失敗" };

describe("Wait", () => {
  test.each([
    ["TimeoutSeconds", "30"],
    ["TimeLimitSeconds", "30"],
    ["TimeLimitSeconds", 30],
  ])("goes on after %s of %o", async (name, seconds) => {
    const wait = block("待", "Wait", { [name]: seconds }, { when: { WaitCompleted: "成功" }, errors });
    const { call } = await run([wait]);
    expect(call.transcript.find(({ kind }) => kind === "said")).toMatchObject({
      at: at("10:00:30"),
      text: "せいこう",
    });
  });
});

describe("DistributeByPercentage", () => {
  const ways = {
    Conditions: [
      { NextAction: "成功", Condition: { Operator: "NumberLessThan", Operands: ["31"] } },
      { NextAction: "失敗", Condition: { Operator: "NumberLessThan", Operands: ["61"] } },
    ],
    Errors: [{ NextAction: "その他", ErrorType: "NoMatchingCondition" }],
  };

  test.each([
    [0, "せいこう"],
    [0.299, "せいこう"],
    [0.3, "しっぱい"],
    [0.599, "しっぱい"],
    [0.6, "そのほか"],
    [0.999, "そのほか"],
  ])("by 30, 30 and 40 percent, chance %d takes its share", async (chance, expected) => {
    const draw = { ...block("籤", "DistributeByPercentage", {}), Transitions: ways } as ReturnType<
      typeof block
    >;
    const { call } = await run([draw], { random: () => chance });
    expect(heard(call)).toEqual([expected]);
  });
});

describe("ShowView", () => {
  test("runs out of time, because nobody looks at it", async () => {
    const parameters = { ViewResource: { Id: "v", Version: "1" }, InvocationTimeLimitSeconds: "60" };
    const ways = { errors: { TimeLimitExceeded: "その他", NoMatchingError: "失敗" } };
    expect(await heardAfter("ShowView", parameters, ways)).toEqual(["そのほか"]);
  });
});

describe("a module", () => {
  const module = (...blocks: ReturnType<typeof block>[]) => ({
    module: flow(flowText(...blocks), "MODULE", "部品"),
  });
  const finish = block("了", "EndFlowModuleExecution", {});
  const ask = (next: string) =>
    block(
      "問",
      "InvokeLambdaFunction",
      { LambdaFunctionARN: "fn", InvocationTimeLimitSeconds: "8" },
      { next },
    );
  const set = block("設", "UpdateContactAttributes", { Attributes: { a: "属性" } }, { next: "呼" });
  const call = block("呼", "InvokeFlowModule", { FlowModuleId: "module" }, { next: "言", errors });
  const tell = say("言", "外は$.External.answerと$.Attributes.b", "end");

  test("sees contact attributes and not the flow's answers, and gives the flow its own answers back", async () => {
    const others = module(
      say("中", "中は$.Attributes.aと$.External.answer", "書"),
      block("書", "UpdateContactAttributes", { Attributes: { b: "戻り" } }, { next: "問" }),
      ask("了"),
      finish,
    );
    let asked = 0;
    const scene = givenAnExchange({
      inbound: flowText(ask("設"), set, call, tell, say("失敗", "しっぱい"), hangUp),
      others,
      answers: () => ({ answer: `答${++asked}` }),
    });
    const dialled = scene.dial();
    await scene.exchange.runUntilIdle();
    expect(heard(dialled)).toEqual(["中は属性と", "外は答1と戻り"]);
  });

  test("whose error is not caught, or that does not exist, takes the error branch", async () => {
    const broken = module(say("中", "$.Attributes.none", "了"), finish);
    expect(heard((await run([{ ...call }, tell], { others: broken })).call)).toEqual(["しっぱい"]);
    expect(heard((await run([{ ...call }, tell])).call)).toEqual(["しっぱい"]);
  });

  test("ends nowhere but in itself", async () => {
    await expect(run([finish])).rejects.toThrow("does not permit it in a CONTACT_FLOW flow");
  });
});

describe("an asynchronous function", () => {
  test("does not keep the flow, which sees its id and not its answer", async () => {
    const ask = block(
      "問",
      "InvokeLambdaFunction",
      { LambdaFunctionARN: "fn", InvocationType: "ASYNCHRONOUS", InvocationTimeLimitSeconds: "60" },
      { next: "言" },
    );
    const tell = say("言", "番号$.LambdaInvocation.InvocationId、答え$.External.a");
    const { call, invocations } = await run([ask, tell], {
      functionSeconds: () => 30,
      answers: () => ({ a: "1" }),
    });
    expect(heard(call)).toEqual([expect.stringMatching(/^番号id-\d+、答え$/)]);
    expect(invocations).toHaveLength(1);
    expect(call.transcript.find(({ kind }) => kind === "said")?.at).toBe(at());
  });
});

describe("recordings", () => {
  test.each([
    [{ PromptId: "prompt-1" }, "prompt-1"],
    [{ Media: { Uri: "s3://prompts/1.wav", SourceType: "S3", MediaType: "Audio" } }, "s3://prompts/1.wav"],
  ])("%o takes the seconds that were stated for it", async (parameters, name) => {
    const { call } = await run([block("曲", "MessageParticipant", parameters, { next: "成功" })], {
      promptSeconds: (prompt) => (prompt === name ? 12 : 0),
    });
    expect(call.transcript[1]).toMatchObject({ text: `（録音：${name}）`, seconds: 12 });
  });
});

describe("contact data", () => {
  test("of every kind is set, references too", async () => {
    const data = {
      TargetContact: "Current",
      LanguageCode: "ja-JP",
      WisdomSessionArn: "arn:session",
      References: { 相談: { Type: "URL", Value: "https://desk.example/$.ContactId" } },
    };
    const { call } = await run([block("資料", "UpdateContactData", data, { next: "成功" })]);
    expect(call.contact.scope.References).toEqual({
      相談: { Type: "URL", Value: "https://desk.example/id-1" },
    });
  });
});

describe("a task", () => {
  test("has nobody who could press a key, so that a menu takes its error branch", async () => {
    const menu = block(
      "問",
      "GetParticipantInput",
      { Text: "あ", InputTimeLimitSeconds: "5" },
      { errors: { NoMatchingError: "待" } },
    );
    const wait = block("待", "Wait", { TimeoutSeconds: "5" }, { when: { WaitCompleted: "end" } });
    const { exchange } = givenAnExchange({
      inbound: flowText(hangUp),
      others: { "flow-task": flow(flowText(menu, wait, hangUp)) },
    });
    const made = exchange.startTask({ flowArn: "flow-task", name: "作業" });
    if (!made.ok) throw new Error(made.problem);
    await exchange.runUntilIdle();
    expect(made.value.transcript.map(({ kind }) => kind)).toEqual([
      "arrived",
      "recovered",
      "silence",
      "hung-up",
    ]);
  });

  test("made by a flow goes to an operator through its own flow, and hears nothing", async () => {
    const queue = block("窓口", "UpdateContactTargetQueue", { QueueId: "arn:back" }, { next: "待つ" });
    const work = flow(
      flowText(say("挨拶", "おまちください", "窓口"), queue, block("待つ", "TransferContactToQueue", {})),
    );
    const make = block(
      "作",
      "CreateTask",
      {
        ContactFlowId: "flow-task",
        Name: "折返し $.Channel",
        Attributes: { due: "today" },
        DelaySeconds: "60",
      },
      { next: "成功", errors },
    );
    const scene = givenAnExchange({
      inbound: flowText(make, say("成功", "$.Task.ContactId"), say("失敗", "しっぱい"), hangUp),
      others: { "flow-task": work },
      queues: [{ arn: "arn:back", name: "事務", hoursArn: "hours" }],
    });
    scene
      .operator({
        automatic: () => ({ answerAfterSeconds: 3, talkSeconds: 100, afterContactWorkSeconds: 20 }),
      })
      .signIn();
    const call = scene.dial();
    await scene.exchange.runUntilIdle();
    const record = scene.records.find(({ Channel }) => Channel === "TASK");
    expect(heard(call)).toEqual([record?.ContactId]);
    expect(record).toMatchObject({
      Attributes: { due: "today" },
      CustomerEndpoint: null,
      InitiationMethod: "FLOW",
      Queue: { EnqueueTimestamp: "2024-07-16T01:01:00Z", Duration: 3 },
      Agent: { AgentInteractionDuration: 100 },
    });
  });
});
