import type { Instant } from "../domain/japan-time.ts";
import { type ContactHistory, type Handling, printedSeconds, utcSecond } from "./contact-history.ts";

/**
 * The events of a contact. Amazon Connect sends no CONNECTED_TO_SYSTEM for an inbound call (AWS, contact events, 2023),
 * only for callees who answer and for tasks.
 */
export type ContactEventType =
  | "INITIATED"
  | "CONNECTED_TO_SYSTEM"
  | "QUEUED"
  | "CONNECTED_TO_AGENT"
  | "DISCONNECTED"
  | "COMPLETED";

/** An EventBridge event as Amazon Connect publishes it (AWS administrator guide, contact events). */
export type ContactEvent = ReturnType<typeof contactEvent>;

/**
 * The event of a contact at `at`, given what has happened to it so far. What does not apply yet is left out.
 * Timestamps are UTC, in the detail whole seconds written with `.000Z`, as in AWS's samples.
 */
export function contactEvent(eventType: ContactEventType, history: ContactHistory, id: string, at: Instant) {
  const { scope } = history.contact;
  const [, , , region = "", account = ""] = scope.InstanceARN.split(":");
  const { initiatedAt, connectedToSystemAt, wait, handling, end } = history;
  return {
    version: "0",
    id,
    "detail-type": "Amazon Connect Contact Event",
    source: "aws.connect",
    account,
    time: utcSecond(at),
    region,
    resources: [`${scope.InstanceARN}/contact/${scope.ContactId}`, scope.InstanceARN],
    detail: {
      eventType,
      contactId: scope.ContactId,
      ...(scope.PreviousContactId !== null && {
        initialContactId: scope.InitialContactId,
        previousContactId: scope.PreviousContactId,
      }),
      channel: scope.Channel,
      instanceArn: scope.InstanceARN,
      initiationMethod: scope.InitiationMethod,
      initiationTimestamp: eventTimestamp(initiatedAt),
      ...(connectedToSystemAt !== undefined && {
        connectedToSystemTimestamp: eventTimestamp(connectedToSystemAt),
      }),
      ...(wait && {
        queueInfo: {
          queueArn: wait.queueArn,
          queueType: "STANDARD",
          enqueueTimestamp: eventTimestamp(wait.from),
        },
      }),
      ...(handling && { agentInfo: agentInfoOf(handling) }),
      ...(end && { disconnectTimestamp: eventTimestamp(end.at), disconnectReason: end.reason }),
    },
  } as const;
}

function agentInfoOf({ operatorArn, connectedAt, afterContactWork: work }: Handling) {
  return {
    agentArn: operatorArn,
    connectedToAgentTimestamp: eventTimestamp(connectedAt),
    ...(work && { afterContactWorkStartTimestamp: eventTimestamp(work.from) }),
    ...(work?.to !== undefined && {
      afterContactWorkEndTimestamp: eventTimestamp(work.to),
      afterContactWorkDuration: printedSeconds(work.from, work.to),
    }),
  };
}

function eventTimestamp(at: Instant): string {
  return utcSecond(at).replace("Z", ".000Z");
}
