import { type ContactScope, type ContactState, type QueueDefinition, withScope } from "./contact-state.ts";
import type { ContactLeg } from "./contact-leg.ts";
import type { RunnableFlow } from "./flow-document.ts";
import type { FlowHost, Place } from "./flow-host.ts";
import { FlowRun } from "./flow-run.ts";
import type { FunctionAnswer } from "./lambda-invocation.ts";
import type { RingAnswer, RingPurpose } from "./ringing.ts";
import type { FlowWorld, FunctionCall, WantedContact } from "./step.ts";
import { type DisconnectReason, Transcript } from "./transcript.ts";
import type { Scheduled, VirtualClock } from "./virtual-clock.ts";

/** What the flows of a call need of its exchange. */
export interface FlowSurroundings extends FlowWorld {
  readonly clock: VirtualClock;
  invoke(contact: ContactState, request: FunctionCall): Promise<FunctionAnswer>;
  create(contact: ContactState, wanted: WantedContact): string;
  ring(number: string, purpose: RingPurpose): RingAnswer;
  newId(): string;
  /** At least 0, less than 1. */
  random(): number;
}

/** The events at which a call runs a flow of its contact. */
type Hook =
  | ("CustomerQueue" | "CustomerHold" | "AgentHold")
  | ("AgentWhisper" | "CustomerWhisper" | "CustomerRemaining");

/** A caller with a key ready needs this long to press it after a prompt (assumed). */
const keyReactionSeconds = 1;

/**
 * The flows of a call: the one on the caller's side and, on hold, the one on the operator's. Where no flow is set Amazon
 * Connect runs its own default one; nothing of it is heard here, and the transcript says so for waiting and holding.
 */
export abstract class CallFlows implements FlowHost {
  /**
   * Before its instant, and between attempts to reach somebody, a call is `dialling`; while a callee's telephone rings
   * `ringing`; between an operator's answer and the conversation `whispering`; a held caller is still `talking`;
   * after the operator has hung up, in the disconnect flow, `after-call`.
   */
  state:
    | ("dialling" | "in-flow" | "queued" | "ringing" | "whispering")
    | ("talking" | "after-call" | "ended") = "dialling";
  readonly clock: VirtualClock;
  readonly lines: Transcript;
  readonly #around: FlowSurroundings;
  readonly #keys: string[];
  #run: FlowRun | undefined;
  #operatorsRun: FlowRun | undefined;
  /** What is to be heard when the clock runs next. */
  #next: Scheduled | undefined;

  constructor(around: FlowSurroundings, keys: readonly string[]) {
    this.#around = around;
    this.clock = around.clock;
    this.lines = new Transcript(around.clock);
    this.#keys = [...keys];
  }

  abstract readonly leg: ContactLeg;
  abstract end(reason: DisconnectReason): void;
  abstract enqueue(queue: QueueDefinition): void;
  abstract requeue(queue: QueueDefinition): void;
  abstract stepped(place: Place, by: string): void;

  get world(): FlowWorld {
    return this.#around;
  }

  get contact(): ContactState {
    return this.leg.history.contact;
  }

  /** Whether a key would be heard now. */
  get listening(): boolean {
    return this.#run?.isListening ?? false;
  }

  /** The block in which the call is, by the names of flow and block. */
  get position(): { readonly flow: string; readonly block: string } | undefined {
    const place = this.#run?.place;
    return place && { flow: place.flow.name, block: place.action.Identifier };
  }

  /** Presses keys one after another; those for which nothing listens are lost. The flow goes on as time runs. */
  press(keys: string): void {
    if (this.state === "dialling" || this.state === "ended") return;
    for (const key of keys) {
      this.lines.note("pressed", key);
      this.#run?.press(key);
    }
  }

  changeContact(contact: ContactState): void {
    this.leg.diary.changed({ contact });
  }

  see(change: Partial<ContactScope>): void {
    this.changeContact(withScope(this.contact, change));
  }

  invoke(request: FunctionCall): Promise<FunctionAnswer> {
    return this.#around.invoke(this.contact, request);
  }

  create(wanted: WantedContact): string {
    return this.#around.create(this.contact, wanted);
  }

  ring(number: string, purpose: RingPurpose): RingAnswer {
    return this.#around.ring(number, purpose);
  }

  newId(): string {
    return this.#around.newId();
  }

  draw(): number {
    return Math.floor(this.#around.random() * 100) + 1;
  }

  keyWanted(): void {
    const keys = this.#keys.shift();
    if (keys) this.clock.after(keyReactionSeconds, () => this.press(keys));
  }

  /** The flow that the contact has chosen for an event. */
  protected hook(event: Hook): RunnableFlow | undefined {
    return this.world.flow(this.contact.eventHooks[event] ?? "");
  }

  /** Runs a flow on the caller's side; `then` happens when it ends without hanging up. */
  protected async run(flow: RunnableFlow, then: () => void): Promise<void> {
    this.#run = new FlowRun(this, flow, (reason) => (reason === undefined ? then() : this.end(reason)));
    await this.#run.advance();
  }

  /** As `run`, when the clock runs next, unless flows are stopped before. */
  protected later(flow: RunnableFlow, then: () => void): void {
    this.#next = this.clock.after(0, () => this.run(flow, then));
  }

  /** The flows of these events one after another, as far as they are set, and then `then`; at once where none is. */
  protected runHooks([event, ...others]: readonly Hook[], then: () => void): void {
    if (event === undefined) return then();
    const flow = this.hook(event);
    if (!flow || this.contact.scope.Channel !== "VOICE") return this.runHooks(others, then);
    this.state = "whispering";
    this.later(flow, () => this.runHooks(others, then));
  }

  /** A queue flow that ends, even by an error, leaves its caller waiting (assumed). */
  protected startQueueFlow(): void {
    const flow = this.hook("CustomerQueue");
    if (flow) return this.later(flow, () => this.lines.note("silence", "案内が終わり、無音で待っています"));
    this.#next = this.clock.after(0, () => this.lines.note("silence", "案内なしで待っています"));
  }

  protected startHoldFlows(): void {
    const flow = this.hook("CustomerHold");
    if (flow) this.later(flow, () => this.lines.note("silence", "保留の案内が終わりました"));
    const operators = this.hook("AgentHold");
    if (!operators) return;
    this.#operatorsRun = new FlowRun(this, operators, () => {});
    const run = this.#operatorsRun;
    this.clock.after(0, () => run.advance());
  }

  /** Whatever is being said is broken off, on both sides. */
  protected stopFlows(): void {
    this.#next?.cancel();
    this.#run?.stop();
    this.#operatorsRun?.stop();
    this.#run = this.#operatorsRun = undefined;
  }
}
