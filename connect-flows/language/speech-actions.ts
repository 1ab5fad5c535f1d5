import type { ParameterValue } from "../flow-document.ts";
import { type ActionRules, equals, nextOrError, passes } from "./action-rule.ts";
import type { RepeatedMessage } from "./block.ts";

/** What ends a number that a caller types, and the silence between two digits that does (Connect's own default). */
const terminator = "#";
const betweenDigitsSeconds = 5;

/**
 * Blocks that speak and listen. Parameter names and flow types: Amazon Connect developer guide, one page an action;
 * `InputTimeLimitExceeded` and `InterdigitTimeLimitSeconds`: exports of the console.
 */
export const speechActions: ActionRules<"say" | "menu" | "storeNumber" | "repeatMessages"> = {
  say: {
    ...passes,
    flowTypes: ["CONTACT_FLOW", "QUEUE_TRANSFER", "AGENT_WHISPER", "OUTBOUND_WHISPER", "CUSTOMER_QUEUE"],
    speaks: true,
    type: "MessageParticipant",
    parameters: ({ text }) => ({ Text: text }),
    exits: nextOrError,
  },
  menu: {
    ...passes,
    flowTypes: ["CONTACT_FLOW", "QUEUE_TRANSFER", "CUSTOMER_QUEUE"],
    speaks: true,
    type: "GetParticipantInput",
    parameters: ({ text, limitSeconds }) => ({
      Text: text,
      InputTimeLimitSeconds: String(limitSeconds),
      StoreInput: "False",
    }),
    exits: ({ keys, onTimeout, onOther, onError }) => [
      ...Object.entries(keys).map(([key, to]) => equals(key, to)),
      { on: "error", error: "InputTimeLimitExceeded", to: onTimeout },
      { on: "error", error: "NoMatchingCondition", to: onOther },
      { on: "error", error: "NoMatchingError", to: onError },
    ],
  },
  storeNumber: {
    ...passes,
    flowTypes: ["CONTACT_FLOW", "QUEUE_TRANSFER", "CUSTOMER_QUEUE"],
    speaks: true,
    type: "GetParticipantInput",
    parameters: ({ text, limitSeconds, mostDigits }) => ({
      Text: text,
      InputTimeLimitSeconds: String(limitSeconds),
      StoreInput: "True",
      InputValidation: { CustomValidation: { MaximumLength: String(mostDigits) } },
      DTMFConfiguration: {
        InputTerminationSequence: terminator,
        DisableCancelKey: "False",
        InterdigitTimeLimitSeconds: String(betweenDigitsSeconds),
      },
    }),
    exits: nextOrError,
  },
  repeatMessages: {
    flowTypes: ["CUSTOMER_QUEUE", "CUSTOMER_HOLD"],
    ends: true,
    speaks: true,
    type: "MessageParticipantIteratively",
    parameters: ({ messages, interruption }) => ({
      Messages: messages.map(spokenWithPause),
      ...(interruption === "none" ? {} : { InterruptFrequencySeconds: String(interruption.afterSeconds) }),
    }),
    exits: ({ interruption, onError }) => [
      ...(interruption === "none" ? [] : [equals("MessagesInterrupted", interruption.next)]),
      { on: "error", error: "NoMatchingError", to: onError },
    ],
  },
};

/** A pause is possible only in SSML, so a message with one is written as SSML and any other as plain text. */
function spokenWithPause({ text, pauseSeconds }: RepeatedMessage): ParameterValue {
  if (pauseSeconds === 0) return { Text: text };
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return { SSML: `<speak>${escaped}<break time="${pauseSeconds}s"/></speak>` };
}
