import type { Instant } from "../domain/japan-time.ts";
import { type Call, type CallSurroundings, type Dialling, SimulatedCall } from "./call.ts";
import { type ContactEvent, contactEvent } from "./contact-event.ts";
import { type ContactRecord, contactRecord } from "./contact-record.ts";
import type { QueueDefinition } from "./contact-state.ts";
import { type FlowDefinition, type RunnableFlow, runnableFlow } from "./flow-document.ts";
import { callFunction, contactFlowEvent, type InvokeFunction } from "./lambda-invocation.ts";
import { type Operator, type OperatorDefinition, SimulatedOperator } from "./operator.ts";
import { Routing } from "./routing.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** Everything that an exchange talks to, and what it consists of. */
export interface ExchangeSetup {
  readonly instanceArn: string;
  /** Flows by ARN, their placeholders filled with ARNs. */
  readonly flows: ReadonlyMap<string, FlowDefinition>;
  /** The ARN of the inbound flow that answers each landing number (E.164). */
  readonly entryPoints: ReadonlyMap<string, string>;
  readonly queues: readonly QueueDefinition[];
  isOpen(hoursArn: string, at: Instant): boolean;
  readonly invokeFunction: InvokeFunction;
  /** The simulated seconds that a function takes. @default none */
  functionSeconds?(functionArn: string): number;
  publishEvent(event: ContactEvent): Promise<void>;
  /** Called once for each contact, after its after-contact work. */
  publishRecord(record: ContactRecord): Promise<void>;
  readonly newId: () => string;
  readonly clock: VirtualClock;
}

/**
 * A telephone exchange that stands in for an Amazon Connect instance. People act on it at once; flows, functions and
 * publications go on only while time is moved. A rejection of a port, or a flow that cannot be run, rejects the move.
 */
export interface Exchange {
  /** Throws when the number has no flow, or when the instant has passed. */
  dial(dialling: Dialling): Call;
  /** A new operator, signed out. Throws when the username is taken. */
  addOperator(definition: OperatorDefinition): Operator;
  operator(username: string): Operator | undefined;
  /** Calls that are not over yet, in the order in which they were dialled; with after-contact work still going on too. */
  calls(): readonly Call[];
  now(): Instant;
  advanceTo(at: Instant): Promise<void>;
  /** 0 lets happen what is due now. */
  advanceBy(seconds: number): Promise<void>;
  /** Until nothing is left but callers waiting in a queue for somebody, and operators who were not told to finish. */
  runUntilIdle(): Promise<void>;
}

/** Sets an exchange up. Throws when an entry point has no inbound flow. */
export function createExchange(setup: ExchangeSetup): Exchange {
  const { clock } = setup;
  const flows = new Map([...setup.flows].map(([arn, definition]) => [arn, runnableFlow(arn, definition)]));
  const queues = new Map(setup.queues.map((queue) => [queue.arn, queue]));
  const entryFlows = new Map(
    [...setup.entryPoints].map(([number, arn]) => [number, entryFlow(number, flows.get(arn))]),
  );
  const routing = new Routing();
  const operators = new Map<string, SimulatedOperator>();
  const calls = new Set<SimulatedCall>();

  function surroundingsOf({ to, faults = [] }: Dialling): CallSurroundings {
    const flow = entryFlows.get(to);
    if (!flow)
      throw new Error(`No flow answers ${to}: the exchange has ${[...entryFlows.keys()].join(", ")}.`);
    const hasFault: CallSurroundings["hasFault"] = (name) => faults.includes(name);
    return {
      clock,
      instanceArn: setup.instanceArn,
      entryFlow: flow,
      hasFault,
      isOpen: (hoursArn) => setup.isOpen(hoursArn, clock.now()),
      flow: (arn) => flows.get(arn),
      queue: (arn) => queues.get(arn),
      waitingIn: (queueArn) => routing.waitingIn(queueArn),
      invoke(contact, request) {
        const event = contactFlowEvent(contact, request.parameters);
        const takesSeconds = setup.functionSeconds?.(request.functionArn) ?? 0;
        return callFunction(request, event, setup.invokeFunction, takesSeconds, hasFault);
      },
      publishEvent(type, history) {
        const event = contactEvent(type, history, setup.newId(), clock.now());
        clock.after(0, () => setup.publishEvent(event));
      },
      publishRecord(history) {
        const record = contactRecord(history, clock.now());
        clock.after(0, () => setup.publishRecord(record));
      },
      joinQueue: (call) => routing.join(call),
      leaveQueue: (call) => routing.leave(call),
      over: (call) => calls.delete(call),
    };
  }

  return {
    dial(dialling) {
      const call = new SimulatedCall(setup.newId(), dialling, surroundingsOf(dialling));
      calls.add(call);
      return call;
    },
    addOperator(definition) {
      if (operators.has(definition.username))
        throw new Error(`There already is an operator ${definition.username}.`);
      const operator = new SimulatedOperator(definition, clock, routing);
      operators.set(definition.username, operator);
      return operator;
    },
    operator: (username) => operators.get(username),
    calls: () => [...calls],
    now: () => clock.now(),
    advanceTo: (at) => clock.advanceTo(at),
    advanceBy: (seconds) => clock.advanceBy(seconds),
    runUntilIdle: () => clock.runUntilIdle(),
  };
}

function entryFlow(number: string, flow: RunnableFlow | undefined): RunnableFlow {
  if (flow?.type === "CONTACT_FLOW") return flow;
  throw new Error(`The entry point ${number} has no inbound flow: give it the ARN of a CONTACT_FLOW.`);
}
