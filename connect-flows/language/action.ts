import type { FlowType, ParameterValue } from "../flow-document.ts";
import type { Block, BlockKind, BlockOf, RepeatedMessage } from "./block.ts";

/** One way out of a block, in the words of Connect's transitions. */
export type Exit = { readonly to: string } & (
  | { readonly on: "next" }
  | { readonly on: "equals"; readonly operand: string }
  | { readonly on: "error"; readonly error: ErrorType }
);

/**
 * `NoMatchingError` is the only fault among them: the other two are answers that a call can get on a good day.
 */
export type ErrorType = "NoMatchingError" | "NoMatchingCondition" | "QueueAtCapacity";

/** How one kind of block is written in the Flow language. */
interface ActionOf<Kind extends BlockKind> {
  /** The action's `Type` in the Flow language. */
  readonly type: string;
  readonly flowTypes: readonly FlowType[];
  /** Whether the call may leave the flow here: an operator's queue, a person, the end of the call. */
  readonly ends: boolean;
  /** Whether callers hear text from this block. */
  readonly speaks: boolean;
  parameters(block: BlockOf<Kind>): Readonly<Record<string, ParameterValue>>;
  exits(block: BlockOf<Kind>): readonly Exit[];
}

const everyFlow: readonly FlowType[] = ["CONTACT_FLOW", "CUSTOMER_QUEUE"];
const passes = { ends: false, speaks: false, flowTypes: everyFlow } as const;

/**
 * Parameter names and flow types: Amazon Connect developer guide, one page an action. `TargetContact` and
 * `InvocationType` are there because the guide does not mark them optional.
 */
const actions: { readonly [Kind in BlockKind]: ActionOf<Kind> } = {
  setVoice: {
    ...passes,
    type: "UpdateContactTextToSpeechVoice",
    parameters: ({ voice }) => ({ TextToSpeechVoice: voice.name, TextToSpeechEngine: voice.engine }),
    exits: nextOrError,
  },
  setLanguage: {
    ...passes,
    type: "UpdateContactData",
    parameters: ({ language }) => ({ LanguageCode: language }),
    exits: nextOrError,
  },
  invokeLambda: {
    ...passes,
    type: "InvokeLambdaFunction",
    parameters: (block) => ({
      LambdaFunctionARN: placeholder(block.function),
      InvocationTimeLimitSeconds: String(block.timeLimitSeconds),
      InvocationType: "SYNCHRONOUS",
      LambdaInvocationAttributes: block.parameters,
      ResponseValidation: { ResponseType: "STRING_MAP" },
    }),
    exits: nextOrError,
  },
  setAttributes: {
    ...passes,
    type: "UpdateContactAttributes",
    parameters: ({ attributes }) => ({ Attributes: attributes, TargetContact: "Current" }),
    exits: nextOrError,
  },
  compare: {
    ...passes,
    type: "Compare",
    parameters: ({ value }) => ({ ComparisonValue: value }),
    exits: ({ cases, otherwise }) => [
      ...Object.entries(cases).map(([operand, to]) => ({ on: "equals" as const, operand, to })),
      { on: "error", error: "NoMatchingCondition", to: otherwise },
    ],
  },
  checkHours: {
    ...passes,
    type: "CheckHoursOfOperation",
    parameters: ({ hours }) => ({ HoursOfOperationId: placeholder(hours) }),
    exits: ({ open, closed, onError }) => [
      { on: "equals", operand: "True", to: open },
      { on: "equals", operand: "False", to: closed },
      { on: "error", error: "NoMatchingError", to: onError },
    ],
  },
  say: {
    ...passes,
    speaks: true,
    type: "MessageParticipant",
    parameters: ({ text }) => ({ Text: text }),
    exits: nextOrError,
  },
  recordCall: {
    ...passes,
    type: "UpdateContactRecordingBehavior",
    parameters: () => ({ RecordingBehavior: { RecordedParticipants: ["Agent", "Customer"] } }),
    exits: nextOrError,
  },
  setQueueFlow: {
    ...passes,
    type: "UpdateContactEventHooks",
    parameters: ({ flow }) => ({ EventHooks: { CustomerQueue: placeholder(flow) } }),
    exits: nextOrError,
  },
  setQueue: {
    ...passes,
    flowTypes: ["CONTACT_FLOW"],
    type: "UpdateContactTargetQueue",
    parameters: ({ queue }) => ({ QueueId: placeholder(queue) }),
    exits: nextOrError,
  },
  transferToQueue: {
    flowTypes: ["CONTACT_FLOW"],
    ends: true,
    speaks: false,
    type: "TransferContactToQueue",
    parameters: () => ({}),
    exits: ({ atCapacity, onError }) => [
      { on: "error", error: "QueueAtCapacity", to: atCapacity },
      { on: "error", error: "NoMatchingError", to: onError },
    ],
  },
  repeatMessages: {
    flowTypes: ["CUSTOMER_QUEUE"],
    ends: true,
    speaks: true,
    type: "MessageParticipantIteratively",
    parameters: ({ messages, interruption }) => ({
      Messages: messages.map(spokenWithPause),
      ...(interruption === "none" ? {} : { InterruptFrequencySeconds: String(interruption.afterSeconds) }),
    }),
    exits: ({ interruption, onError }) => [
      ...(interruption === "none"
        ? []
        : [{ on: "equals" as const, operand: "MessagesInterrupted", to: interruption.next }]),
      { on: "error", error: "NoMatchingError", to: onError },
    ],
  },
  disconnect: {
    flowTypes: everyFlow,
    ends: true,
    speaks: false,
    type: "DisconnectParticipant",
    parameters: () => ({}),
    exits: () => [],
  },
  endFlow: {
    flowTypes: ["CUSTOMER_QUEUE"],
    ends: true,
    speaks: false,
    type: "EndFlowExecution",
    parameters: () => ({}),
    exits: () => [],
  },
};

/** A block in the words of the Flow language. */
export interface BlockAction {
  readonly type: string;
  readonly flowTypes: readonly FlowType[];
  readonly ends: boolean;
  readonly speaks: boolean;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Conditions first, in the order in which they are asked; then errors. */
  readonly exits: readonly Exit[];
}

/** What a block becomes in the Flow language. */
export function actionOf(block: Block): BlockAction {
  return written(block);
}

function written<Kind extends BlockKind>(block: BlockOf<Kind>): BlockAction {
  const action: ActionOf<Kind> = actions[block.kind];
  const { type, flowTypes, ends, speaks } = action;
  return { type, flowTypes, ends, speaks, parameters: action.parameters(block), exits: action.exits(block) };
}

function nextOrError({ next, onError }: { readonly next: string; readonly onError: string }): Exit[] {
  return [
    { on: "next", to: next },
    { on: "error", error: "NoMatchingError", to: onError },
  ];
}

function placeholder(reference: string): string {
  return `\${${reference}}`;
}

/** A pause is possible only in SSML, so a message with one is written as SSML and any other as plain text. */
function spokenWithPause({ text, pauseSeconds }: RepeatedMessage): ParameterValue {
  if (pauseSeconds === 0) return { Text: text };
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return { SSML: `<speak>${escaped}<break time="${pauseSeconds}s"/></speak>` };
}
