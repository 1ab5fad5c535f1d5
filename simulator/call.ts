import type { Instant } from "../domain/japan-time.ts";
import type { FaultName } from "./faults.ts";
import type { RunnableFlow } from "./flow-document.ts";
import { type Callee, type CallOperator, endings, ringSeconds } from "./call-parties.ts";
import { CallFlows, type FlowSurroundings } from "./call-flows.ts";
import { successorOf, type ContactState, type QueueDefinition } from "./contact-state.ts";
import { ContactLeg, type Publisher } from "./contact-leg.ts";
import type { Place } from "./flow-host.ts";
import { ringingOf } from "./ringing.ts";
import type { DisconnectReason, TranscriptEntry } from "./transcript.ts";

/** What a person does who rings. */
export interface Dialling {
  /** E.164; left out when the caller withholds the number. */
  readonly from?: string | undefined;
  /** A landing number of the exchange, E.164. */
  readonly to: string;
  readonly at: Instant;
  /** The keys for each prompt that wants some, pressed a second after it was heard; "" lets that prompt run out. */
  readonly keys?: readonly string[];
  readonly faults?: readonly FaultName[];
}

/** What a call needs of its exchange. */
export interface CallSurroundings extends FlowSurroundings {
  readonly publisher: Publisher;
  /** A contact of the call exists. */
  register(leg: ContactLeg, call: SimulatedCall): void;
  stepped(call: SimulatedCall, flow: string, block: string, by: string): void;
  joinQueue(call: SimulatedCall): void;
  leaveQueue(call: SimulatedCall): void;
  over(call: SimulatedCall): void;
}

type CallersView = "contactId" | "arrivesAt" | "endedAt" | "state" | "transcript" | "contact";
type LiveView = "listening" | "position" | "isHeld";

/** A telephone call as its caller has it in hand, or a task, and what Amazon Connect knows of its present contact. */
export type Call = Readonly<Pick<SimulatedCall, CallersView | LiveView | "press" | "hangUp" | "loseLine">>;

/**
 * One line from dialling to the record of its last contact. All changes are immediate; flows and publications go on as
 * the clock runs.
 */
export class SimulatedCall extends CallFlows {
  leg: ContactLeg;
  #operator: CallOperator | undefined;
  #callee: Callee | undefined;
  #hasBegun = false;
  readonly #first: ContactLeg;
  readonly #around: CallSurroundings;

  constructor(contact: ContactState, at: Instant, around: CallSurroundings, keys: readonly string[] = []) {
    super(around, keys);
    this.#around = around;
    this.leg = this.#first = new ContactLeg(contact, at, around.clock, around.publisher);
    around.register(this.leg, this);
  }

  /** The id of the first contact of the line, whatever it was transferred to. */
  get contactId(): string {
    return this.#first.contactId;
  }

  get arrivesAt(): Instant {
    return this.#first.history.initiatedAt;
  }

  /** Undefined until the call has ended. */
  get endedAt(): Instant | undefined {
    return this.state === "ended" ? this.leg.history.end?.at : undefined;
  }

  get transcript(): readonly TranscriptEntry[] {
    return this.lines.entries();
  }

  /** When it was put into the queue in which it is, or was last. */
  get queuedAt(): Instant {
    return this.leg.history.wait?.from ?? this.clock.now();
  }

  /** The contact exists from here on. With a flow it starts there; without one it waits for what is done to it. */
  begin(flow?: RunnableFlow): Promise<void> | undefined {
    if (this.#hasBegun || this.state === "ended") return undefined;
    this.#hasBegun = true;
    this.leg.publish("INITIATED");
    if (!flow) return undefined;
    this.state = "in-flow";
    this.lines.note("arrived", this.contact.scope.SystemEndpoint?.Address ?? this.contact.scope.Name ?? "");
    return this.run(flow, () => this.end("CONTACT_FLOW_DISCONNECT"));
  }

  /** Calls somebody: after an operator is found when it has a queue (agent-first, AWS), else at once. */
  callOut(callee: Callee, operator?: CallOperator): void {
    this.#callee = callee;
    this.#operator = operator;
    if (callee.queue) this.enqueue(callee.queue);
    else this.#ring(callee);
  }

  /** The caller hangs up; possible at any moment. Hanging up twice changes nothing. */
  hangUp(): void {
    this.end("CUSTOMER_DISCONNECT");
  }

  /** The line breaks. */
  loseLine(): void {
    if (this.state === "ended" || this.state === "dialling") return;
    this.lines.note("fault", "回線が切れました");
    this.end("TELECOM_PROBLEM");
  }

  /** The contact is offered to one more operator. */
  offered(): void {
    this.leg.diary.changed({ offers: this.leg.history.offers + 1 });
  }

  /** An operator takes the contact out of the queue, in the middle of whatever is being said. */
  connect(operator: CallOperator): void {
    this.stopFlows();
    this.#operator = operator;
    this.leg.diary.leftQueue();
    this.#around.leaveQueue(this);
    this.see({ Agent: { UserName: operator.username, ARN: operator.arn } });
    if (this.#callee) this.#ring(this.#callee);
    else this.runHooks(["AgentWhisper", "CustomerWhisper"], () => this.#join(operator));
  }

  get isHeld(): boolean {
    const hold = this.leg.history.handling?.holds.at(-1);
    return hold !== undefined && hold.to === undefined;
  }

  hold(): void {
    this.leg.diary.held();
    this.lines.note("held", this.hook("CustomerHold")?.name ?? "Default customer hold");
    this.startHoldFlows();
  }

  resume(): void {
    this.stopFlows();
    this.leg.diary.resumed();
    this.lines.note("resumed", "保留解除");
  }

  /** The operator hangs up; a caller on the line then goes through the disconnect flow, where there is one. */
  operatorLeaves(): void {
    const flow = this.hook("CustomerRemaining");
    if (!flow || this.state !== "talking") return this.end("AGENT_DISCONNECT");
    this.stopFlows();
    this.leg.diary.operatorLeft();
    this.#partFromOperator();
    this.state = "after-call";
    this.later(flow, () => this.end("AGENT_DISCONNECT"));
  }

  /** The operator hands the caller on, by a transfer flow; `queue` is the working queue it starts with. */
  transfer(flow: RunnableFlow, queue: QueueDefinition | undefined): void {
    this.stopFlows();
    this.leg.diary.resumed();
    this.#succeed("TRANSFER", "AGENT_DISCONNECT");
    this.#partFromOperator();
    if (queue) this.see({ Queue: { ARN: queue.arn, Name: queue.name } });
    this.lines.note("transferred", flow.name);
    this.state = "in-flow";
    this.later(flow, () => this.end("CONTACT_FLOW_DISCONNECT"));
  }

  /** Ends the call for everyone, whatever it was doing; a call that has ended stays as it is. */
  end(why: DisconnectReason): void {
    const was = this.state;
    if (was === "ended") return;
    this.state = "ended";
    if (!this.#hasBegun) return this.#around.over(this);
    // Who hung up first ended the contact, whatever its disconnect flow then did (assumed).
    const reason = was === "after-call" ? "AGENT_DISCONNECT" : why;
    this.stopFlows();
    this.leg.end(reason);
    this.lines.note("hung-up", endings[why], { reason });
    if (was === "queued") this.#around.leaveQueue(this);
    this.#partFromOperator();
    this.#around.over(this);
  }

  enqueue(queue: QueueDefinition): void {
    this.state = "queued";
    this.see({ Queue: { ARN: queue.arn, Name: queue.name } });
    this.leg.diary.queued(queue);
    this.lines.note("queued", queue.name);
    this.leg.publish("QUEUED");
    if (!this.#callee && this.contact.scope.Channel === "VOICE") this.startQueueFlow();
    this.#around.joinQueue(this);
  }

  requeue(queue: QueueDefinition): void {
    this.leg.diary.leftQueue();
    this.#around.leaveQueue(this);
    this.#succeed("QUEUE_TRANSFER", "CONTACT_FLOW_DISCONNECT");
    this.enqueue(queue);
  }

  stepped({ flow, action }: Place, by: string): void {
    this.#around.stepped(this, flow.name, action.Identifier, by);
  }

  #join(operator: CallOperator): void {
    if (this.#operator !== operator) return;
    this.state = "talking";
    this.leg.diary.connected(operator);
    this.lines.note("connected", operator.username);
    this.leg.publish("CONNECTED_TO_AGENT");
    operator.joined();
  }

  /** The next contact of the chain begins, and the present one is over. */
  #succeed(method: "TRANSFER" | "QUEUE_TRANSFER", reason: DisconnectReason): void {
    const before = this.leg;
    const contact = successorOf(this.contact, this.newId(), method);
    this.leg = new ContactLeg(contact, this.clock.now(), this.clock, this.#around.publisher);
    this.#around.register(this.leg, this);
    before.diary.transferredTo(this.leg.contactId);
    before.end(reason);
    this.leg.publish("INITIATED");
  }

  #partFromOperator(): void {
    const operator = this.#operator;
    this.#operator = undefined;
    operator?.callEnded();
  }

  #ring(callee: Callee): void {
    this.state = "ringing";
    const { seconds, error } = ringingOf(this.ring(callee.number, callee.purpose), ringSeconds);
    this.lines.note("ringing", callee.number, { seconds });
    const { leg } = this;
    this.clock.after(seconds, () => {
      if (this.state !== "ringing" || this.leg !== leg) return undefined;
      return error ? this.#unanswered(callee) : this.#calleeAnswers(callee);
    });
  }

  /** An operator's callee hears the whisper first; another one is in the hands of the flow. */
  #calleeAnswers(callee: Callee): Promise<void> | void {
    this.leg.diary.connectedToSystem();
    this.leg.publish("CONNECTED_TO_SYSTEM");
    this.lines.note("arrived", callee.number);
    this.#callee = undefined;
    const operator = this.#operator;
    if (!operator) {
      this.state = "in-flow";
      return callee.flow && this.run(callee.flow, () => this.end("CONTACT_FLOW_DISCONNECT"));
    }
    if (!callee.flow) return this.#join(operator);
    this.state = "whispering";
    return this.run(callee.flow, () => this.#join(operator));
  }

  /** The next attempt, or the end; what Amazon Connect puts down for nobody reached is assumed. */
  #unanswered(callee: Callee): void {
    const operator = this.#operator;
    this.#operator = undefined;
    operator?.released();
    callee.attemptsLeft--;
    const { queue } = callee;
    if (callee.attemptsLeft <= 0 || !queue) return this.end("OTHER");
    this.state = "dialling";
    this.clock.after(callee.retrySeconds, () => {
      if (this.state === "dialling") this.enqueue(queue);
    });
  }
}
