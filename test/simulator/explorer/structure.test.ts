import { describe, expect, test } from "vitest";
import { structuralProblems } from "../../../simulator/explorer/structure.ts";
import { documentOf, say, type ShortBlock, type ShortFlow, soundDesk } from "./planted-flows.ts";

function rulesOf(
  blocks: ShortFlow,
  type: Parameters<typeof structuralProblems>[1] = "CONTACT_FLOW",
): string[] {
  return structuralProblems(documentOf(blocks), type).map(({ rule, block }) =>
    `${rule} ${block ?? ""}`.trim(),
  );
}

/** A flow of one block and a hang-up, with a voice before it. */
function alone(block: ShortBlock): ShortFlow {
  return {
    voice: { type: "UpdateContactTextToSpeechVoice", with: { TextToSpeechVoice: "Mizuki" }, next: "it" },
    it: block,
    end: { type: "DisconnectParticipant" },
  };
}
const nextAndError = { next: "end", errors: { NoMatchingError: "end" } };

describe("the structure of a flow", () => {
  test("is sound in a desk without a fault", () => {
    expect(structuralProblems(documentOf(soundDesk), "CONTACT_FLOW")).toEqual([]);
  });

  test.each([
    ["no object", "a text", "envelope"],
    ["the console's old export", { modules: [{ type: "PlayPrompt" }] }, "envelope"],
    ["another version", { ...documentOf(soundDesk), Version: "2018-01-01" }, "envelope"],
    ["no block", { ...documentOf(soundDesk), Actions: [] }, "envelope"],
    ["a start that is no block", { ...documentOf(soundDesk), StartAction: "nowhere" }, "envelope"],
    ["an exit that leads to no block", documentOf({ a: say("はい。", "nowhere") }), "envelope"],
    [
      "a block without Parameters",
      { ...documentOf(soundDesk), Actions: [{ Identifier: "a", Type: "Loop" }] },
      "envelope",
    ],
    ["256,001 characters", { ...documentOf(soundDesk), Padding: "x".repeat(256_000) }, "limit"],
  ])("is refused for %s", (_what, document, rule) => {
    expect(structuralProblems(document, "CONTACT_FLOW").map((problem) => problem.rule)).toContain(rule);
  });

  test("takes 250 blocks and not one more", () => {
    const chain = (count: number): ShortFlow =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `b${index}`,
          index === count - 1
            ? { type: "DisconnectParticipant" }
            : {
                type: "UpdateFlowLoggingBehavior",
                with: { FlowLoggingBehavior: "Disabled" },
                next: `b${index + 1}`,
              },
        ]),
      );
    expect(rulesOf(chain(250))).toEqual([]);
    expect(rulesOf(chain(251))).toEqual(["limit"]);
  });

  test.each([
    "a%b",
    "a:b",
    "a(b",
    "a/b",
    "a=b",
    "a$b",
    "a,b",
    "a;b",
    "a[b",
    "a{b",
    "toString",
    "x".repeat(51),
  ])("forbids the identifier %s", (name) => {
    expect(rulesOf({ [name]: { type: "DisconnectParticipant" } })).toEqual([`identifier ${name}`]);
  });

  test("takes Japanese identifiers with spaces", () => {
    expect(rulesOf({ "電話 を切る": { type: "DisconnectParticipant" } })).toEqual([]);
  });

  test("names an unknown type with its identifier", () => {
    const [problem] = structuralProblems(
      documentOf(alone({ type: "SingASong", ...nextAndError })),
      "CONTACT_FLOW",
    );
    expect(problem).toMatchObject({ rule: "unknown-block", block: "it" });
    expect(problem?.message).toContain("SingASong");
    expect(problem?.message).toContain('"it"');
  });

  test.each<[string, ShortBlock, string]>([
    ["an exit of a block that ends the flow", { type: "DisconnectParticipant", next: "end" }, "exit it"],
    [
      "no exit for errors",
      { type: "MessageParticipant", with: { Text: "はい。" }, next: "end" },
      "missing-error-exit it",
    ],
    [
      "an error that the block does not have",
      {
        type: "MessageParticipant",
        with: { Text: "はい。" },
        next: "end",
        errors: { NoMatchingError: "end", QueueAtCapacity: "end" },
      },
      "exit it",
    ],
    [
      "two prompts at once",
      { type: "MessageParticipant", with: { Text: "はい。", PromptId: "p" }, ...nextAndError },
      "parameter it",
    ],
    ["no prompt at all", { type: "MessageParticipant", ...nextAndError }, "parameter it"],
    [
      "a prompt of 3,001 characters",
      { type: "MessageParticipant", with: { Text: "あ".repeat(3_001) }, ...nextAndError },
      "prompt-too-long it",
    ],
    [
      "a loop with one condition",
      { type: "Loop", with: { LoopCount: "2" }, when: { ContinueLooping: "end" } },
      "condition it",
    ],
    [
      "a loop of 101 rounds",
      { type: "Loop", with: { LoopCount: "101" }, when: { ContinueLooping: "end", DoneLooping: "end" } },
      "parameter it",
    ],
    [
      "hours compared with Yes",
      {
        type: "CheckHoursOfOperation",
        when: { Yes: "end", False: "end" },
        errors: { NoMatchingError: "end" },
      },
      "condition it",
    ],
    [
      "a comparison of a text",
      {
        type: "Compare",
        with: { ComparisonValue: "open" },
        errors: { NoMatchingCondition: "end" },
        when: { a: "end" },
      },
      "parameter it",
    ],
    [
      "a call back number that is written down",
      {
        type: "UpdateContactCallbackNumber",
        with: { CallbackNumber: "+81312345678" },
        next: "end",
        errors: { InvalidCallbackNumber: "end", CallbackNumberNotDialable: "end" },
      },
      "parameter it",
    ],
    [
      "a reference inside a queue's name",
      { type: "UpdateContactTargetQueue", with: { QueueId: "queue/$.Attributes.q" }, ...nextAndError },
      "parameter it",
    ],
    [
      "a menu without a key",
      {
        type: "GetParticipantInput",
        with: { Text: "はい。", StoreInput: "False" },
        next: "end",
        errors: { NoMatchingCondition: "end", NoMatchingError: "end" },
      },
      "condition it",
    ],
    [
      "a queue flow's block in an inbound flow",
      {
        type: "MessageParticipantIteratively",
        with: { Messages: [{ Text: "はい。" }] },
        errors: { NoMatchingError: "end" },
      },
      "not-permitted it",
    ],
    [
      "a service that ended",
      { type: "CheckVoiceId", when: { a: "end" }, errors: { NoMatchingError: "end" } },
      "ended-block it",
    ],
    [
      "two hooks in one block",
      {
        type: "UpdateContactEventHooks",
        with: { EventHooks: { CustomerQueue: "a", AgentHold: "b" } },
        ...nextAndError,
      },
      "parameter it",
    ],
  ])("finds %s", (_what, block, expected) => {
    expect(rulesOf(alone(block))).toContain(expected);
  });

  test("finds a block that nothing leads to, words before the voice, and logging while a number is typed", () => {
    const typing: ShortBlock = {
      type: "GetParticipantInput",
      with: {
        Text: "番号を。",
        StoreInput: "True",
        InputValidation: { CustomValidation: { MaximumLength: "12" } },
      },
      ...nextAndError,
    };
    const blocks: ShortFlow = {
      log: { type: "UpdateFlowLoggingBehavior", with: { FlowLoggingBehavior: "Enabled" }, next: "type" },
      type: typing,
      end: { type: "DisconnectParticipant" },
      lonely: { type: "DisconnectParticipant" },
    };
    expect(rulesOf(blocks)).toEqual([
      "unreachable-block lonely",
      "voice-before-words type",
      "logging-while-typing type",
    ]);
    // A queue flow's voice was set by the flow before it.
    expect(rulesOf(blocks, "CUSTOMER_QUEUE")).not.toContain("voice-before-words type");
  });
});
