import { failure, type Result, success } from "../domain/result.ts";
import type { Call, SimulatedCall } from "./call.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** What an operator is doing. `ringing`: a caller is being offered. */
export type OperatorState = "signed-out" | "available" | "ringing" | "talking" | "after-contact-work";

/** How an automatic operator serves one call, in seconds. */
export interface AutomaticWork {
  readonly answerAfterSeconds: number;
  readonly talkSeconds: number;
  readonly afterContactWorkSeconds: number;
}

export interface OperatorDefinition {
  readonly arn: string;
  /** A code, never a person's name. */
  readonly username: string;
  /** Asked once for each call that is offered; with it the operator works alone. */
  readonly automatic?: (call: Call) => AutomaticWork;
}

/** Who hands out the calls. */
export interface Switchboard {
  available(operator: SimulatedOperator): void;
  /** The operator takes no calls any more, not even the one that rings. */
  gone(operator: SimulatedOperator): void;
}

/** What the desk sees of an operator. */
export type Operator = Readonly<Omit<SimulatedOperator, "ring" | "stopRinging" | "callEnded">>;

/**
 * An operator at the desk. Calls are offered by the exchange, the longest waiting caller to the operator who has been
 * available longest; an offer stands until it is answered, the caller leaves or the operator signs out.
 * What cannot be done now is a failure that says why.
 */
export class SimulatedOperator {
  state: OperatorState = "signed-out";
  #call: SimulatedCall | undefined;
  #work: AutomaticWork | undefined;
  #signsOutAfterwards = false;
  readonly #definition: OperatorDefinition;
  readonly #clock: VirtualClock;
  readonly #switchboard: Switchboard;

  constructor(definition: OperatorDefinition, clock: VirtualClock, switchboard: Switchboard) {
    this.#definition = definition;
    this.#clock = clock;
    this.#switchboard = switchboard;
  }

  get arn(): string {
    return this.#definition.arn;
  }

  get username(): string {
    return this.#definition.username;
  }

  /** The caller offered, on the line, or being written up. */
  get call(): Call | undefined {
    return this.#call;
  }

  signIn(): void {
    this.#signsOutAfterwards = false;
    if (this.state !== "signed-out") return;
    this.state = "available";
    this.#switchboard.available(this);
  }

  /** While talking or writing up, takes effect after that. */
  signOut(): void {
    if (this.state === "talking" || this.state === "after-contact-work") {
      this.#signsOutAfterwards = true;
      return;
    }
    this.state = "signed-out";
    this.#call = undefined;
    this.#switchboard.gone(this);
  }

  /** A caller is offered. */
  ring(call: SimulatedCall): void {
    this.state = "ringing";
    this.#call = call;
    call.offered();
    this.#work = this.#definition.automatic?.(call);
    if (this.#work) this.#clock.after(this.#work.answerAfterSeconds, () => void this.answer(call));
  }

  /** The caller who was offered has left. */
  stopRinging(): void {
    this.state = "available";
    this.#call = undefined;
  }

  answer(call: Call): Result<void> {
    if (this.state !== "ringing" || !this.#call || this.#call !== call)
      return failure(`This call is not offered to ${this.username}: wait until it rings.`);
    this.state = "talking";
    this.#call.connect(this);
    if (this.#work) this.#clock.after(this.#work.talkSeconds, () => this.#hangUp(call));
    return success(undefined);
  }

  /**
   * Hangs up, and works on for the given seconds; without them until `finish` is called again. After the caller has
   * hung up, it ends the after-contact work that many seconds from now, at once by default.
   */
  finish(call: Call, afterContactWorkSeconds?: number): Result<void> {
    if (this.#call !== call || (this.state !== "talking" && this.state !== "after-contact-work"))
      return failure(`${this.username} is not working on this call: answer it first.`);
    const isStillOpen = this.state === "talking" && afterContactWorkSeconds === undefined;
    this.#hangUp(call);
    if (!isStillOpen) this.#clock.after(afterContactWorkSeconds ?? 0, () => this.#endWork(call));
    return success(undefined);
  }

  hold(call: Call): Result<void> {
    if (!this.#isTalkingTo(call) || this.#call?.isHeld)
      return failure(`${this.username} cannot hold this call: it must be talking and not held yet.`);
    this.#call?.hold();
    return success(undefined);
  }

  resume(call: Call): Result<void> {
    if (!this.#isTalkingTo(call) || !this.#call?.isHeld)
      return failure(`${this.username} cannot resume this call: it is not held.`);
    this.#call.resume();
    return success(undefined);
  }

  callEnded(): void {
    const call = this.#call;
    this.state = "after-contact-work";
    if (call && this.#work) this.#clock.after(this.#work.afterContactWorkSeconds, () => this.#endWork(call));
  }

  #isTalkingTo(call: Call): boolean {
    return this.state === "talking" && this.#call === call;
  }

  #hangUp(call: Call): void {
    if (this.#isTalkingTo(call)) this.#call?.end("AGENT_DISCONNECT");
  }

  #endWork(call: Call): void {
    if (this.state !== "after-contact-work" || !this.#call || this.#call !== call) return;
    this.#call.complete();
    this.#call = undefined;
    this.state = this.#signsOutAfterwards ? "signed-out" : "available";
    if (this.state === "available") this.#switchboard.available(this);
  }
}
