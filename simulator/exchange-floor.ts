import type { Instant } from "../domain/japan-time.ts";
import { failure, type Result, success } from "../domain/result.ts";
import { type Call, type Dialling, SimulatedCall } from "./call.ts";
import type { ContactHistory } from "./contact-history.ts";
import { newContact, telephone } from "./contact-state.ts";
import { type ExchangeParts, surroundingsOf, switchboardOf } from "./exchange-parts.ts";
import type { ExchangeSetup } from "./exchange-setup.ts";
import { lineBreaksAfterSeconds } from "./faults.ts";
import { type RunnableFlow, runnableFlow } from "./flow-document.ts";
import { type Operator, type OperatorDefinition, SimulatedOperator, type Switchboard } from "./operator.ts";
import { type OutboundCall, systemCall, taskCall, type TaskWish } from "./outbound-contacts.ts";
import { Routing } from "./routing.ts";
import type { QueueMetrics } from "./step.ts";

/** Where calls, queues and operators of one exchange meet. */
export class ExchangeFloor {
  readonly #parts: ExchangeParts;
  readonly #entryFlows: ReadonlyMap<string, RunnableFlow>;
  readonly #switchboard: Switchboard;

  constructor(setup: ExchangeSetup) {
    const flows = new Map([...setup.flows].map(([arn, definition]) => [arn, runnableFlow(arn, definition)]));
    this.#parts = {
      setup,
      flows,
      queues: new Map(setup.queues.map((queue) => [queue.arn, queue])),
      routing: new Routing(),
      operators: new Map(),
      calls: new Set(),
      legs: new Map(),
    };
    this.#entryFlows = new Map(
      [...setup.entryPoints].map(([number, arn]) => [number, entryFlow(number, flows.get(arn))]),
    );
    this.#switchboard = switchboardOf(this.#parts);
  }

  dial({ from, to, at, keys = [], faults = [] }: Dialling): Call {
    const flow = this.#entryFlows.get(to);
    if (!flow)
      throw new Error(`No flow answers ${to}: the exchange has ${[...this.#entryFlows.keys()].join(", ")}.`);
    const contact = newContact({
      ...this.#newScope(),
      CustomerEndpoint: from === undefined ? null : telephone(from),
      SystemEndpoint: telephone(to),
    });
    const { clock } = this.#parts.setup;
    const call = new SimulatedCall(contact, at, surroundingsOf(this.#parts, faults), keys);
    clock.schedule(at, () => call.begin(flow));
    if (faults.includes("telecom")) clock.schedule(at + lineBreaksAfterSeconds * 1000, () => call.loseLine());
    return call;
  }

  addOperator(definition: OperatorDefinition): Operator {
    if (this.#parts.operators.has(definition.username))
      throw new Error(`There already is an operator ${definition.username}.`);
    const operator = new SimulatedOperator(definition, this.#parts.setup.clock, this.#switchboard);
    this.#parts.operators.set(definition.username, operator);
    return operator;
  }

  operator(username: string): Operator | undefined {
    return this.#parts.operators.get(username);
  }

  calls(): readonly Call[] {
    return [...this.#parts.calls];
  }

  startTask({
    flowArn,
    name,
    description,
    attributes = {},
    references = {},
    delaySeconds = 0,
  }: TaskWish): Result<Call> {
    const flow = this.#inboundFlow(flowArn);
    if (!flow.ok) return flow;
    const scope = {
      ...this.#newScope(),
      InitiationMethod: "API",
      Name: name,
      Description: description ?? null,
      Attributes: attributes,
      References: references,
    } as const;
    return success(taskCall(scope, flow.value, delaySeconds, surroundingsOf(this.#parts)));
  }

  startOutboundCall(wish: OutboundCall): Result<Call> {
    const flow = this.#inboundFlow(wish.flowArn);
    if (!flow.ok) return flow;
    if (this.#parts.setup.isDialable?.(wish.number) === false)
      return failure(`The instance may not call ${wish.number}: allow its country first.`);
    const scope = { ...this.#newScope(), Attributes: wish.attributes ?? {} };
    return success(systemCall(scope, wish, flow.value, surroundingsOf(this.#parts)));
  }

  contact(contactId: string): ContactHistory | undefined {
    return this.#parts.legs.get(contactId)?.history;
  }

  stop(contactId: string): boolean {
    const call = [...this.#parts.calls].find(({ leg }) => leg.contactId === contactId);
    if (!call || call.state === "ended") return false;
    call.end("API");
    return true;
  }

  updateAttributes(contactId: string, attributes: Readonly<Record<string, string>>): boolean {
    const leg = this.#parts.legs.get(contactId);
    leg?.changeAttributes(attributes);
    return leg !== undefined;
  }

  metrics(queueArn: string): QueueMetrics {
    return this.#parts.routing.metrics(queueArn, this.#parts.operators.values(), this.now());
  }

  isOpen(hoursId: string, at: Instant): boolean | undefined {
    const arns = this.#parts.setup.queues.map(({ hoursArn }) => hoursArn);
    const hoursArn = arns.find((arn) => arn.split("/").at(-1) === hoursId);
    return hoursArn === undefined ? undefined : this.#parts.setup.isOpen(hoursArn, at);
  }

  flowArn(flowId: string): string {
    return this.#parts.flows.keys().find((arn) => arn.split("/").at(-1) === flowId) ?? flowId;
  }

  now(): Instant {
    return this.#parts.setup.clock.now();
  }

  advanceTo(at: Instant): Promise<void> {
    return this.#parts.setup.clock.advanceTo(at);
  }

  advanceBy(seconds: number): Promise<void> {
    return this.#parts.setup.clock.advanceBy(seconds);
  }

  runUntilIdle(): Promise<void> {
    return this.#parts.setup.clock.runUntilIdle();
  }

  #newScope() {
    const { newId, instanceArn } = this.#parts.setup;
    return { ContactId: newId(), InstanceARN: instanceArn };
  }

  #inboundFlow(arn: string): Result<RunnableFlow> {
    const flow = this.#parts.flows.get(arn);
    return flow?.type === "CONTACT_FLOW"
      ? success(flow)
      : failure(`There is no inbound flow ${arn}: name one of the exchange's flows.`);
  }
}

function entryFlow(number: string, flow: RunnableFlow | undefined): RunnableFlow {
  if (flow?.type === "CONTACT_FLOW") return flow;
  throw new Error(`The entry point ${number} has no inbound flow: give it the ARN of a CONTACT_FLOW.`);
}
