import type { Instant } from "../domain/japan-time.ts";
import type { Result } from "../domain/result.ts";
import type { Call, Dialling } from "./call.ts";
import type { ContactHistory } from "./contact-history.ts";
import { ExchangeFloor } from "./exchange-floor.ts";
import type { ExchangeSetup } from "./exchange-setup.ts";
import type { Operator, OperatorDefinition } from "./operator.ts";
import type { OutboundCall, TaskWish } from "./outbound-contacts.ts";
import type { QueueMetrics } from "./step.ts";

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
  /** Calls and tasks that are not over yet, in the order in which they were made. */
  calls(): readonly Call[];
  /** A task for an operator, through a flow; the failure names what is missing. */
  startTask(wish: TaskWish): Result<Call>;
  /** A call that the system makes: once answered it goes through a flow. */
  startOutboundCall(wish: OutboundCall): Result<Call>;
  /** What happened to a contact, ended ones included. */
  contact(contactId: string): ContactHistory | undefined;
  /** Ends the call in which a contact is, by its id; false when it is over or unknown. */
  stop(contactId: string): boolean;
  /** Attributes join those of a contact; one that is over is put on record once more. False when it is unknown. */
  updateAttributes(contactId: string, attributes: Readonly<Record<string, string>>): boolean;
  metrics(queueArn: string): QueueMetrics;
  /** Whether hours of operation, named by their id, are open at an instant; undefined where no queue has such hours. */
  isOpen(hoursId: string, at: Instant): boolean | undefined;
  /** The ARN of the flow with an id, its last part; the id itself where there is none. */
  flowArn(flowId: string): string;
  now(): Instant;
  advanceTo(at: Instant): Promise<void>;
  /** 0 lets happen what is due now. */
  advanceBy(seconds: number): Promise<void>;
  /** Until nothing is left but callers waiting in a queue for somebody, and operators who were not told to finish. */
  runUntilIdle(): Promise<void>;
}

/** Sets an exchange up. Throws when an entry point has no inbound flow. */
export function createExchange(setup: ExchangeSetup): Exchange {
  return new ExchangeFloor(setup);
}
