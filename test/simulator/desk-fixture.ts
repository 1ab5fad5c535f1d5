import { at, flow, givenAnExchange, queueArn, type Scene } from "./exchange-fixture.ts";

/** Asks whether the desk is open; closed: one second of speech and goodbye; open: two seconds of speech, then the queue. */
const deskFlow = `{
  "Version": "2019-10-30",
  "StartAction": "声",
  "Metadata": { "entryPointPosition": { "x": 20, "y": 20 } },
  "Actions": [
    { "Identifier": "声", "Type": "UpdateContactTextToSpeechVoice",
      "Parameters": { "TextToSpeechVoice": "Kazuha", "TextToSpeechEngine": "Neural" },
      "Transitions": { "NextAction": "状態を調べる", "Errors": [], "Conditions": [] } },
    { "Identifier": "状態を調べる", "Type": "InvokeLambdaFunction",
      "Parameters": { "LambdaFunctionARN": "fn-desk-status", "InvocationTimeLimitSeconds": "8",
                      "ResponseValidation": { "ResponseType": "STRING_MAP" } },
      "Transitions": { "NextAction": "開いているか",
        "Errors": [{ "NextAction": "待ち時間の案内", "ErrorType": "NoMatchingError" }] } },
    { "Identifier": "開いているか", "Type": "Compare", "Parameters": { "ComparisonValue": "$.External.state" },
      "Transitions": { "NextAction": "待ち時間の案内",
        "Errors": [{ "NextAction": "待ち時間の案内", "ErrorType": "NoMatchingCondition" }],
        "Conditions": [{ "NextAction": "終了の案内", "Condition": { "Operator": "Equals", "Operands": ["closed"] } }] } },
    { "Identifier": "終了の案内", "Type": "MessageParticipant", "Parameters": { "Text": "おまちください" },
      "Transitions": { "NextAction": "切断", "Errors": [{ "NextAction": "切断", "ErrorType": "NoMatchingError" }] } },
    { "Identifier": "待ち時間の案内", "Type": "UpdateContactEventHooks",
      "Parameters": { "EventHooks": { "CustomerQueue": "flow-queue" } },
      "Transitions": { "NextAction": "窓口", "Errors": [{ "NextAction": "窓口", "ErrorType": "NoMatchingError" }] } },
    { "Identifier": "窓口", "Type": "UpdateContactTargetQueue", "Parameters": { "QueueId": "${queueArn}" },
      "Transitions": { "NextAction": "属性", "Errors": [{ "NextAction": "切断", "ErrorType": "NoMatchingError" }] } },
    { "Identifier": "属性", "Type": "UpdateContactAttributes",
      "Parameters": { "Attributes": { "programme": "kobaton" }, "TargetContact": "Current" },
      "Transitions": { "NextAction": "挨拶", "Errors": [{ "NextAction": "挨拶", "ErrorType": "NoMatchingError" }] } },
    { "Identifier": "挨拶", "Type": "MessageParticipant", "Parameters": { "Text": "おでんわありがとうございます" },
      "Transitions": { "NextAction": "つなぐ", "Errors": [{ "NextAction": "つなぐ", "ErrorType": "NoMatchingError" }] } },
    { "Identifier": "つなぐ", "Type": "TransferContactToQueue", "Parameters": {},
      "Transitions": { "NextAction": "切断", "Errors": [
        { "NextAction": "切断", "ErrorType": "QueueAtCapacity" }, { "NextAction": "切断", "ErrorType": "NoMatchingError" }] } },
    { "Identifier": "切断", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {} }
  ]
}`;

/** A fourth of a minute of waiting music, round and round. */
const waitingFlow = `{
  "Version": "2019-10-30",
  "StartAction": "待ち",
  "Actions": [
    { "Identifier": "待ち", "Type": "MessageParticipantIteratively",
      "Parameters": { "Messages": [{ "SSML": "<speak>おまちください<break time='14s'/></speak>" }] },
      "Transitions": { "NextAction": "待ち", "Errors": [{ "NextAction": "終わり", "ErrorType": "NoMatchingError" }] } },
    { "Identifier": "終わり", "Type": "EndFlowExecution", "Parameters": {}, "Transitions": {} }
  ]
}`.replaceAll("'", '\\"');

/** An exchange with these flows whose function says closed from 17:00:00 on. */
export const givenTheDesk = (setup: object = {}): Scene =>
  givenAnExchange({
    inbound: deskFlow,
    others: { "flow-queue": flow(waitingFlow, "CUSTOMER_QUEUE", "待ち") },
    answers: (_, __, clock) => ({ state: clock.now() < at("17:00:00") ? "open" : "closed" }),
    ...setup,
  });

/** What kinds of events there were, in order. */
export const eventTypes = (events: readonly { detail: { eventType: string } }[]) =>
  events.map(({ detail }) => detail.eventType);
