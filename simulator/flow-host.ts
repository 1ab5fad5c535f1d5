import type { ContactScope, ContactState, QueueDefinition } from "./contact-state.ts";
import type { FlowAction, RunnableFlow } from "./flow-document.ts";
import type { FunctionAnswer } from "./lambda-invocation.ts";
import type { RingAnswer, RingPurpose } from "./ringing.ts";
import type { FlowWorld, FunctionCall, WantedContact } from "./step.ts";
import type { Transcript } from "./transcript.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** The call in which a flow runs. */
export interface FlowHost {
  readonly clock: VirtualClock;
  readonly lines: Transcript;
  readonly world: FlowWorld;
  readonly contact: ContactState;
  changeContact(contact: ContactState): void;
  /** References see something new. */
  see(change: Partial<ContactScope>): void;
  invoke(request: FunctionCall): Promise<FunctionAnswer>;
  enqueue(queue: QueueDefinition): void;
  requeue(queue: QueueDefinition): void;
  /** Makes another contact and gives its id. */
  create(wanted: WantedContact): string;
  /** Calls a number outside. */
  ring(number: string, purpose: RingPurpose): RingAnswer;
  newId(): string;
  /** A number from 1 to 100. */
  draw(): number;
  /** A block was left; `by` as in `Exit`, or `end` where the flow is over. */
  stepped(place: Place, by: string): void;
  /** A prompt that wants a key has been heard. */
  keyWanted(): void;
}

/** A block of a flow. */
export interface Place {
  readonly flow: RunnableFlow;
  readonly action: FlowAction;
}
