import { type ActionRules, equals, everyFlow, nextOrError, passes, placeholder } from "./action-rule.ts";

type ControlKind =
  | "compare"
  | "test"
  | "loop"
  | "checkHours"
  | "getQueueMetrics"
  | "setLogging"
  | "disconnect"
  | "endFlow";

/** Blocks that decide which way a call goes. Parameter names and flow types: Amazon Connect developer guide, one page an action. */
export const controlActions: ActionRules<ControlKind> = {
  compare: {
    ...passes,
    type: "Compare",
    parameters: ({ value }) => ({ ComparisonValue: value }),
    exits: ({ cases, otherwise }) => [
      ...Object.entries(cases).map(([operand, to]) => equals(operand, to)),
      { on: "error", error: "NoMatchingCondition", to: otherwise },
    ],
  },
  test: {
    ...passes,
    type: "Compare",
    parameters: ({ value }) => ({ ComparisonValue: value }),
    exits: ({ operator, operand, holds, otherwise }) => [
      { on: "condition", operator, operand, to: holds },
      { on: "error", error: "NoMatchingCondition", to: otherwise },
    ],
  },
  loop: {
    ...passes,
    type: "Loop",
    parameters: ({ times }) => ({ LoopCount: String(times) }),
    exits: ({ again, done }) => [equals("ContinueLooping", again), equals("DoneLooping", done)],
  },
  checkHours: {
    ...passes,
    flowTypes: ["CONTACT_FLOW", "QUEUE_TRANSFER", "CUSTOMER_QUEUE"],
    type: "CheckHoursOfOperation",
    parameters: ({ hours }) => ({ HoursOfOperationId: placeholder(hours) }),
    exits: ({ open, closed, onError }) => [
      equals("True", open),
      equals("False", closed),
      { on: "error", error: "NoMatchingError", to: onError },
    ],
  },
  getQueueMetrics: {
    ...passes,
    type: "GetMetricData",
    parameters: () => ({ QueueChannel: "Voice" }),
    exits: nextOrError,
  },
  setLogging: {
    ...passes,
    type: "UpdateFlowLoggingBehavior",
    parameters: ({ logging }) => ({ FlowLoggingBehavior: logging }),
    exits: ({ next }) => [{ on: "next", to: next }],
  },
  disconnect: {
    flowTypes: everyFlow,
    ends: true,
    speaks: false,
    type: "DisconnectParticipant",
    parameters: () => ({}),
    exits: () => [],
  },
  /** AWS administrator guide, End flow / Resume: in an inbound flow it would hang up. */
  endFlow: {
    flowTypes: ["CUSTOMER_QUEUE", "CUSTOMER_HOLD", "AGENT_WHISPER", "OUTBOUND_WHISPER"],
    ends: true,
    speaks: false,
    type: "EndFlowExecution",
    parameters: () => ({}),
    exits: () => [],
  },
};
