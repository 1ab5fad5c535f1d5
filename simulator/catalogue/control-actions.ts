import {
  type ActionDescription,
  described,
  noCondition,
  optionalError,
  otherError,
  otherErrorObserved,
  permitted,
  voiceOnly,
} from "./action-description.ts";

/** Voice ID ended on 20 May 2026 (AWS, end-of-support notice). */
const voiceIdEnded = "Amazon Connect Voice ID ended on 20 May 2026";
const anyChannelUnknown = { value: "static or reference" } as const;

/** The blocks that decide where the flow goes. Source: developer guide, flow control actions. */
export const controlActions: Readonly<Record<string, ActionDescription>> = {
  CheckHoursOfOperation: described({
    flowTypes: permitted.inboundTransferQueue,
    conditions: { kind: "exactly", operands: ["True", "False"] },
    parameters: { HoursOfOperationId: anyChannelUnknown },
  }),
  /** The guide has no NoMatchingCondition for the metrics of agents; exports use it as the other answer. */
  CheckMetricData: described({
    flowTypes: permitted.inboundTransferQueue,
    errors: [otherError, optionalError("NoMatchingCondition", "documented")],
    conditions: { kind: "any" },
    parameters: {
      MetricType: {
        value: "static",
        required: true,
        choices: [
          "NumberOfAgentsAvailable",
          "NumberOfAgentsStaffed",
          "NumberOfAgentsOnline",
          "OldestContactInQueueAgeSeconds",
          "NumberOfContactsInQueue",
        ],
      },
      QueueId: anyChannelUnknown,
      AgentId: anyChannelUnknown,
    },
    atMostOne: [["QueueId", "AgentId"]],
  }),
  GetMetricData: described({
    flowTypes: permitted.everywhere,
    parameters: {
      QueueId: anyChannelUnknown,
      AgentId: anyChannelUnknown,
      QueueChannel: { value: "static or reference", choices: ["Voice", "Chat", "Task"] },
    },
    atMostOne: [["QueueId", "AgentId"]],
  }),
  Compare: described({
    flowTypes: permitted.everywhere,
    errors: [noCondition, otherErrorObserved],
    conditions: { kind: "any" },
    parameters: { ComparisonValue: { value: "reference", required: true } },
  }),
  Loop: described({
    flowTypes: permitted.everywhere,
    errors: [otherErrorObserved],
    conditions: { kind: "exactly", operands: ["ContinueLooping", "DoneLooping"] },
    parameters: { LoopCount: { value: "static or reference", required: true, number: [0, 100] } },
  }),
  /** The guide calls the limit TimeoutSeconds, exports TimeLimitSeconds. */
  Wait: described({
    flowTypes: [...permitted.inbound, ...permitted.queue],
    errors: [
      otherError,
      optionalError("ParticipantNotFound", "documented"),
      optionalError("NoMatchingCondition"),
    ],
    conditions: {
      kind: "equals",
      operand: /^(?:WaitCompleted|CustomerReturned|BotParticipantDisconnected)$/,
    },
    parameters: {
      TimeoutSeconds: { value: "static or reference", number: [1, 604_800] },
      TimeLimitSeconds: { value: "static or reference", number: [1, 604_800], evidence: "observed" },
      Events: { value: "structure", inside: "static" },
    },
    exactlyOne: [["TimeoutSeconds", "TimeLimitSeconds"]],
  }),
  DistributeByPercentage: described({
    flowTypes: permitted.inboundTransferQueue,
    errors: [noCondition, otherErrorObserved],
    conditions: { kind: "any" },
  }),
  TransferToFlow: described({
    flowTypes: permitted.inboundAndTransfer,
    terminal: "on success",
    parameters: { ContactFlowId: { value: "static or reference", required: true } },
  }),
  EndFlowExecution: described({ flowTypes: permitted.everywhere, terminal: "always", errors: [] }),
  UpdateFlowAttributes: described({
    flowTypes: permitted.everywhere,
    errors: [otherErrorObserved],
    parameters: { FlowAttributes: { value: "structure", required: true, inside: "interpolated" } },
  }),
  UpdateFlowLoggingBehavior: described({
    flowTypes: permitted.everywhere,
    errors: [otherErrorObserved],
    parameters: {
      FlowLoggingBehavior: { value: "static", required: true, choices: ["Enabled", "Disabled"] },
    },
  }),
  UpdateRoutingCriteria: described({
    flowTypes: permitted.inboundTransferQueue,
    evidence: "observed",
    parameters: { RoutingCriteria: { value: "structure" } },
  }),
  CheckOutboundCallStatus: described({
    flowTypes: permitted.inbound,
    channels: voiceOnly,
    errors: [otherError, noCondition],
    conditions: { kind: "equals" },
  }),
  CheckVoiceId: described({
    flowTypes: permitted.inboundTransferQueue,
    channels: voiceOnly,
    errors: [otherError, optionalError("NoMatchingCondition", "documented")],
    conditions: { kind: "any" },
    parameters: { CheckVoiceIdOption: { value: "static" } },
    ended: voiceIdEnded,
  }),
  StartVoiceIdStream: described({
    flowTypes: permitted.inboundTransferQueue,
    channels: voiceOnly,
    ended: voiceIdEnded,
  }),
};
