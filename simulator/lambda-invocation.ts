import { type ContactState, mostBytes, utf8Bytes } from "./contact-state.ts";
import type { FaultName } from "./faults.ts";
import { isObject } from "./flow-document.ts";
import type { FunctionCall } from "./step.ts";

/** The event that a flow sends to a Lambda function (AWS administrator guide, connect-lambda-functions). */
export type ContactFlowEvent = ReturnType<typeof contactFlowEvent>;

/** Runs a deployed function. It rejects when the function fails; retrying, as AWS's Lambda does, is its own affair. */
export type InvokeFunction = (functionArn: string, event: ContactFlowEvent) => Promise<unknown>;

/** What a flow gets: the new `$.External`, or why it takes the error branch; and the seconds of silence it cost. */
export type FunctionAnswer = { readonly seconds: number } & (
  | { readonly external: Readonly<Record<string, unknown>> }
  | { readonly problem: string }
);

/** The event for a call of a contact. */
export function contactFlowEvent({ scope }: ContactState, parameters: Readonly<Record<string, string>>) {
  return {
    Name: "ContactFlowEvent",
    Details: {
      ContactData: {
        Attributes: { ...scope.Attributes },
        Channel: scope.Channel,
        ContactId: scope.ContactId,
        CustomerEndpoint: scope.CustomerEndpoint,
        CustomerId: scope.CustomerId,
        Description: scope.Description,
        InitialContactId: scope.InitialContactId,
        InitiationMethod: scope.InitiationMethod,
        InstanceARN: scope.InstanceARN,
        LanguageCode: scope.LanguageCode,
        MediaStreams: { Customer: { Audio: null } },
        Name: scope.Name,
        PreviousContactId: scope.PreviousContactId ?? scope.InitialContactId,
        Queue: scope.Queue && { ...scope.Queue, OutboundCallerId: null },
        References: { ...scope.References },
        SystemEndpoint: scope.SystemEndpoint,
      },
      Parameters: { ...parameters },
    },
  } as const;
}

/**
 * Calls a function for a flow. `takesSeconds` is the simulated time that it needs; when that exceeds the limit the
 * function has run but the flow goes on without its answer.
 */
export async function callFunction(
  { functionArn, limitSeconds, responseType }: FunctionCall,
  event: ContactFlowEvent,
  invoke: InvokeFunction,
  takesSeconds: number,
  hasFault: (name: FaultName) => boolean,
): Promise<FunctionAnswer> {
  if (hasFault("lambda-error")) return { seconds: 0, problem: "the function failed (fault)" };
  const seconds = Math.min(takesSeconds, limitSeconds);
  let answer: unknown;
  try {
    answer = await invoke(functionArn, event);
  } catch (error) {
    return { seconds, problem: error instanceof Error ? error.message : String(error) };
  }
  if (hasFault("lambda-timeout") || takesSeconds > limitSeconds)
    return { seconds: limitSeconds, problem: `no answer within ${limitSeconds} seconds` };
  return { seconds, ...readAnswer(hasFault("lambda-malformed") ? { nested: {} } : answer, responseType) };
}

function readAnswer(answer: unknown, responseType: FunctionCall["responseType"]) {
  if (!isObject(answer)) return { problem: "the answer is not an object" };
  const json = JSON.stringify(answer);
  if (utf8Bytes(json) > mostBytes) return { problem: "the answer exceeds 32 KB" };
  const external = JSON.parse(json) as Readonly<Record<string, unknown>>;
  // Strictly texts: whether Amazon Connect converts numbers and nulls is not documented.
  const unreadable = Object.keys(external).find((key) => typeof external[key] !== "string");
  return responseType === "STRING_MAP" && unreadable !== undefined
    ? { problem: `the answer's "${unreadable}" is not a text` }
    : { external };
}
