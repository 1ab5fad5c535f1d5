import { describe, expect, test } from "vitest";
import { flowTypeOf } from "../../../connect-flows/flow-document.ts";
import { flowsOf } from "../../../connect-flows/flows/flows-of.ts";
import { flowDocument } from "../../../connect-flows/language/to-json.ts";
import { waterDesk } from "../../programmes/second-programme.ts";
import { walk } from "./walked-call.ts";

const documents = new Map(flowsOf(waterDesk).map((flow) => [flow.name, flowDocument(flow)]));
const { phrases } = waterDesk;

function documentOf(name: string) {
  const document = documents.get(name);
  if (!document) throw new Error(`There is no flow ${name}.`);
  return document;
}

test.each([
  ["inbound", "CONTACT_FLOW"],
  ["waiting", "CUSTOMER_QUEUE"],
  ["operator-whisper", "AGENT_WHISPER"],
  ["customer-hold", "CUSTOMER_HOLD"],
  ["outbound-whisper", "OUTBOUND_WHISPER"],
  ["transfer-to-leader", "QUEUE_TRANSFER"],
  ["transfer-to-supervisor", "QUEUE_TRANSFER"],
  ["transfer-to-operator", "QUEUE_TRANSFER"],
  ["after-call", "CONTACT_FLOW"],
  ["inquiry-task", "CONTACT_FLOW"],
])("%s is a %s", (name, type) => {
  expect(flowTypeOf(documentOf(name))).toBe(type);
});

// What each flow holds, so that nothing comes in or goes out unseen.
test.each<[string, Record<string, number>]>([
  ["after-call", { DisconnectParticipant: 1 }],
  [
    "customer-hold",
    { UpdateContactTextToSpeechVoice: 1, MessageParticipantIteratively: 1, EndFlowExecution: 1 },
  ],
  [
    "outbound-whisper",
    {
      UpdateContactTextToSpeechVoice: 1,
      MessageParticipant: 1,
      UpdateContactRecordingBehavior: 1,
      EndFlowExecution: 1,
    },
  ],
  [
    "operator-whisper",
    { UpdateContactTextToSpeechVoice: 1, Compare: 3, MessageParticipant: 6, EndFlowExecution: 1 },
  ],
  [
    "transfer-to-leader",
    {
      UpdateContactTextToSpeechVoice: 1,
      UpdateContactEventHooks: 4,
      Compare: 1,
      UpdateContactRecordingBehavior: 1,
      UpdateContactTargetQueue: 2,
      TransferContactToQueue: 2,
      MessageParticipant: 2,
      DisconnectParticipant: 1,
    },
  ],
  [
    "transfer-to-operator",
    {
      UpdateContactTextToSpeechVoice: 1,
      UpdateContactEventHooks: 4,
      Compare: 1,
      UpdateContactRecordingBehavior: 1,
      UpdateContactTargetQueue: 1,
      TransferContactToQueue: 1,
      MessageParticipant: 1,
      DisconnectParticipant: 1,
    },
  ],
  ["inquiry-task", { UpdateContactTargetQueue: 1, TransferContactToQueue: 1, DisconnectParticipant: 1 }],
  [
    "waiting",
    {
      UpdateContactTextToSpeechVoice: 1,
      MessageParticipantIteratively: 2,
      Loop: 2,
      GetMetricData: 1,
      Compare: 5,
      GetParticipantInput: 5,
      UpdateFlowLoggingBehavior: 3,
      InvokeLambdaFunction: 3,
      UpdateContactAttributes: 1,
      MessageParticipant: 6,
      EndFlowExecution: 1,
      DisconnectParticipant: 1,
    },
  ],
  [
    "inbound",
    {
      UpdateContactTextToSpeechVoice: 2,
      UpdateContactData: 1,
      InvokeLambdaFunction: 1,
      UpdateContactAttributes: 8,
      Compare: 3,
      CheckHoursOfOperation: 1,
      UpdateContactEventHooks: 4,
      MessageParticipant: 6,
      UpdateContactRecordingBehavior: 1,
      GetParticipantInput: 2,
      UpdateContactTargetQueue: 2,
      TransferContactToQueue: 2,
      DisconnectParticipant: 1,
    },
  ],
])("%s holds these actions and no others", (name, counts) => {
  const found: Record<string, number> = {};
  for (const { Type } of documentOf(name).Actions) found[Type] = (found[Type] ?? 0) + 1;
  expect(found).toEqual(counts);
});

describe("an operator hears before a caller is joined", () => {
  const whisper = (values: Record<string, string>) => walk(documentOf("operator-whisper"), { values });

  test.each([
    ["app", phrases.whisper.app],
    ["points", phrases.whisper.points],
    ["former", phrases.whisper.former],
    ["operator", phrases.whisper.operator],
    ["", phrases.whisper.operator],
  ])("the choice %s", (menu, words) => {
    expect(whisper({ "$.Attributes.menu": menu })).toMatchObject({ spoken: [words], end: "flow ended" });
  });

  test("that somebody calls again, and the number of an open case", () => {
    const { spoken } = whisper({
      "$.Attributes.menu": "points",
      "$.Attributes.caller": "returning",
      "$.Attributes.openCase": "4198-4829-1374",
    });
    expect(spoken).toEqual(["ポイント。", "再入電。", "案件4198-4829-1374。"]);
  });

  test("nothing of a case where there is none", () => {
    expect(whisper({ "$.Attributes.openCase": "" }).spoken).toEqual([phrases.whisper.operator]);
  });

  test("whatever can be said, and is joined in any case", () => {
    const { spoken, end } = walk(documentOf("operator-whisper"), {
      outcomes: { MessageParticipant: "NoMatchingError" },
    });
    expect([spoken, end]).toEqual([[], "flow ended"]);
  });
});

describe("a caller on hold", () => {
  test("hears every ten seconds that somebody is there", () => {
    expect(documentOf("customer-hold").Actions[1]?.Parameters).toEqual({
      Messages: [{ SSML: '<speak>確認しています。<break time="10s"/></speak>' }],
    });
  });

  test("stays on hold where that fails", () => {
    const { end } = walk(documentOf("customer-hold"), { outcomes: { askToHold: "NoMatchingError" } });
    expect(end).toBe("flow ended");
  });
});

describe("a person whom an operator calls", () => {
  test("is told who calls and of the recording, and is recorded only then", () => {
    const told = walk(documentOf("outbound-whisper"));
    expect(told.spoken).toEqual([phrases.greeting + phrases.recordingNotice]);
    expect(told.types).toContain("UpdateContactRecordingBehavior");
    const untold = walk(documentOf("outbound-whisper"), { outcomes: { greet: "NoMatchingError" } });
    expect(untold.types).not.toContain("UpdateContactRecordingBehavior");
    expect([told.end, untold.end]).toEqual(["flow ended", "flow ended"]);
  });
});

describe.each([
  ["leader", "${LeaderQueue}"],
  ["supervisor", "${SupervisorQueue}"],
])("a call that is handed to a %s", (to, queue) => {
  const document = documentOf(`transfer-to-${to}`);

  test("waits in that queue, with the later flows named anew", () => {
    const { end, spoken, hooks } = walk(document);
    expect([end, spoken]).toEqual([queue, []]);
    expect(Object.keys(hooks)).toEqual([
      "CustomerQueue",
      "AgentWhisper",
      "CustomerHold",
      "CustomerRemaining",
    ]);
  });

  test("is recorded only where the caller was told at the beginning", () => {
    const recorded = "UpdateContactRecordingBehavior";
    expect(walk(document).types).not.toContain(recorded);
    expect(walk(document, { values: { "$.Attributes.recordingTold": "yes" } }).types).toContain(recorded);
  });

  test("goes back to the operators where that queue takes no call, and the caller is told", () => {
    for (const outcomes of [{ toQueue: "QueueAtCapacity" }, { chooseQueue: "NoMatchingError" }])
      expect(walk(document, { outcomes })).toMatchObject({
        spoken: [phrases.transferBusy],
        end: "${OperatorQueue}",
      });
  });

  test("ends with a sentence where no queue takes it", () => {
    const outcomes = { TransferContactToQueue: "QueueAtCapacity" };
    expect(walk(document, { outcomes })).toMatchObject({
      spoken: [phrases.transferBusy, phrases.cannotConnect],
      end: "hung up",
    });
  });
});

test("after the operator has hung up the call ends at once, without a word", () => {
  expect(walk(documentOf("after-call"))).toMatchObject({ spoken: [], end: "hung up" });
});

describe("a call that is handed back to the operators", () => {
  const document = documentOf("transfer-to-operator");

  test("waits in their queue without a word, recorded only where the caller was told at the beginning", () => {
    const recorded = "UpdateContactRecordingBehavior";
    expect(walk(document)).toMatchObject({ spoken: [], end: "${OperatorQueue}" });
    expect(walk(document).types).not.toContain(recorded);
    expect(walk(document, { values: { "$.Attributes.recordingTold": "yes" } }).types).toContain(recorded);
  });

  test("ends with a sentence where the queue does not take it", () => {
    const outcomes = { TransferContactToQueue: "QueueAtCapacity" };
    expect(walk(document, { outcomes })).toMatchObject({ spoken: [phrases.cannotConnect], end: "hung up" });
  });
});

describe("a task of a written inquiry", () => {
  const document = documentOf("inquiry-task");

  test("waits in the queue of written inquiries, whatever the hours are, and nothing is said", () => {
    expect(walk(document)).toMatchObject({ spoken: [], end: "${WrittenInquiryQueue}" });
    expect(document.Metadata.channel).toBe("TASK");
  });

  test.each(["QueueAtCapacity", "NoMatchingError"])("ends in silence where the queue answers %s", (error) => {
    for (const block of ["chooseQueue", "toQueue"])
      expect(walk(document, { outcomes: { [block]: error } }).spoken).toEqual([]);
    expect(walk(document, { outcomes: { toQueue: error } }).end).toBe("hung up");
  });
});
