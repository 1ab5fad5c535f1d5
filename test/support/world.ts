import type { World } from "../../lambdas/edge/composition.ts";
import { lambdaContext } from "../../local/lambda-context.ts";
import { at } from "./contacts.ts";

export const context = lambdaContext("test");

/** A handler's world at an instant, with what it logs kept. */
export function aWorld(environment: Readonly<Record<string, string>>, now = "2024-07-16T10:00") {
  const logged: { level: string; message: string; fields: unknown }[] = [];
  const world: World = {
    environment,
    clock: { now: () => at(now) },
    log: (level, message, fields) => logged.push({ level, message, fields }),
  };
  return { ...world, logged };
}

/** Amazon Connect's event, as its administrator guide shows it ("Invoke AWS Lambda functions"). */
export function aFlowQuestion(
  parameters: Readonly<Record<string, string>>,
  contact: { readonly contactId?: string; readonly address?: string | null } = {},
) {
  const { contactId = "4a573372-1f28-4e26-b97b-123456789012", address = "+819012345678" } = contact;
  return {
    Name: "ContactFlowEvent",
    Details: {
      ContactData: {
        Attributes: {},
        Channel: "VOICE",
        ContactId: contactId,
        CustomerEndpoint: address === null ? null : { Address: address, Type: "TELEPHONE_NUMBER" },
        InitialContactId: contactId,
        InitiationMethod: "INBOUND",
        InstanceARN: "arn:aws:connect:ap-northeast-1:000000000000:instance/c8c0e68d",
        MediaStreams: { Customer: { Audio: null } },
        PreviousContactId: contactId,
        Queue: null,
        SystemEndpoint: { Address: "+815000000000", Type: "TELEPHONE_NUMBER" },
      },
      Parameters: parameters,
    },
  };
}
