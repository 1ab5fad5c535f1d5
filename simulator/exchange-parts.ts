import { failure, type Result, success } from "../domain/result.ts";
import type { CallSurroundings, SimulatedCall } from "./call.ts";
import { contactEvent } from "./contact-event.ts";
import type { ContactLeg, Publisher } from "./contact-leg.ts";
import { contactRecord } from "./contact-record.ts";
import type { QueueDefinition } from "./contact-state.ts";
import { deliver } from "./deliveries.ts";
import type { ExchangeSetup } from "./exchange-setup.ts";
import type { FaultName } from "./faults.ts";
import type { RunnableFlow } from "./flow-document.ts";
import { callFunction, contactFlowEvent } from "./lambda-invocation.ts";
import type { SimulatedOperator, Switchboard } from "./operator.ts";
import { operatorsCall, wantedCall } from "./outbound-contacts.ts";
import type { Routing } from "./routing.ts";

/** What an exchange consists of. */
export interface ExchangeParts {
  readonly setup: ExchangeSetup;
  readonly flows: ReadonlyMap<string, RunnableFlow>;
  readonly queues: ReadonlyMap<string, QueueDefinition>;
  readonly routing: Routing;
  /** By username. */
  readonly operators: Map<string, SimulatedOperator>;
  readonly calls: Set<SimulatedCall>;
  /** All contacts that there ever were, by id. */
  readonly legs: Map<string, ContactLeg>;
}

/** The length of a recording that nobody stated, in seconds (assumed). */
const usualPromptSeconds = 5;

/** How a number outside answers when nobody said so: at once enough, and a third party for a minute (assumed). */
const usualAnswer = { answer: "answered", afterSeconds: 5, talkSeconds: 60 } as const;

/** What a call sees of its exchange; `faults` go wrong for this call alone. */
export function surroundingsOf(parts: ExchangeParts, faults: readonly FaultName[] = []): CallSurroundings {
  const { setup, flows, queues, routing, operators, calls, legs } = parts;
  const { clock } = setup;
  const hasFault = (name: FaultName) => faults.includes(name);
  const around: CallSurroundings = {
    clock,
    publisher: publisherOf(setup),
    hasFault,
    register(leg, call) {
      legs.set(leg.contactId, leg);
      calls.add(call);
    },
    over: (call) => void calls.delete(call),
    invoke(contact, request) {
      const event = contactFlowEvent(contact, request.parameters);
      const takesSeconds = setup.functionSeconds?.(request.functionArn) ?? 0;
      return callFunction(request, event, setup.invokeFunction, takesSeconds, hasFault);
    },
    create: (contact, wanted) => wantedCall(contact, wanted, surroundingsOf(parts)).contactId,
    ring: (number, purpose) => setup.ring?.(number, purpose) ?? usualAnswer,
    newId: setup.newId,
    random: () => setup.random?.() ?? 0,
    stepped: (call, flow, block, by) => setup.onStep?.(call, flow, block, by),
    joinQueue: (call) => routing.join(call),
    leaveQueue: (call) => routing.leave(call),
    isOpen: (hoursArn) => setup.isOpen(hoursArn, clock.now()),
    flow: (arn) => flows.get(arn),
    queue: (arn) => queues.get(arn),
    waitingIn: (queueArn) => routing.waitingIn(queueArn),
    metrics: (queueArn) => routing.metrics(queueArn, operators.values(), clock.now()),
    personalQueue: (arn) => personalQueue(parts, arn),
    failureOf: (flow, block) => setup.failureOf?.(flow, block),
    isOperatorFree: (arn) => operatorOf(parts, arn)?.state === "available",
    isDialable: (number) => setup.isDialable?.(number) ?? true,
    promptSeconds: (prompt) => setup.promptSeconds?.(prompt) ?? usualPromptSeconds,
  };
  return around;
}

/** What an operator sees of the exchange. */
export function switchboardOf(parts: ExchangeParts): Switchboard {
  const { setup, flows, queues, routing } = parts;
  return {
    offerSeconds: setup.offerSeconds,
    available: (operator) => routing.available(operator),
    gone: (operator) => routing.gone(operator),
    isPersonal: (queueArn) => operatorOf(parts, queueArn) !== undefined,
    callOut(operator, number, queueArn): Result<SimulatedCall> {
      const queue = queues.get(queueArn);
      if (!queue) return failure(`There is no queue ${queueArn}: call for one of the exchange's queues.`);
      if (setup.isDialable?.(number) === false)
        return failure(`The instance may not call ${number}: allow its country first.`);
      const given = { ContactId: setup.newId(), InstanceARN: setup.instanceArn };
      return success(operatorsCall(given, number, queue, operator, surroundingsOf(parts)));
    },
    transfer(call, { flowArn, operatorArn }) {
      const flow = flows.get(flowArn);
      const wanted = operatorArn === undefined ? "QUEUE_TRANSFER" : "AGENT_TRANSFER";
      if (flow?.type !== wanted) return failure(`${flowArn} is no ${wanted} flow: transfer through one.`);
      const queue = operatorArn === undefined ? undefined : personalQueue(parts, operatorArn);
      if (operatorArn !== undefined && !queue)
        return failure(`There is no operator ${operatorArn}: transfer to one of the exchange's operators.`);
      call.transfer(flow, queue);
      return success(undefined);
    },
  };
}

function operatorOf({ operators }: ExchangeParts, arn: string): SimulatedOperator | undefined {
  return operators.values().find((operator) => operator.arn === arn);
}

/** An operator's own queue is called by the operator's ARN here, and has no hours. */
function personalQueue(parts: ExchangeParts, arn: string): QueueDefinition | undefined {
  const operator = operatorOf(parts, arn);
  return operator && { arn, name: operator.username, hoursArn: "" };
}

function publisherOf(setup: ExchangeSetup): Publisher {
  const { clock, deliveries } = setup;
  return {
    event(type, history) {
      const event = contactEvent(type, history, setup.newId(), clock.now());
      deliver(clock, deliveries, true, () => setup.publishEvent(event));
    },
    record(history) {
      const record = contactRecord(history, clock.now());
      deliver(clock, deliveries, false, () => setup.publishRecord(record));
    },
  };
}
