import type { Instant } from "../domain/japan-time.ts";
import type { ContactEventType } from "./contact-event.ts";
import { ContactDiary, type ContactHistory } from "./contact-history.ts";
import { type ContactState, newContact, type QueueDefinition } from "./contact-state.ts";
import { type FaultName, lineBreaksAfterSeconds } from "./faults.ts";
import type { RunnableFlow } from "./flow-document.ts";
import { type FlowHost, FlowRun } from "./flow-run.ts";
import type { FunctionAnswer } from "./lambda-invocation.ts";
import type { FlowWorld, FunctionCall } from "./step.ts";
import { type DisconnectReason, Transcript, type TranscriptEntry } from "./transcript.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** What a person does who rings. */
export interface Dialling {
  /** E.164; left out when the caller withholds the number. */
  readonly from?: string | undefined;
  /** A landing number of the exchange, E.164. */
  readonly to: string;
  readonly at: Instant;
  /** One key for each prompt that wants one, pressed a second after it was heard; "" lets that prompt run out. */
  readonly keys?: readonly string[];
  readonly faults?: readonly FaultName[];
}

/** The operator who has the caller on the line. */
export interface CallOperator {
  readonly arn: string;
  readonly username: string;
  /** The caller is gone; the operator's after-contact work begins. */
  callEnded(): void;
}

/** What a call needs of its exchange. */
export interface CallSurroundings extends FlowWorld {
  readonly clock: VirtualClock;
  readonly instanceArn: string;
  readonly entryFlow: RunnableFlow;
  invoke(contact: ContactState, request: FunctionCall): Promise<FunctionAnswer>;
  publishEvent(type: ContactEventType, history: ContactHistory): void;
  publishRecord(history: ContactHistory): void;
  joinQueue(call: SimulatedCall): void;
  leaveQueue(call: SimulatedCall): void;
  over(call: SimulatedCall): void;
}

/** A caller with a key ready needs this long to press it after a prompt (assumed). */
const keyReactionSeconds = 1;

const endings: Readonly<Record<DisconnectReason, string>> = {
  CUSTOMER_DISCONNECT: "発信者が電話を切りました",
  AGENT_DISCONNECT: "オペレータが電話を切りました",
  CONTACT_FLOW_DISCONNECT: "フローが電話を切りました",
  TELECOM_PROBLEM: "回線の障害で切れました",
};

type CallersView = "contactId" | "arrivesAt" | "endedAt" | "state" | "transcript" | "contact";

/** A telephone call as its caller has it in hand, and what Amazon Connect knows of its contact. */
export type Call = Readonly<Pick<SimulatedCall, CallersView | "press" | "hangUp" | "loseLine">>;

/** One call from dialling to its record. All changes are immediate; flows and publications go on as the clock runs. */
export class SimulatedCall implements FlowHost {
  /** Before its instant a call is `dialling`; a held caller is still `talking`. */
  state: "dialling" | "in-flow" | "queued" | "talking" | "ended" = "dialling";
  readonly clock: VirtualClock;
  readonly lines: Transcript;
  readonly #diary: ContactDiary;
  #run: FlowRun | undefined;
  #operator: CallOperator | undefined;
  readonly #keys: string[];
  readonly #around: CallSurroundings;

  constructor(id: string, { from, to, at, keys = [], faults = [] }: Dialling, around: CallSurroundings) {
    const { clock, instanceArn } = around;
    this.#around = around;
    this.#keys = [...keys];
    this.clock = clock;
    this.lines = new Transcript(clock);
    this.#diary = new ContactDiary(newContact(id, instanceArn, from, to), at, clock);
    clock.schedule(at, () => this.#arrive());
    if (faults.includes("telecom")) clock.schedule(at + lineBreaksAfterSeconds * 1000, () => this.loseLine());
  }

  get world(): FlowWorld {
    return this.#around;
  }

  get contact(): ContactState {
    return this.#diary.history.contact;
  }

  get contactId(): string {
    return this.contact.scope.ContactId;
  }

  get arrivesAt(): Instant {
    return this.#diary.history.initiatedAt;
  }

  /** Undefined until the call has ended. */
  get endedAt(): Instant | undefined {
    return this.#diary.history.end?.at;
  }

  get transcript(): readonly TranscriptEntry[] {
    return this.lines.entries();
  }

  /** Presses keys one after another; those for which nothing listens are lost. The flow goes on as time runs. */
  press(keys: string): void {
    if (this.state === "dialling" || this.state === "ended") return;
    for (const key of keys) {
      this.#run?.press(key);
      this.lines.note("pressed", key);
    }
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
    this.#diary.changed({ offers: this.#diary.history.offers + 1 });
  }

  /** An operator takes the caller out of the queue, in the middle of whatever is being said. */
  connect(operator: CallOperator): void {
    this.#run?.stop();
    this.#operator = operator;
    this.state = "talking";
    this.#diary.leftQueue();
    this.#diary.connected(operator);
    this.lines.note("connected", operator.username);
    this.#around.publishEvent("CONNECTED_TO_AGENT", this.#diary.history);
    this.#around.leaveQueue(this);
  }

  get isHeld(): boolean {
    const hold = this.#diary.history.handling?.holds.at(-1);
    return hold !== undefined && hold.to === undefined;
  }

  hold(): void {
    this.#diary.held();
    this.lines.note("held", "保留");
  }

  resume(): void {
    this.#diary.resumed();
    this.lines.note("resumed", "保留解除");
  }

  /** Ends the call for everyone, whatever it was doing; a call that has ended stays as it is. */
  end(reason: DisconnectReason): void {
    const was = this.state;
    if (was === "ended") return;
    this.state = "ended";
    if (was === "dialling") return this.#around.over(this);
    this.#run?.stop();
    this.#diary.ended(reason);
    this.lines.note("hung-up", endings[reason], { reason });
    this.#around.publishEvent("DISCONNECTED", this.#diary.history);
    if (was === "queued") this.#around.leaveQueue(this);
    if (this.#operator) this.#operator.callEnded();
    else this.complete();
  }

  /** The contact is over, after-contact work included. */
  complete(): void {
    this.#diary.workDone();
    this.#around.publishEvent("COMPLETED", this.#diary.history);
    this.#around.publishRecord(this.#diary.history);
    this.#around.over(this);
  }

  changeContact(contact: ContactState): void {
    this.#diary.changed({ contact });
  }

  invoke(request: FunctionCall): Promise<FunctionAnswer> {
    return this.#around.invoke(this.contact, request);
  }

  enqueue(queue: QueueDefinition): void {
    this.state = "queued";
    this.#diary.queued(queue);
    this.lines.note("queued", queue.name);
    this.#around.publishEvent("QUEUED", this.#diary.history);
    const queueFlow = this.world.flow(this.contact.eventHooks["CustomerQueue"] ?? "");
    this.clock.after(0, () => {
      if (this.state !== "queued") return;
      if (queueFlow) return this.#start(queueFlow);
      this.lines.note("silence", "案内なしで待っています");
    });
    this.#around.joinQueue(this);
  }

  /** A queue flow that ends, even by an error, leaves its caller waiting (assumed); any other takes the call with it. */
  flowEnded(hangsUp: boolean): void {
    if (hangsUp || this.state !== "queued") this.end("CONTACT_FLOW_DISCONNECT");
    else this.lines.note("silence", "案内が終わり、無音で待っています");
  }

  keyWanted(): void {
    const key = this.#keys.shift();
    if (key) this.clock.after(keyReactionSeconds, () => this.press(key));
  }

  async #arrive(): Promise<void> {
    if (this.state !== "dialling") return;
    this.state = "in-flow";
    this.lines.note("arrived", this.contact.scope.SystemEndpoint.Address);
    this.#around.publishEvent("INITIATED", this.#diary.history);
    await this.#start(this.#around.entryFlow);
  }

  async #start(flow: RunnableFlow): Promise<void> {
    this.#run = new FlowRun(this, flow);
    await this.#run.advance();
  }
}
