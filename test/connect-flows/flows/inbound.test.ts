import { describe, expect, test } from "vitest";
import type { FlowAction } from "../../../connect-flows/flow-document.ts";
import { inboundFlow } from "../../../connect-flows/flows/inbound.ts";
import { flowDocument } from "../../../connect-flows/language/to-json.ts";
import { waterDesk } from "../../programmes/second-programme.ts";

const document = flowDocument(inboundFlow(waterDesk));
const actions = new Map(document.Actions.map((action) => [action.Identifier, action]));

/** What the world does to a call: `status` is the function's answer, `hours` is Connect's, `faults` the types that fail. */
interface World {
  readonly status?: string;
  readonly hours?: "True" | "False";
  readonly faults?: readonly string[];
  readonly queueIsFull?: boolean;
}

interface Walked {
  readonly types: string[];
  readonly spoken: string[];
  readonly attributes: Record<string, string>;
  readonly end: "queue" | "hung up";
}

/** Follows the generated JSON, not the source, with rules of its own. */
function call(world: World): Walked {
  const walked: Walked = { types: [], spoken: [], attributes: {}, end: "hung up" };
  let identifier = document.StartAction;
  for (let step = 0; step < 50; step++) {
    const action = actions.get(identifier)!;
    const fails = [action.Type, action.Identifier].some((name) => world.faults?.includes(name));
    walked.types.push(action.Type);
    if (!fails) takeEffect(action, walked);
    if (action.Type === "DisconnectParticipant") return walked;
    if (action.Type === "TransferContactToQueue" && !fails && !world.queueIsFull)
      return { ...walked, end: "queue" };
    identifier = nextOf(action, world, fails);
  }
  throw new Error(`The call never ended: ${walked.types.join(", ")}`);
}

function takeEffect({ Type, Parameters }: FlowAction, walked: Walked): void {
  if (Type === "MessageParticipant") walked.spoken.push(Parameters.Text as string);
  if (Type === "UpdateContactAttributes") Object.assign(walked.attributes, Parameters.Attributes);
}

function nextOf({ Type, Transitions }: FlowAction, world: World, fails: boolean): string {
  const error = (type: string) => Transitions.Errors?.find(({ ErrorType }) => ErrorType === type)?.NextAction;
  if (fails) return error("NoMatchingError")!;
  if (Type === "TransferContactToQueue") return error("QueueAtCapacity")!;
  if (Type !== "Compare" && Type !== "CheckHoursOfOperation") return Transitions.NextAction!;
  const answer = Type === "Compare" ? world.status : world.hours;
  const condition = Transitions.Conditions?.find(({ Condition }) => Condition.Operands[0] === answer);
  return condition?.NextAction ?? error("NoMatchingCondition")!;
}

const { phrases } = waterDesk;
const greeting = phrases.greeting + phrases.recordingNotice;

describe("an open desk", () => {
  test("greets, tells of the recording in the same message, records and queues", () => {
    expect(call({ status: "open" })).toEqual({
      types: [
        "UpdateContactTextToSpeechVoice",
        "UpdateContactData",
        "InvokeLambdaFunction",
        "UpdateContactAttributes",
        "Compare",
        "MessageParticipant",
        "UpdateContactRecordingBehavior",
        "UpdateContactEventHooks",
        "UpdateContactTargetQueue",
        "TransferContactToQueue",
      ],
      spoken: [greeting],
      attributes: { arrival: "$.External.status", programme: "aozora-water" },
      end: "queue",
    });
  });

  test("is asked for its state before a word is said, so that 16:59:59 is open", () => {
    const { types } = call({ status: "open" });
    expect(types.indexOf("InvokeLambdaFunction")).toBeGreaterThan(-1);
    expect(types.indexOf("InvokeLambdaFunction")).toBeLessThan(types.indexOf("MessageParticipant"));
    expect(actions.get("askArrival")?.Parameters).toMatchObject({
      InvocationTimeLimitSeconds: "3",
      LambdaInvocationAttributes: { step: "arrival" },
      ResponseValidation: { ResponseType: "STRING_MAP" },
    });
  });

  test("whose queue is full or broken says that it cannot connect, and hangs up", () => {
    for (const world of [
      { queueIsFull: true },
      { faults: ["TransferContactToQueue"] },
      { faults: ["UpdateContactTargetQueue"] },
    ])
      expect(call({ status: "open", ...world })).toMatchObject({
        spoken: [greeting, phrases.cannotConnect],
        end: "hung up",
      });
  });

  test("does not record a caller who could not be told", () => {
    const { types, end } = call({ status: "open", faults: ["MessageParticipant"] });
    expect(types).not.toContain("UpdateContactRecordingBehavior");
    expect(end).toBe("queue");
  });
});

describe("a closed desk", () => {
  test("says the function's sentence and hangs up", () => {
    expect(call({ status: "closed" })).toMatchObject({ spoken: ["$.External.sentence"], end: "hung up" });
  });

  test("says the usual hours where the sentence cannot be said", () => {
    expect(call({ status: "closed", faults: ["sayClosed"] })).toMatchObject({
      spoken: [phrases.closedWithoutReason],
      end: "hung up",
    });
  });
});

describe("without an answer of the function", () => {
  const unanswered: World[] = [{ faults: ["InvokeLambdaFunction"] }, { status: "maybe" }, {}];

  test("Connect's own hours open the desk", () => {
    for (const world of unanswered)
      expect(call({ ...world, hours: "True" })).toMatchObject({
        spoken: [greeting],
        attributes: { arrival: "open", programme: "aozora-water" },
        end: "queue",
      });
  });

  test("Connect's own hours close the desk", () => {
    for (const world of unanswered)
      expect(call({ ...world, hours: "False" })).toMatchObject({
        spoken: [phrases.closedWithoutReason],
        attributes: { arrival: "closed", programme: "aozora-water" },
        end: "hung up",
      });
  });

  test("a desk whose hours cannot be read either counts as open", () => {
    expect(call({ faults: ["InvokeLambdaFunction", "CheckHoursOfOperation"] })).toMatchObject({
      attributes: { arrival: "open" },
      end: "queue",
    });
  });
});

describe("whatever fails", () => {
  const failing = [...new Set(document.Actions.map(({ Type }) => Type))].filter(
    (type) => !["Compare", "DisconnectParticipant"].includes(type),
  );

  test.each(failing)(
    "a caller to an open desk reaches the queue or hears a sentence when %s fails",
    (type) => {
      const { end, spoken } = call({ status: "open", hours: "True", faults: [type] });
      expect(end === "queue" || spoken.at(-1) === phrases.cannotConnect).toBe(true);
    },
  );

  test("every kind of action that can fail was made to fail", () => {
    expect(failing).toHaveLength(10);
  });

  test.each([
    "UpdateContactTextToSpeechVoice",
    "UpdateContactData",
    "UpdateContactAttributes",
    "UpdateContactRecordingBehavior",
    "UpdateContactEventHooks",
  ])("a failure of %s costs the caller nothing", (type) => {
    expect(call({ status: "open", faults: [type] })).toMatchObject({ spoken: [greeting], end: "queue" });
    expect(call({ status: "closed", faults: [type] })).toMatchObject({ spoken: ["$.External.sentence"] });
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
