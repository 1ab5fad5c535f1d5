import type { CallOperator } from "./call-parties.ts";
import { type CallSurroundings, SimulatedCall } from "./call.ts";
import {
  type ContactScope,
  type ContactState,
  newContact,
  type QueueDefinition,
  telephone,
} from "./contact-state.ts";
import type { RunnableFlow } from "./flow-document.ts";
import type { WantedContact } from "./step.ts";

/** A task that somebody outside asks for. */
export interface TaskWish {
  readonly flowArn: string;
  readonly name: string;
  readonly description?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly references?: ContactScope["References"];
  readonly delaySeconds?: number;
}

/** A call that somebody outside asks the system to make. Numbers are E.164. */
export interface OutboundCall {
  readonly number: string;
  readonly flowArn: string;
  readonly from?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

type Given = Partial<ContactScope> & Pick<ContactScope, "ContactId" | "InstanceARN">;

/** The contact that a flow asks for. Attributes go on to a call back (AWS, queued callbacks); a task has its own. */
export function wantedCall(
  parent: ContactState,
  wanted: WantedContact,
  around: CallSurroundings,
): SimulatedCall {
  const { scope } = parent;
  const given = { ContactId: around.newId(), InstanceARN: scope.InstanceARN };
  if (wanted.kind === "task")
    return taskCall(
      { ...given, InitiationMethod: "FLOW", ...wanted.scope },
      wanted.flow,
      wanted.delaySeconds,
      around,
    );
  const { number, queue, delaySeconds, retrySeconds, mostAttempts } = wanted;
  const contact = newContact({
    ...given,
    InitialContactId: scope.InitialContactId,
    PreviousContactId: scope.ContactId,
    InitiationMethod: "CALLBACK",
    CustomerEndpoint: telephone(number),
    SystemEndpoint: callerOf(queue) ?? scope.SystemEndpoint,
    Attributes: scope.Attributes,
    Queue: { ARN: queue.arn, Name: queue.name },
  });
  const { queuePriority, queueTimeAdjustmentSeconds, eventHooks } = parent;
  const kept = { ...contact, queuePriority, queueTimeAdjustmentSeconds, eventHooks };
  const call = new SimulatedCall(kept, around.clock.now(), around);
  void call.begin();
  const flow = outboundWhisper(queue, around);
  around.clock.after(delaySeconds, () => {
    if (call.state === "dialling")
      call.callOut({ number, purpose: "callback", queue, retrySeconds, attemptsLeft: mostAttempts, flow });
  });
  return call;
}

/** A task on its way through its flow, now or after some seconds. */
export function taskCall(
  given: Given,
  flow: RunnableFlow,
  delaySeconds: number,
  around: CallSurroundings,
): SimulatedCall {
  const { clock } = around;
  const call = new SimulatedCall(newContact({ Channel: "TASK", ...given }), clock.now(), around);
  clock.after(delaySeconds, () => {
    call.leg.diary.connectedToSystem();
    return call.begin(flow);
  });
  return call;
}

/** A call that the system makes; once answered it goes through a flow. */
export function systemCall(
  given: Given,
  { number, from }: OutboundCall,
  flow: RunnableFlow,
  around: CallSurroundings,
): SimulatedCall {
  const endpoints = {
    CustomerEndpoint: telephone(number),
    SystemEndpoint: from === undefined ? null : telephone(from),
  };
  const contact = newContact({ ...given, ...endpoints, InitiationMethod: "API" });
  const call = new SimulatedCall(contact, around.clock.now(), around);
  void call.begin();
  call.callOut({ number, purpose: "outbound", retrySeconds: 0, attemptsLeft: 1, flow });
  return call;
}

/** A call that an operator makes for a queue. */
export function operatorsCall(
  given: Given,
  number: string,
  queue: QueueDefinition,
  operator: CallOperator,
  around: CallSurroundings,
): SimulatedCall {
  const contact = newContact({
    ...given,
    InitiationMethod: "OUTBOUND",
    CustomerEndpoint: telephone(number),
    SystemEndpoint: callerOf(queue),
    Queue: { ARN: queue.arn, Name: queue.name },
    Agent: { UserName: operator.username, ARN: operator.arn },
  });
  const call = new SimulatedCall(contact, around.clock.now(), around);
  void call.begin();
  const flow = outboundWhisper(queue, around);
  call.callOut({ number, purpose: "outbound", retrySeconds: 0, attemptsLeft: 1, flow }, operator);
  return call;
}

function callerOf({ outboundCallerNumber: number }: QueueDefinition) {
  return number === undefined ? null : telephone(number);
}

function outboundWhisper(queue: QueueDefinition, around: CallSurroundings): RunnableFlow | undefined {
  return around.flow(queue.outboundWhisperFlowArn ?? "");
}
