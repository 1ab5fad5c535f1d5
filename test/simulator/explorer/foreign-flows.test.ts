import { describe, expect, test } from "vitest";
import { checkFlows } from "../../../simulator/explorer/check-flows.ts";
import { flowTypeOf } from "../../../simulator/explorer/flow-type.ts";
import { testCaseOf } from "../../../simulator/explorer/test-case.ts";
import { documentOf, say, type ShortFlow, sourceOf } from "./planted-flows.ts";

const id = (digit: string) =>
  `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`;
const end: ShortFlow[string] = { type: "DisconnectParticipant" };

function checked(blocks: ShortFlow, type?: Parameters<typeof sourceOf>[2]) {
  const [check] = checkFlows([sourceOf("foreign", blocks, type)], { reportAttributes: [] });
  if (!check) throw new Error("Nothing was checked.");
  return check;
}

function rules(blocks: ShortFlow, type?: Parameters<typeof sourceOf>[2]): string[] {
  return checked(blocks, type).problems.map(({ rule, block }) => `${rule} ${block}`);
}

/** As the console names blocks: random identifiers, recorded prompts, a menu without the exit for no key. */
const consoleMenu: ShortFlow = {
  [id("a")]: {
    type: "GetParticipantInput",
    with: {
      PromptId: "arn:aws:connect:us-east-1:111122223333:instance/i/prompt/p",
      StoreInput: "False",
      InputTimeLimitSeconds: "5",
    },
    when: { "1": id("b"), "2": id("c") },
    errors: { NoMatchingCondition: id("d"), NoMatchingError: id("d") },
  },
  [id("b")]: {
    type: "UpdateContactTargetQueue",
    with: { QueueId: "arn:aws:connect:us-east-1:111122223333:instance/i/queue/q" },
    next: id("e"),
    errors: { NoMatchingError: id("d") },
  },
  [id("e")]: {
    type: "TransferContactToQueue",
    next: id("d"),
    errors: { QueueAtCapacity: id("d"), NoMatchingError: id("d") },
  },
  [id("c")]: {
    type: "TransferToFlow",
    with: { ContactFlowId: "arn:aws:connect:us-east-1:111122223333:instance/i/contact-flow/f" },
    next: id("d"),
    errors: { NoMatchingError: id("d") },
  },
  [id("d")]: {
    type: "MessageParticipant",
    with: { PromptId: "arn:aws:connect:us-east-1:111122223333:instance/i/prompt/bye" },
    next: id("f"),
    errors: { NoMatchingError: id("f") },
  },
  [id("f")]: end,
};

describe("anybody's flow", () => {
  test("with random identifiers, recordings and a menu without the exit for no key is walked", () => {
    const { states, notes, problems } = checked(consoleMenu);
    expect(states).toBeGreaterThanOrEqual(6);
    expect(notes).toEqual([
      "arn:aws:connect:us-east-1:111122223333:instance/i/contact-flow/f is named and not at hand: it was not followed.",
    ]);
    // Silence takes the exit for every other error; a recording that cannot be played leaves nothing to say.
    expect(problems.map(({ rule }) => rule)).not.toContain("voice-before-words");
    expect(problems.map(({ rule }) => rule)).not.toContain("missing-error-exit");
  });

  test.each(["TimeoutSeconds", "TimeLimitSeconds"])("may spell the wait %s", (name) => {
    expect(
      rules({
        voice: {
          type: "UpdateContactTextToSpeechVoice",
          with: { TextToSpeechVoice: "Joanna" },
          next: "wait",
        },
        wait: {
          type: "Wait",
          with: { [name]: "60" },
          when: { WaitCompleted: "bye" },
          errors: { NoMatchingError: "bye" },
        },
        bye: say("Goodbye.", "end"),
        end,
      }),
    ).toEqual([]);
  });

  test("may write truth and numbers as texts, in either case", () => {
    const typed = (storeInput: string): ShortFlow => ({
      voice: { type: "UpdateContactTextToSpeechVoice", with: { TextToSpeechVoice: "Joanna" }, next: "type" },
      type: {
        type: "GetParticipantInput",
        with: {
          Text: "Enter your number.",
          StoreInput: storeInput,
          InputTimeLimitSeconds: "5",
          InputValidation: { CustomValidation: { MaximumLength: "20" } },
          DTMFConfiguration: { DisableCancelKey: "False", InputTerminationSequence: "#" },
        },
        next: "wasTyped",
        errors: { NoMatchingError: "bye" },
      },
      wasTyped: {
        type: "Compare",
        with: { ComparisonValue: "$.StoredCustomerInput" },
        when: { Timeout: "bye", "NumberGreaterThan 100": "thanks" },
        errors: { NoMatchingCondition: "bye" },
      },
      thanks: say("Thank you.", "end"),
      bye: say("Goodbye.", "end"),
      end,
    });
    expect(rules(typed("True"))).toEqual([]);
    expect(rules(typed("true"))).toEqual([]);
    // Voice, input, comparison of three kinds of text, two sentences, the end and its parting.
    expect(checked(typed("True")).paths).toBe("3");
  });

  test("that is a module is known by how it ends, and returns", () => {
    const module: ShortFlow = {
      look: {
        type: "InvokeLambdaFunction",
        with: { LambdaFunctionARN: "$.Attributes.function", InvocationTimeLimitSeconds: "8" },
        next: "which",
        errors: { NoMatchingError: "back" },
      },
      which: {
        type: "Compare",
        with: { ComparisonValue: "$.External.tier" },
        when: { gold: "note", silver: "note" },
        errors: { NoMatchingCondition: "back" },
      },
      note: {
        type: "UpdateContactAttributes",
        with: { Attributes: { tier: "$.External.tier" }, TargetContact: "Current" },
        next: "back",
        errors: { NoMatchingError: "back" },
      },
      back: { type: "EndFlowModuleExecution" },
    };
    expect(flowTypeOf(documentOf(module))).toBe("MODULE");
    expect(rules(module, "MODULE")).toEqual([]);
    expect(checked(module, "MODULE").paths).toBe("3");
  });

  test("of a task with blocks that only the guide lists is walked by its exits", () => {
    expect(
      rules({
        get: {
          type: "GetCase",
          with: { GetLastUpdatedCase: "True" },
          next: "end",
          errors: { NoMatchingError: "sing" },
        },
        sing: { type: "SingASong", next: "end", errors: { NoMatchingError: "end" } },
        end,
      }),
    ).toEqual(["unknown-block sing", "ends-well end"]);
  });

  test("that is no flow is named as such, and not walked", () => {
    const [check] = checkFlows([{ name: "text", type: "CONTACT_FLOW", document: "?" }], {
      reportAttributes: [],
    });
    expect(check).toMatchObject({ flow: "text", actions: 0, states: 0, paths: "0" });
    expect(check?.problems.map(({ rule }) => rule)).toEqual(["envelope"]);
  });

  test("shows a fault that can be replayed: prompts are awaited and keys pressed in the testing language", () => {
    const blocks: ShortFlow = {
      voice: { type: "UpdateContactTextToSpeechVoice", with: { TextToSpeechVoice: "Joanna" }, next: "menu" },
      menu: {
        type: "GetParticipantInput",
        with: { Text: "Press 1.", StoreInput: "False", InputTimeLimitSeconds: "5" },
        when: { "1": "end" },
        errors: { NoMatchingCondition: "bye", InputTimeLimitExceeded: "bye", NoMatchingError: "bye" },
      },
      bye: say("Goodbye.", "end"),
      end,
    };
    const problem = checked(blocks).problems.find(({ rule }) => rule === "ends-well");
    const document = problem && testCaseOf(problem);
    expect(document).toMatchObject({
      Version: "2025-06-21",
      Observations: [
        { Event: { Type: "TestInitiated" }, Transitions: { NextObservations: ["heard-1"] } },
        {
          Identifier: "heard-1",
          Event: {
            Type: "MessageReceived",
            MatchingCriteria: "Similarity",
            Properties: { Text: "Press 1." },
          },
          Actions: [{ Type: "SendDTMF", Parameters: { Digits: "1" } }],
        },
      ],
    });
    // Reported of a live call: Usage on TestInitiated is refused.
    expect(document?.Observations[0]).not.toHaveProperty("Usage");
    expect(JSON.stringify(document?.Metadata)).toContain("SendDTMF");
  });
});
