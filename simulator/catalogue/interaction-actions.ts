import {
  type ActionDescription,
  described,
  optionalError,
  otherError,
  permitted,
} from "./action-description.ts";

const place = { value: "static or reference" } as const;

/** The blocks that work with other services. Source: developer guide, interactions. */
export const interactionActions: Readonly<Record<string, ActionDescription>> = {
  /** Synchronous calls may take 8 seconds, asynchronous ones 60. */
  InvokeLambdaFunction: described({
    flowTypes: permitted.everywhere,
    parameters: {
      LambdaFunctionARN: { value: "interpolated", required: true },
      InvocationTimeLimitSeconds: { value: "static", required: true, number: [1, 60] },
      InvocationType: { value: "static", choices: ["SYNCHRONOUS", "ASYNCHRONOUS"] },
      LambdaInvocationAttributes: { value: "structure", inside: "interpolated" },
      ResponseValidation: { value: "structure", inside: "static" },
    },
  }),
  /** The contact goes on afterwards: it is not over. */
  CreateCallbackContact: described({
    flowTypes: permitted.inboundTransferQueue,
    parameters: {
      QueueId: place,
      AgentId: place,
      InitialCallDelaySeconds: { value: "static", number: [1, 259_200] },
      MaximumConnectionAttempts: { value: "static", number: [1, 1_000] },
      RetryDelaySeconds: { value: "static", number: [1, 259_200] },
      ContactFlowId: { value: "static or reference", evidence: "observed" },
      CallerId: { value: "structure", evidence: "assumed" },
    },
    atMostOne: [["QueueId", "AgentId"]],
  }),
  ...Object.fromEntries(
    [
      "CreateCustomerProfile",
      "GetCustomerProfile",
      "UpdateCustomerProfile",
      "AssociateContactToCustomerProfile",
      "GetCustomerProfileObject",
      "GetCalculatedAttributesForCustomerProfile",
      "ListDataTableValues",
      "EvaluateDataTableValues",
      "UpsertDataTableValues",
      "LoadLambdaResult",
    ].map((type) => [
      type,
      described({
        flowTypes: permitted.everywhere,
        conditions: { kind: "any" },
        errors: [
          otherError,
          ...["NoMatchingCondition", "NoneFoundError", "MultipleFoundError"].map((error) =>
            optionalError(error),
          ),
        ],
        evidence: "assumed",
      }),
    ]),
  ),
};
