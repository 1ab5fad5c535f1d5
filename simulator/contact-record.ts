import type { Instant } from "../domain/japan-time.ts";
import type { InitiationMethod } from "./contact-state.ts";
import { type ContactHistory, type Handling, printedSeconds, utcSecond } from "./contact-history.ts";

/** A contact record (CTR) (AWS administrator guide, contact records data model). */
export type ContactRecord = ReturnType<typeof contactRecord>;

/**
 * The record of a contact that is over, as it is emitted at `emittedAt`. Timestamps are UTC to the second, durations
 * whole seconds; what does not apply is null, as in Amazon Connect. Throws when the contact has not ended.
 */
export function contactRecord(
  { contact, initiatedAt, connectedToSystemAt, transfer, wait, handling, offers, end }: ContactHistory,
  emittedAt: Instant,
) {
  const { scope } = contact;
  const onLineAt = isOnLineAtOnce(scope.InitiationMethod) ? initiatedAt : connectedToSystemAt;
  if (!end) throw new Error(`Contact ${scope.ContactId} has not ended: it has no record yet.`);
  return {
    AWSAccountId: scope.InstanceARN.split(":")[4] ?? "",
    AWSContactTraceRecordFormatVersion: "2017-03-10",
    Agent: handling ? agentOf(handling, end.at) : null,
    AgentConnectionAttempts: offers,
    Attributes: { ...scope.Attributes },
    Channel: scope.Channel,
    ConnectedToSystemTimestamp: onLineAt === undefined ? null : utcSecond(onLineAt),
    ContactId: scope.ContactId,
    CustomerEndpoint: scope.CustomerEndpoint,
    DisconnectReason: end.reason,
    DisconnectTimestamp: utcSecond(end.at),
    InitialContactId: scope.PreviousContactId === null ? null : scope.InitialContactId,
    InitiationMethod: scope.InitiationMethod,
    InitiationTimestamp: utcSecond(initiatedAt),
    InstanceARN: scope.InstanceARN,
    LastUpdateTimestamp: utcSecond(emittedAt),
    NextContactId: transfer?.nextContactId ?? null,
    PreviousContactId: scope.PreviousContactId,
    Queue: wait ? queueOf(wait, end.at) : null,
    Recording: null,
    Recordings: null,
    RelatedContactId: null,
    ScheduledTimestamp: null,
    SystemEndpoint: scope.SystemEndpoint,
    TransferCompletedTimestamp: transfer ? utcSecond(transfer.at) : null,
    TransferredToEndpoint: null,
  } as const;
}

/** An inbound call is connected to the system as it is initiated (AWS, data model), and a transferred one stays so. */
function isOnLineAtOnce(method: InitiationMethod): boolean {
  return method === "INBOUND" || method === "TRANSFER" || method === "QUEUE_TRANSFER";
}

function queueOf({ queueArn, queueName, from, to }: NonNullable<ContactHistory["wait"]>, endedAt: Instant) {
  const left = to ?? endedAt;
  return {
    ARN: queueArn,
    DequeueTimestamp: utcSecond(left),
    Duration: printedSeconds(from, left),
    EnqueueTimestamp: utcSecond(from),
    Name: queueName,
  };
}

/** AgentInteractionDuration is talking only: without hold and without after-contact work. */
function agentOf(handling: Handling, endedAt: Instant) {
  const work = { from: endedAt, to: endedAt, ...handling.afterContactWork };
  const holds = handling.holds.map(({ from, to }) => printedSeconds(from, to ?? work.from));
  const heldSeconds = holds.reduce((sum, seconds) => sum + seconds, 0);
  return {
    ARN: handling.operatorArn,
    AfterContactWorkDuration: printedSeconds(work.from, work.to),
    AfterContactWorkEndTimestamp: utcSecond(work.to),
    AfterContactWorkStartTimestamp: utcSecond(work.from),
    AgentInteractionDuration: printedSeconds(handling.connectedAt, work.from) - heldSeconds,
    ConnectedToAgentTimestamp: utcSecond(handling.connectedAt),
    CustomerHoldDuration: heldSeconds,
    HierarchyGroups: null,
    LongestHoldDuration: Math.max(0, ...holds),
    NumberOfHolds: holds.length,
    RoutingProfile: null,
    Username: handling.username,
  };
}
