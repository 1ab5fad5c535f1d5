import {
  type ActionDescription,
  described,
  noCondition,
  optionalError,
  otherError,
  otherErrorObserved,
  type ParameterDescription,
  permitted,
  requiredError,
  voiceOnly,
} from "./action-description.ts";

/** What can be said: exactly one of them. */
const prompt = {
  PromptId: { value: "static or reference" },
  Text: { value: "interpolated" },
  SSML: { value: "interpolated" },
  Media: { value: "structure" },
} as const satisfies Record<string, ParameterDescription>;
const oneOfPrompt = ["PromptId", "Text", "SSML", "Media"];
const truth = ["True", "False"];

/** The blocks that speak to a participant, listen or part from one. Source: developer guide, participant actions. */
export const participantActions: Readonly<Record<string, ActionDescription>> = {
  MessageParticipant: described({
    flowTypes: permitted.spoken,
    parameters: { ...prompt, SkipWhenDTMFBufferNotEmpty: { value: "static", evidence: "observed" } },
    exactlyOne: [oneOfPrompt],
  }),
  /**
   * One type for three blocks: a menu of one key, an input that is stored, and the switch of the touch-tone buffer.
   * The guide lists no time-out exit, most exported menus have one: both are accepted.
   */
  GetParticipantInput: described({
    flowTypes: permitted.inboundTransferQueue,
    channels: voiceOnly,
    errors: [
      otherError,
      optionalError("NoMatchingCondition", "documented"),
      optionalError("InputTimeLimitExceeded"),
      optionalError("InvalidPhoneNumber", "documented"),
    ],
    conditions: { kind: "equals", operand: /^[0-9*#]$/ },
    parameters: {
      ...prompt,
      InputTimeLimitSeconds: { value: "static", number: [1, 180] },
      StoreInput: { value: "static", choices: truth },
      InputValidation: { value: "structure" },
      InputEncryption: { value: "structure" },
      DTMFConfiguration: { value: "structure", inside: "static" },
      EnableDTMFBuffer: { value: "static", choices: truth, evidence: "observed" },
    },
    atMostOne: [oneOfPrompt],
  }),
  MessageParticipantIteratively: described({
    flowTypes: permitted.repeating,
    terminal: "on success",
    conditions: { kind: "equals", operand: /^MessagesInterrupted$/ },
    parameters: {
      Messages: { value: "structure", required: true, inside: "interpolated" },
      InterruptFrequencySeconds: { value: "static", number: [21, 86_400] },
    },
  }),
  ConnectParticipantWithLexBot: described({
    flowTypes: permitted.inboundTransferQueue,
    errors: [otherError, noCondition, optionalError("InputTimeLimitExceeded")],
    conditions: { kind: "equals" },
    parameters: {
      ...prompt,
      LexV2Bot: { value: "structure", inside: "interpolated" },
      LexBot: { value: "structure", inside: "interpolated" },
      LexSessionAttributes: { value: "structure", inside: "interpolated" },
      LexInitilizationData: { value: "structure", inside: "interpolated" },
      LexTimeoutSeconds: { value: "structure" },
    },
    exactlyOne: [["LexV2Bot", "LexBot"]],
    atMostOne: [oneOfPrompt],
  }),
  DisconnectParticipant: described({ flowTypes: permitted.everywhere, terminal: "always", errors: [] }),
  TransferParticipantToThirdParty: described({
    flowTypes: permitted.inboundTransferQueue,
    channels: voiceOnly,
    errors: [
      otherError,
      optionalError("CallFailed", "documented"),
      optionalError("ConnectionTimeLimitExceeded", "documented"),
    ],
    parameters: {
      ThirdPartyPhoneNumber: { value: "interpolated", required: true },
      ThirdPartyConnectionTimeLimitSeconds: { value: "static or reference", number: [0, 600] },
      ContinueFlowExecution: { value: "static", choices: truth },
      ThirdPartyDTMFDigits: { value: "static or reference" },
      CallerId: { value: "structure", inside: "static or reference" },
    },
  }),
  ShowView: described({
    flowTypes: permitted.inbound,
    channels: ["CHAT", "VOICE", "TASK"],
    errors: [otherError, noCondition, optionalError("TimeLimitExceeded", "documented")],
    conditions: { kind: "equals" },
    parameters: {
      ViewResource: { value: "structure", required: true },
      InvocationTimeLimitSeconds: { value: "static", number: [1, 604_800] },
      ViewData: { value: "structure" },
      SensitiveDataConfiguration: { value: "structure", evidence: "observed" },
    },
  }),
  AuthenticateParticipant: described({
    flowTypes: permitted.inbound,
    channels: ["CHAT"],
    conditions: { kind: "any" },
    errors: [otherErrorObserved, optionalError("NoMatchingCondition", "assumed")],
    evidence: "assumed",
  }),
  SendMessage: described({
    flowTypes: permitted.inboundTransferQueue,
    evidence: "assumed",
    errors: [requiredError("NoMatchingError")],
  }),
};
