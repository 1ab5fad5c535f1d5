import { describe, expect, test } from "vitest";
import type { Block, Flow } from "../../../connect-flows/language/block.ts";
import { flowDocument, flowText } from "../../../connect-flows/language/to-json.ts";

/** Expected shapes: AWS developer guide, Flow language, one page an action; `NextAction` rule: observed refusals of CreateContactFlow. */

function flowWith(block: Block, type: Flow["type"] = "CONTACT_FLOW"): Flow {
  const blocks = { block, a: end, b: end, c: end };
  return { name: "sample", description: "A sample.", type, references: [], start: "block", blocks };
}
const end: Block = { kind: "disconnect" };

const action = (block: Block) => {
  const { Identifier, ...written } = flowDocument(flowWith(block)).Actions[0]!;
  expect(Identifier).toBe("block");
  return written;
};

const nextOrError = {
  NextAction: "a",
  Errors: [{ ErrorType: "NoMatchingError", NextAction: "b" }],
  Conditions: [],
};

describe("each kind of block is written as its action", () => {
  test.each<[Block, string, object]>([
    [
      { kind: "setVoice", voice: { name: "Kazuha", engine: "Neural" }, next: "a", onError: "b" },
      "UpdateContactTextToSpeechVoice",
      { TextToSpeechVoice: "Kazuha", TextToSpeechEngine: "Neural" },
    ],
    [
      { kind: "setLanguage", language: "ja-JP", next: "a", onError: "b" },
      "UpdateContactData",
      { LanguageCode: "ja-JP" },
    ],
    [
      {
        kind: "invokeLambda",
        function: "Answer",
        timeLimitSeconds: 3,
        parameters: { step: "x" },
        next: "a",
        onError: "b",
      },
      "InvokeLambdaFunction",
      {
        LambdaFunctionARN: "${Answer}",
        InvocationTimeLimitSeconds: "3",
        InvocationType: "SYNCHRONOUS",
        LambdaInvocationAttributes: { step: "x" },
        ResponseValidation: { ResponseType: "STRING_MAP" },
      },
    ],
    [
      { kind: "setAttributes", attributes: { arrival: "open" }, next: "a", onError: "b" },
      "UpdateContactAttributes",
      { Attributes: { arrival: "open" }, TargetContact: "Current" },
    ],
    [{ kind: "say", text: "あ", next: "a", onError: "b" }, "MessageParticipant", { Text: "あ" }],
    [
      { kind: "recordCall", next: "a", onError: "b" },
      "UpdateContactRecordingBehavior",
      { RecordingBehavior: { RecordedParticipants: ["Agent", "Customer"] } },
    ],
    [
      { kind: "setHook", hook: "CustomerQueue", flow: "WaitingFlow", next: "a", onError: "b" },
      "UpdateContactEventHooks",
      { EventHooks: { CustomerQueue: "${WaitingFlow}" } },
    ],
    [
      { kind: "setQueue", queue: "Queue", next: "a", onError: "b" },
      "UpdateContactTargetQueue",
      { QueueId: "${Queue}" },
    ],
    [{ kind: "getQueueMetrics", next: "a", onError: "b" }, "GetMetricData", { QueueChannel: "Voice" }],
    [
      { kind: "storeNumber", text: "番号", limitSeconds: 10, mostDigits: 11, next: "a", onError: "b" },
      "GetParticipantInput",
      {
        Text: "番号",
        InputTimeLimitSeconds: "10",
        StoreInput: "True",
        InputValidation: { CustomValidation: { MaximumLength: "11" } },
        DTMFConfiguration: {
          InputTerminationSequence: "#",
          DisableCancelKey: "False",
          InterdigitTimeLimitSeconds: "5",
        },
      },
    ],
  ])("$kind", (block, type, parameters) => {
    expect(action(block)).toEqual({ Type: type, Parameters: parameters, Transitions: nextOrError });
  });

  test("compare, which asks its cases in order and repeats its last exit as NextAction", () => {
    expect(
      action({
        kind: "compare",
        value: "$.External.status",
        cases: { open: "a", closed: "b" },
        otherwise: "c",
      }),
    ).toEqual({
      Type: "Compare",
      Parameters: { ComparisonValue: "$.External.status" },
      Transitions: {
        NextAction: "c",
        Errors: [{ ErrorType: "NoMatchingCondition", NextAction: "c" }],
        Conditions: [
          { NextAction: "a", Condition: { Operator: "Equals", Operands: ["open"] } },
          { NextAction: "b", Condition: { Operator: "Equals", Operands: ["closed"] } },
        ],
      },
    });
  });

  test.each([
    ["TextContains", "-"],
    ["NumberGreaterThan", "0"],
  ] as const)("test, with the one condition %s", (operator, operand) => {
    const block: Block = { kind: "test", value: "$.x", operator, operand, holds: "a", otherwise: "b" };
    expect(action(block)).toEqual({
      Type: "Compare",
      Parameters: { ComparisonValue: "$.x" },
      Transitions: {
        NextAction: "b",
        Errors: [{ ErrorType: "NoMatchingCondition", NextAction: "b" }],
        Conditions: [{ NextAction: "a", Condition: { Operator: operator, Operands: [operand] } }],
      },
    });
  });

  test("loop, with exactly the conditions ContinueLooping and DoneLooping, and no error", () => {
    expect(action({ kind: "loop", times: 3, again: "a", done: "b" })).toEqual({
      Type: "Loop",
      Parameters: { LoopCount: "3" },
      Transitions: {
        NextAction: "b",
        Errors: [],
        Conditions: [
          { NextAction: "a", Condition: { Operator: "Equals", Operands: ["ContinueLooping"] } },
          { NextAction: "b", Condition: { Operator: "Equals", Operands: ["DoneLooping"] } },
        ],
      },
    });
  });

  test("menu, with a condition a key and an exit for silence, for another key and for a fault", () => {
    const block: Block = {
      kind: "menu",
      text: "番号",
      limitSeconds: 5,
      keys: { 1: "a", "#": "b" },
      onTimeout: "a",
      onOther: "b",
      onError: "c",
    };
    expect(action(block)).toEqual({
      Type: "GetParticipantInput",
      Parameters: { Text: "番号", InputTimeLimitSeconds: "5", StoreInput: "False" },
      Transitions: {
        NextAction: "c",
        Errors: [
          { ErrorType: "InputTimeLimitExceeded", NextAction: "a" },
          { ErrorType: "NoMatchingCondition", NextAction: "b" },
          { ErrorType: "NoMatchingError", NextAction: "c" },
        ],
        Conditions: [
          { NextAction: "a", Condition: { Operator: "Equals", Operands: ["1"] } },
          { NextAction: "b", Condition: { Operator: "Equals", Operands: ["#"] } },
        ],
      },
    });
  });

  test("setLogging, which cannot fail", () => {
    expect(action({ kind: "setLogging", logging: "Disabled", next: "a" })).toEqual({
      Type: "UpdateFlowLoggingBehavior",
      Parameters: { FlowLoggingBehavior: "Disabled" },
      Transitions: { NextAction: "a", Errors: [], Conditions: [] },
    });
  });

  test("checkHours, with exactly the conditions True and False", () => {
    expect(action({ kind: "checkHours", hours: "Hours", open: "a", closed: "b", onError: "c" })).toEqual({
      Type: "CheckHoursOfOperation",
      Parameters: { HoursOfOperationId: "${Hours}" },
      Transitions: {
        NextAction: "c",
        Errors: [{ ErrorType: "NoMatchingError", NextAction: "c" }],
        Conditions: [
          { NextAction: "a", Condition: { Operator: "Equals", Operands: ["True"] } },
          { NextAction: "b", Condition: { Operator: "Equals", Operands: ["False"] } },
        ],
      },
    });
  });

  test("transferToQueue, without parameters", () => {
    expect(action({ kind: "transferToQueue", atCapacity: "a", onError: "b" })).toEqual({
      Type: "TransferContactToQueue",
      Parameters: {},
      Transitions: {
        NextAction: "b",
        Errors: [
          { ErrorType: "QueueAtCapacity", NextAction: "a" },
          { ErrorType: "NoMatchingError", NextAction: "b" },
        ],
        Conditions: [],
      },
    });
  });

  test("repeatMessages, with pauses as SSML and without an interruption", () => {
    const messages = [
      { text: "A & B <1>", pauseSeconds: 10 },
      { text: "C", pauseSeconds: 0 },
    ];
    expect(action({ kind: "repeatMessages", messages, interruption: "none", onError: "a" })).toEqual({
      Type: "MessageParticipantIteratively",
      Parameters: {
        Messages: [{ SSML: '<speak>A &amp; B &lt;1&gt;<break time="10s"/></speak>' }, { Text: "C" }],
      },
      Transitions: { Errors: [{ ErrorType: "NoMatchingError", NextAction: "a" }], Conditions: [] },
    });
  });

  test("repeatMessages, interrupted", () => {
    const messages = [{ text: "C", pauseSeconds: 0 }];
    const interruption = { afterSeconds: 30, next: "b" };
    expect(action({ kind: "repeatMessages", messages, interruption, onError: "a" })).toEqual({
      Type: "MessageParticipantIteratively",
      Parameters: { Messages: [{ Text: "C" }], InterruptFrequencySeconds: "30" },
      Transitions: {
        Errors: [{ ErrorType: "NoMatchingError", NextAction: "a" }],
        Conditions: [
          { NextAction: "b", Condition: { Operator: "Equals", Operands: ["MessagesInterrupted"] } },
        ],
      },
    });
  });

  test.each([
    ["disconnect", "DisconnectParticipant"],
    ["endFlow", "EndFlowExecution"],
  ] as const)("%s, which leads nowhere", (kind, type) => {
    expect(action({ kind })).toEqual({ Type: type, Parameters: {}, Transitions: {} });
  });
});

describe("the document", () => {
  const document = flowDocument(
    flowWith({ kind: "setVoice", voice: { name: "Takumi", engine: "Neural" }, next: "a", onError: "b" }),
  );

  test("is of the one version that there is, and starts at a block by its name", () => {
    expect(document.Version).toBe("2019-10-30");
    expect(document.StartAction).toBe("block");
    expect(document.Actions.map(({ Identifier }) => Identifier)).toEqual(["block", "a", "b", "c"]);
  });

  test("has a place on the canvas for every action and for nothing else", () => {
    expect(Object.keys(document.Metadata.ActionMetadata).toSorted()).toEqual(["a", "b", "block", "c"]);
  });

  test("holds no number and no truth value in a parameter, which Connect refuses", () => {
    const leaves = (value: unknown): unknown[] =>
      typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [value];
    const all = document.Actions.flatMap(({ Parameters }) => leaves(Parameters));
    expect(all.length).toBeGreaterThan(0);
    for (const leaf of all) expect(typeof leaf).toBe("string");
  });

  test("is text of two-space JSON that ends in a newline", () => {
    const text = flowText(flowWith(end));
    expect(text.startsWith('{\n  "Version": "2019-10-30",\n')).toBe(true);
    expect(text.endsWith("}\n")).toBe(true);
    expect(JSON.parse(text)).toEqual(flowDocument(flowWith(end)));
  });
});
