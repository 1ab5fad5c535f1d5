import type { FlowType } from "../../../simulator/catalogue/action-description.ts";
import type { FlowSource } from "../../../simulator/explorer/check-flows.ts";

/** One block in short: its type and parameters, and where it leads. */
export interface ShortBlock {
  readonly type: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly next?: string;
  /** Error type and block. */
  readonly errors?: Readonly<Record<string, string>>;
  /** Operand, or "Operator operand", and block. */
  readonly when?: Readonly<Record<string, string>>;
}
export type ShortFlow = Readonly<Record<string, ShortBlock>>;

/** A flow's JSON; the first block is the start. */
export function documentOf(blocks: ShortFlow) {
  return {
    Version: "2019-10-30",
    StartAction: Object.keys(blocks)[0],
    Metadata: {},
    Actions: Object.entries(blocks).map(([Identifier, { type, with: Parameters = {}, ...exits }]) => ({
      Identifier,
      Type: type,
      Parameters,
      Transitions: transitionsOf(exits),
    })),
  };
}

function transitionsOf({ next, errors, when }: Omit<ShortBlock, "type" | "with">) {
  if (next === undefined && !errors && !when) return {};
  return {
    ...(next === undefined ? {} : { NextAction: next }),
    Errors: Object.entries(errors ?? {}).map(([ErrorType, NextAction]) => ({ ErrorType, NextAction })),
    Conditions: Object.entries(when ?? {}).map(([text, NextAction]) => {
      const [Operator = "", Operand = ""] = text.includes(" ") ? text.split(" ") : ["Equals", text];
      return { NextAction, Condition: { Operator, Operands: [Operand] } };
    }),
  };
}

export function sourceOf(name: string, blocks: ShortFlow, type: FlowType = "CONTACT_FLOW"): FlowSource {
  const placeholder = name.charAt(0).toUpperCase() + name.slice(1);
  return { name, type, document: documentOf(blocks), reference: `\${${placeholder}Flow}` };
}

export function say(Text: string, next: string, otherwise = next): ShortBlock {
  return { type: "MessageParticipant", with: { Text }, next, errors: { NoMatchingError: otherwise } };
}

/** A desk without a fault: closed callers hear why, open ones are told of the recording and queued with arrival set. */
export const soundDesk: ShortFlow = {
  voice: { type: "UpdateContactTextToSpeechVoice", with: { TextToSpeechVoice: "Kazuha" }, next: "ask" },
  ask: {
    type: "InvokeLambdaFunction",
    with: {
      LambdaFunctionARN: "${AnswerCallFunction}",
      InvocationTimeLimitSeconds: "3",
      LambdaInvocationAttributes: { step: "arrival" },
    },
    next: "isOpen",
    errors: { NoMatchingError: "hours" },
  },
  isOpen: {
    type: "Compare",
    with: { ComparisonValue: "$.External.status" },
    when: { open: "note", closed: "sayClosed" },
    errors: { NoMatchingCondition: "hours" },
  },
  hours: {
    type: "CheckHoursOfOperation",
    with: { HoursOfOperationId: "${DeskHours}" },
    when: { True: "note", False: "sayClosed" },
    errors: { NoMatchingError: "note" },
  },
  note: {
    type: "UpdateContactAttributes",
    with: { Attributes: { arrival: "open" } },
    next: "greet",
    errors: { NoMatchingError: "greet" },
  },
  greet: say("この通話は録音します。", "record", "choose"),
  record: {
    type: "UpdateContactRecordingBehavior",
    with: { RecordingBehavior: { RecordedParticipants: ["Agent", "Customer"] } },
    next: "menu",
  },
  menu: {
    type: "GetParticipantInput",
    with: { Text: "アプリは1を押してください。", InputTimeLimitSeconds: "5", StoreInput: "False" },
    when: { "1": "choose" },
    errors: { NoMatchingCondition: "choose", InputTimeLimitExceeded: "choose", NoMatchingError: "choose" },
  },
  choose: {
    type: "UpdateContactTargetQueue",
    with: { QueueId: "${OperatorQueue}" },
    next: "queue",
    errors: { NoMatchingError: "sayBusy" },
  },
  queue: {
    type: "TransferContactToQueue",
    next: "sayBusy",
    errors: { QueueAtCapacity: "sayBusy", NoMatchingError: "sayBusy" },
  },
  sayBusy: say("ただいま、おつなぎできません。", "end"),
  sayClosed: say("受付時間外です。", "end"),
  end: { type: "DisconnectParticipant" },
};
