import { numberParameter, optionalText, requiredText } from "../action-parameters.ts";
import type { QueueDefinition } from "../contact-state.ts";
import { filledText, wholeText } from "../flow-values.ts";
import { type ActionRule, changed, failed, flowMistake, type QueueMetrics, type Situation } from "../step.ts";

/** Three days, the longest that Amazon Connect delays a call back (AWS, CreateCallbackContact). */
const longestDelaySeconds = 259_200;

/** The longest that it lets a third party's telephone ring (AWS, TransferParticipantToThirdParty). */
const longestRingSeconds = 600;

/** What CheckMetricData can ask for (AWS). */
const metrics: Readonly<Record<string, (of: QueueMetrics) => number>> = {
  NumberOfAgentsAvailable: ({ available }) => available,
  NumberOfAgentsStaffed: ({ staffed }) => staffed,
  NumberOfAgentsOnline: ({ online }) => online,
  OldestContactInQueueAgeSeconds: ({ oldestSeconds }) => oldestSeconds,
  NumberOfContactsInQueue: ({ size }) => size,
};

/** The blocks that bring the contact to somebody, or ask how busy the queues are. */
export const routingActions: Readonly<Record<string, ActionRule>> = {
  /** Chooses the working queue, or one operator's own. */
  UpdateContactTargetQueue(situation) {
    const queue = namedQueue(situation);
    return typeof queue === "string"
      ? failed(queue)
      : changed(situation, { Queue: { ARN: queue.arn, Name: queue.name } });
  },

  /** The flow ends and the caller waits; a full queue refuses and stays the working queue. */
  TransferContactToQueue(situation) {
    const queue = workingQueue(situation);
    if (!queue) return failed("no queue has been chosen");
    return isFull(situation, queue)
      ? failed(`${queue.name} is full`, "QueueAtCapacity")
      : { does: "enqueue", queue };
  },

  /** Out of the queue in which the caller waits, into another, as a new contact. */
  DequeueContactAndTransferToQueue(situation) {
    const queue = namedQueue(situation);
    if (typeof queue === "string") return failed(queue);
    return isFull(situation, queue)
      ? failed(`${queue.name} is full`, "QueueAtCapacity")
      : { does: "requeue", queue };
  },

  /** To the operator chosen before; when that one is not free the contact is disconnected (AWS). */
  TransferContactToAgent(situation) {
    const { contact, world } = situation;
    const queue = world.personalQueue(contact.scope.Queue?.ARN ?? contact.scope.Agent?.ARN ?? "");
    if (!queue) throw flowMistake(situation, "no operator has been chosen.");
    return world.isOperatorFree(queue.arn) ? { does: "enqueue", queue } : { does: "leave", hangsUp: true };
  },

  /** With conditions: operators by NumberGreaterThan "0", the others by any number (AWS). */
  CheckMetricData(situation) {
    const type = requiredText(situation, "MetricType");
    const read = Object.hasOwn(metrics, type) ? metrics[type] : undefined;
    if (!read) throw flowMistake(situation, `there is no metric ${type}.`);
    const queue = namedQueue(situation);
    return typeof queue === "string"
      ? failed(queue)
      : { does: "go", result: String(read(situation.world.metrics(queue.arn))) };
  },

  GetMetricData(situation) {
    const queue = namedQueue(situation);
    return typeof queue === "string"
      ? failed(queue)
      : changed(situation, { Metrics: metricsScope(queue, situation.world.metrics(queue.arn)) });
  },

  /** A new contact that waits for an operator who then calls back; this one goes on and normally says goodbye (AWS). */
  CreateCallbackContact(situation) {
    const { contact } = situation;
    if (optionalText(situation, "ContactFlowId") !== undefined)
      throw flowMistake(situation, "the parameter ContactFlowId is not simulated.");
    const queue = namedQueue(situation);
    if (typeof queue === "string") return failed(queue);
    const number = contact.callbackNumber ?? contact.scope.CustomerEndpoint?.Address;
    if (number === undefined) return failed("there is no number to call back");
    // A full queue refuses; that it does so by the general error is assumed.
    if (isFull(situation, queue)) return failed(`${queue.name} is full`);
    const wanted = {
      kind: "callback",
      number,
      queue,
      delaySeconds: numberParameter(situation, "InitialCallDelaySeconds", 1, longestDelaySeconds),
      mostAttempts: numberParameter(situation, "MaximumConnectionAttempts", 1, 1_000),
      retrySeconds: numberParameter(situation, "RetryDelaySeconds", 1, longestDelaySeconds),
    } as const;
    return { does: "create", wanted };
  },

  /** Calls somebody outside and joins the caller to them. */
  TransferParticipantToThirdParty(situation) {
    const number = filledText(requiredText(situation, "ThirdPartyPhoneNumber"), situation.contact);
    if (!/^\+\d{8,15}$/.test(number)) return failed(`"${number}" is no number in E.164`);
    const limitSeconds = numberParameter(
      situation,
      "ThirdPartyConnectionTimeLimitSeconds",
      0,
      longestRingSeconds,
    );
    const goesOn = optionalText(situation, "ContinueFlowExecution") !== "False";
    return { does: "dial", number, limitSeconds, goesOn };
  },

  /** Who transferred is gone from the line by then: transfers here are never three-way. */
  UpdatePreviousContactParticipantState: () => ({ does: "go" }),

  /** The callee has been dialled before an outbound whisper starts, so that nothing is left to do (simplified). */
  CompleteOutboundCall: () => ({ does: "go" }),
};

function workingQueue({ contact, world }: Situation): QueueDefinition | undefined {
  const arn = contact.scope.Queue?.ARN ?? "";
  return world.queue(arn) ?? world.personalQueue(arn);
}

/** The queue or operator that a block names, else the working queue; a text says why there is none. */
function namedQueue(situation: Situation): QueueDefinition | string {
  const { contact, world } = situation;
  const queueId = optionalText(situation, "QueueId");
  const agentId = optionalText(situation, "AgentId");
  if (queueId !== undefined && agentId !== undefined)
    throw flowMistake(situation, "give QueueId or AgentId, not both.");
  if (agentId !== undefined) {
    const arn = wholeText(agentId, contact) ?? "";
    return world.personalQueue(arn) ?? `there is no operator ${arn}`;
  }
  if (queueId === undefined) return workingQueue(situation) ?? "no queue has been chosen";
  const arn = wholeText(queueId, contact) ?? "";
  return world.queue(arn) ?? `there is no queue ${arn}`;
}

function isFull({ world }: Situation, { arn, capacity }: QueueDefinition): boolean {
  return world.hasFault("queue-full") || (capacity !== undefined && world.waitingIn(arn) >= capacity);
}

function metricsScope({ arn, name }: QueueDefinition, of: QueueMetrics) {
  const counted = (Count: number) => ({ Count });
  return {
    Queue: { Name: name, ARN: arn, Size: of.size, OldestContactAge: of.oldestSeconds },
    Agents: {
      Online: counted(of.online),
      Available: counted(of.available),
      Staffed: counted(of.staffed),
      AfterContactWork: counted(of.afterContactWork),
      Busy: counted(of.busy),
      Missed: counted(of.missed),
      NonProductive: counted(of.online - of.staffed),
    },
  };
}
