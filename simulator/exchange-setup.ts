import type { Instant } from "../domain/japan-time.ts";
import type { Call } from "./call.ts";
import type { ContactEvent } from "./contact-event.ts";
import type { ContactRecord } from "./contact-record.ts";
import type { QueueDefinition } from "./contact-state.ts";
import type { Deliveries } from "./deliveries.ts";
import type { FlowDefinition } from "./flow-document.ts";
import type { InvokeFunction } from "./lambda-invocation.ts";
import type { RingAnswer, RingPurpose } from "./ringing.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** Everything that an exchange talks to, and what it consists of. */
export interface ExchangeSetup {
  readonly instanceArn: string;
  /** Flows by ARN, their placeholders filled with ARNs; modules too, with the type MODULE. */
  readonly flows: ReadonlyMap<string, FlowDefinition>;
  /** The ARN of the inbound flow that answers each landing number (E.164). */
  readonly entryPoints: ReadonlyMap<string, string>;
  readonly queues: readonly QueueDefinition[];
  isOpen(hoursArn: string, at: Instant): boolean;
  readonly invokeFunction: InvokeFunction;
  /** The simulated seconds that a function takes. @default none */
  functionSeconds?(functionArn: string): number;
  /** What becomes of a call to a number outside. @default answered after 5 seconds; third parties talk for 60 */
  ring?(number: string, purpose: RingPurpose): RingAnswer;
  /** Whether the instance may call a number. @default any */
  isDialable?(number: string): boolean;
  /** The length of a recording in seconds, by its PromptId or media URI. @default 5 */
  promptSeconds?(prompt: string): number;
  /** How long a call rings at one operator; Amazon Connect's is 20. @default until it is answered or taken back */
  readonly offerSeconds?: number;
  /** Chance for DistributeByPercentage, at least 0 and less than 1. @default always 0 */
  random?(): number;
  /** What is published arrives as it pleases. @default at once, once and in order */
  readonly deliveries?: Deliveries;
  /** Makes a block fail: the error that it ends with. @default every block works */
  failureOf?(flow: string, block: string): string | undefined;
  /** Told of each block that a call leaves: `exit` is the branch as in transitions.ts, or `end`. */
  onStep?(call: Call, flow: string, block: string, exit: string): void;
  publishEvent(event: ContactEvent): Promise<void>;
  /** Called for each contact after its after-contact work, and again when its attributes change later. */
  publishRecord(record: ContactRecord): Promise<void>;
  readonly newId: () => string;
  readonly clock: VirtualClock;
}
