import { describe, expect, test } from "vitest";
import { inboundFlow } from "../../../connect-flows/flows/inbound.ts";
import { flowDocument } from "../../../connect-flows/language/to-json.ts";
import { programmes } from "../../../programmes/registry.ts";
import { speechSeconds } from "../../../simulator/speech-duration.ts";
import { waterDesk } from "../../programmes/second-programme.ts";
import { walk, type World } from "./walked-call.ts";

const document = flowDocument(inboundFlow(waterDesk));
const actions = new Map(document.Actions.map((action) => [action.Identifier, action]));
const { phrases } = waterDesk;
const greeting = phrases.greeting + phrases.recordingNotice;

const open = {
  status: "open",
  announced: "no",
  announcement: "",
  route: "operator",
  caller: "first",
  openCase: "",
};
const closed = { ...open, status: "closed", sentence: "お休みです。" };

/** A call to which the function gives an answer, on which the caller presses 0 at the menu. */
function call(answer: Record<string, string>, outcomes: World["outcomes"] = {}) {
  return walk(document, { outcomes: { askArrival: answer, menu: "0", ...outcomes } });
}

describe("an open desk", () => {
  test("names the call's later flows, greets, tells of the recording, records, asks and queues", () => {
    const walked = call(open);
    expect(walked.types).toEqual([
      "UpdateContactTextToSpeechVoice",
      "UpdateContactData",
      "InvokeLambdaFunction",
      "UpdateContactAttributes",
      "Compare",
      "Compare",
      "UpdateContactEventHooks",
      "UpdateContactEventHooks",
      "UpdateContactEventHooks",
      "UpdateContactEventHooks",
      "MessageParticipant",
      "UpdateContactRecordingBehavior",
      "UpdateContactAttributes",
      "Compare",
      "GetParticipantInput",
      "UpdateContactAttributes",
      "UpdateContactTargetQueue",
      "TransferContactToQueue",
    ]);
    expect(walked.spoken).toEqual([greeting, phrases.menu.choose]);
    expect(walked.end).toBe("${OperatorQueue}");
    expect(walked.attributes).toEqual({
      arrival: "open",
      programme: "aozora-water",
      caller: "first",
      openCase: "",
      recordingTold: "yes",
      menu: "operator",
    });
    expect(walked.hooks).toEqual({
      CustomerQueue: "${WaitingFlow}",
      AgentWhisper: "${OperatorWhisperFlow}",
      CustomerHold: "${CustomerHoldFlow}",
      CustomerRemaining: "${AfterCallFlow}",
    });
  });

  test("is asked for its state before a word is said, so that 16:59:59 is open", () => {
    const { types } = call(open);
    expect(types.indexOf("InvokeLambdaFunction")).toBeGreaterThan(-1);
    expect(types.indexOf("InvokeLambdaFunction")).toBeLessThan(types.indexOf("MessageParticipant"));
    expect(actions.get("askArrival")?.Parameters).toMatchObject({
      InvocationTimeLimitSeconds: "3",
      LambdaInvocationAttributes: { step: "arrival" },
      ResponseValidation: { ResponseType: "STRING_MAP" },
    });
  });

  test("keeps what the function knows of the caller for the operator's ear", () => {
    const { attributes } = call({ ...open, caller: "returning", openCase: "4198-4829-1374" });
    expect(attributes).toMatchObject({ caller: "returning", openCase: "4198-4829-1374" });
  });

  test("whose queue is full or broken says that it cannot connect, and hangs up", () => {
    for (const outcomes of [
      { toOperators: "QueueAtCapacity" },
      { toOperators: "NoMatchingError" },
      { chooseOperators: "NoMatchingError" },
    ])
      expect(call(open, outcomes)).toMatchObject({
        spoken: [greeting, phrases.menu.choose, phrases.cannotConnect],
        end: "hung up",
      });
  });

  test("does not record a caller who could not be told, here or after a transfer", () => {
    const { types, attributes, end } = call(open, { greet: "NoMatchingError" });
    expect(types).not.toContain("UpdateContactRecordingBehavior");
    expect(attributes).not.toHaveProperty("recordingTold");
    expect(end).toBe("${OperatorQueue}");
  });
});

describe("the menu", () => {
  test.each([
    ["1", "app"],
    ["2", "points"],
    ["3", "former"],
    ["0", "operator"],
    ["9", "operator"],
  ])("key %s is noted as %s and leads to the operators, the second time too", (key, meaning) => {
    for (const outcomes of [{ menu: key }, { menu: "8", menuAgain: key }])
      expect(call(open, outcomes)).toMatchObject({
        attributes: { menu: meaning },
        end: "${OperatorQueue}",
      });
  });

  test("says of the former mileage that it has ended, and nothing of the kind to anybody else", () => {
    expect(call(open, { menu: "3" }).spoken.at(-1)).toBe(phrases.menu.formerEnded);
    expect(call(open, { menu: "1" }).spoken).not.toContain(phrases.menu.formerEnded);
  });

  test.each([
    ["presses nothing", "InputTimeLimitExceeded"],
    ["presses a wrong key", "8"],
  ])("is said twice to a caller who %s, and then leads to an operator", (_, outcome) => {
    expect(call(open, { menu: outcome, menuAgain: outcome })).toMatchObject({
      spoken: [greeting, phrases.menu.choose, phrases.menu.chooseAgain],
      attributes: { menu: "operator" },
      end: "${OperatorQueue}",
    });
  });

  test("that fails leads to an operator", () => {
    expect(call(open, { menu: "NoMatchingError" })).toMatchObject({ end: "${OperatorQueue}" });
  });

  test("of every programme is over within 15 s of speech, greeting and notice included (DESIGN 10)", () => {
    expect(programmes.length).toBeGreaterThan(0);
    for (const programme of programmes) {
      const { spoken, end } = walk(flowDocument(inboundFlow(programme)), {
        outcomes: { askArrival: open, menu: "0" },
      });
      expect(end).toBe("${OperatorQueue}");
      const seconds = spoken.reduce((sum, text) => sum + speechSeconds(text), 0);
      expect(seconds, spoken.join("")).toBeGreaterThan(5);
      expect(seconds, spoken.join("")).toBeLessThanOrEqual(15);
    }
  });
});

describe("a person whom a supervisor is to answer", () => {
  const flagged = { ...open, route: "supervisor" };

  test("is greeted, told of the recording and queued for a supervisor without a menu", () => {
    expect(call(flagged)).toMatchObject({ spoken: [greeting], end: "${SupervisorQueue}" });
  });

  test.each([{ toSupervisors: "QueueAtCapacity" }, { chooseSupervisors: "NoMatchingError" }])(
    "goes to an operator where no supervisor can be had",
    (outcomes) => {
      expect(call(flagged, outcomes)).toMatchObject({ spoken: [greeting], end: "${OperatorQueue}" });
    },
  );
});

describe("an emergency announcement", () => {
  const announced = { announced: "yes", announcement: "台風のお知らせです。" };

  test("is the first thing that a caller hears, at an open and at a closed desk", () => {
    expect(call({ ...open, ...announced }).spoken[0]).toBe("台風のお知らせです。");
    expect(call({ ...closed, ...announced }).spoken).toEqual(["台風のお知らせです。", "お休みです。"]);
  });

  test("that cannot be said keeps nobody from the desk", () => {
    expect(call({ ...open, ...announced }, { sayAnnouncement: "NoMatchingError" }).end).toBe(
      "${OperatorQueue}",
    );
  });
});

describe("a closed desk", () => {
  test("says the function's sentence and hangs up, and never queues", () => {
    expect(call(closed)).toMatchObject({
      spoken: ["お休みです。"],
      attributes: { arrival: "closed" },
      end: "hung up",
    });
  });

  test("says the usual hours where the sentence cannot be said", () => {
    expect(call(closed, { sayClosed: "NoMatchingError" })).toMatchObject({
      spoken: [phrases.closedWithoutReason],
      end: "hung up",
    });
  });
});

describe("without an answer of the function", () => {
  const unanswered: World["outcomes"][] = [
    { askArrival: "NoMatchingError" },
    { askArrival: { status: "maybe" } },
    { askArrival: {} },
  ];

  test("Connect's own hours open the desk", () => {
    for (const outcomes of unanswered)
      expect(call(open, { ...outcomes, checkHours: "True" })).toMatchObject({
        spoken: [greeting, phrases.menu.choose],
        attributes: { arrival: "open", programme: "aozora-water" },
        end: "${OperatorQueue}",
      });
  });

  test("Connect's own hours close the desk", () => {
    for (const outcomes of unanswered)
      expect(call(open, { ...outcomes, checkHours: "False" })).toMatchObject({
        spoken: [phrases.closedWithoutReason],
        attributes: { arrival: "closed", programme: "aozora-water" },
        end: "hung up",
      });
  });

  test("a desk whose hours cannot be read either counts as open", () => {
    expect(call(open, { askArrival: "NoMatchingError", checkHours: "NoMatchingError" })).toMatchObject({
      attributes: { arrival: "open" },
      end: "${OperatorQueue}",
    });
  });
});

describe("whatever fails", () => {
  const failing = [...new Set(document.Actions.map(({ Type }) => Type))].filter(
    (type) => !["Compare", "DisconnectParticipant"].includes(type),
  );

  test.each(failing)("a caller to an open desk reaches a queue or hears a sentence when %s fails", (type) => {
    const { end, spoken } = call(open, { menu: "0", checkHours: "True", [type]: "NoMatchingError" });
    expect(end === "${OperatorQueue}" || spoken.at(-1) === phrases.cannotConnect).toBe(true);
  });

  test("every kind of action that can fail was made to fail", () => {
    expect(failing).toHaveLength(11);
  });

  test.each([
    "UpdateContactTextToSpeechVoice",
    "UpdateContactData",
    "UpdateContactAttributes",
    "UpdateContactRecordingBehavior",
    "UpdateContactEventHooks",
  ])("a failure of %s costs the caller nothing", (type) => {
    expect(call(open, { [type]: "NoMatchingError" })).toMatchObject({
      spoken: [greeting, phrases.menu.choose],
      end: "${OperatorQueue}",
    });
    expect(call(closed, { [type]: "NoMatchingError" })).toMatchObject({ spoken: ["お休みです。"] });
  });

  test("a voice that Connect does not have is replaced by one that it has", () => {
    expect(actions.get("voice")?.Parameters).toEqual({
      TextToSpeechVoice: "Kazuha",
      TextToSpeechEngine: "Neural",
    });
    const plain = actions.get(actions.get("voice")!.Transitions.Errors![0]!.NextAction);
    expect(plain?.Parameters).toEqual({ TextToSpeechVoice: "Mizuki", TextToSpeechEngine: "Standard" });
  });
});
