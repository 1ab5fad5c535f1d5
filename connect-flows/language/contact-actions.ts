import { type ActionRules, nextOrError, passes, placeholder } from "./action-rule.ts";

type ContactKind =
  | "setVoice"
  | "setLanguage"
  | "invokeLambda"
  | "setAttributes"
  | "recordCall"
  | "setHook"
  | "setQueue"
  | "transferToQueue";

/**
 * Blocks that change a contact or ask a function about it. Parameter names and flow types: Amazon Connect developer guide,
 * one page an action. `TargetContact` and `InvocationType` are there because the guide does not mark them optional.
 */
export const contactActions: ActionRules<ContactKind> = {
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
  recordCall: {
    ...passes,
    flowTypes: ["CONTACT_FLOW", "QUEUE_TRANSFER", "CUSTOMER_QUEUE", "OUTBOUND_WHISPER"],
    type: "UpdateContactRecordingBehavior",
    parameters: () => ({ RecordingBehavior: { RecordedParticipants: ["Agent", "Customer"] } }),
    exits: nextOrError,
  },
  setHook: {
    ...passes,
    type: "UpdateContactEventHooks",
    parameters: ({ hook, flow }) => ({ EventHooks: { [hook]: placeholder(flow) } }),
    exits: nextOrError,
  },
  setQueue: {
    ...passes,
    flowTypes: ["CONTACT_FLOW", "QUEUE_TRANSFER"],
    type: "UpdateContactTargetQueue",
    parameters: ({ queue }) => ({ QueueId: placeholder(queue) }),
    exits: nextOrError,
  },
  transferToQueue: {
    flowTypes: ["CONTACT_FLOW", "QUEUE_TRANSFER"],
    ends: true,
    speaks: false,
    type: "TransferContactToQueue",
    parameters: () => ({}),
    exits: ({ atCapacity, onError }) => [
      { on: "error", error: "QueueAtCapacity", to: atCapacity },
      { on: "error", error: "NoMatchingError", to: onError },
    ],
  },
};
