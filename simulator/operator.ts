import { failure, type Result, success } from "../domain/result.ts";
import type { Call, SimulatedCall } from "./call.ts";
import type { ContactLeg } from "./contact-leg.ts";
import type { Scheduled, VirtualClock } from "./virtual-clock.ts";

/**
 * What an operator is doing. `ringing`: a caller is being offered; `talking`: on a call, whispers and the ringing of
 * a callee included; `missed`: let a call ring too long, and takes none until signed in again (AWS, agent event stream).
 */
export type OperatorState =
  | ("signed-out" | "available" | "ringing" | "talking")
  | ("after-contact-work" | "missed");

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
  /** The queues that the operator serves, by ARN. @default all */
  readonly queueArns?: readonly string[];
  /** Asked once for each call that is offered; with it the operator works alone. */
  readonly automatic?: (call: Call) => AutomaticWork;
}

/** Where an operator hands a caller on to: a transfer flow, and the colleague whom it transfers to. */
export interface Transfer {
  readonly flowArn: string;
  readonly operatorArn?: string;
}

/** Who hands out the calls. */
export interface Switchboard {
  /** How long an offer stands; undefined for as long as nobody takes it back. */
  readonly offerSeconds: number | undefined;
  /** Whether a queue is an operator's own. */
  isPersonal(queueArn: string): boolean;
  /** Calls a number for the operator. */
  callOut(operator: SimulatedOperator, number: string, queueArn: string): Result<SimulatedCall>;
  transfer(call: SimulatedCall, transfer: Transfer): Result<void>;
  available(operator: SimulatedOperator): void;
  /** The operator takes no calls any more, not even the one that rings. */
  gone(operator: SimulatedOperator): void;
}

/** What the desk sees of an operator. */
export type Operator = Readonly<
  Omit<SimulatedOperator, "ring" | "stopRinging" | "joined" | "callEnded" | "released" | "serves">
>;

/**
 * An operator at the desk. Calls are offered by the exchange, the longest waiting caller to the operator who has been
 * available longest; an offer stands until it is answered or missed, the caller leaves or the operator signs out.
 * What cannot be done now is a failure that says why.
 */
export class SimulatedOperator {
  state: OperatorState = "signed-out";
  #call: SimulatedCall | undefined;
  /** The contact that the operator has, or writes up while its line has gone on to somebody else. */
  #leg: ContactLeg | undefined;
  #work: AutomaticWork | undefined;
  /** The end of the present offer, by an answer or without. */
  #offer: Scheduled | undefined;
  /** How many offers were missed. */
  missedOffers = 0;
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

  /** Whether a contact in this queue may be offered: the operator's own is named by the operator's ARN. */
  serves(queueArn: string): boolean {
    const { queueArns } = this.#definition;
    if (queueArn === this.arn) return true;
    return !this.#switchboard.isPersonal(queueArn) && (queueArns?.includes(queueArn) ?? true);
  }

  /** Also after a missed call. */
  signIn(): void {
    this.#signsOutAfterwards = false;
    if (this.state !== "signed-out" && this.state !== "missed") return;
    this.state = "available";
    this.#switchboard.available(this);
  }

  /** While talking or writing up, takes effect after that. */
  signOut(): void {
    if (this.state === "talking" || this.state === "after-contact-work") {
      this.#signsOutAfterwards = true;
      return;
    }
    this.#offer?.cancel();
    this.state = "signed-out";
    this.#call = undefined;
    this.#switchboard.gone(this);
  }

  /** A caller is offered. */
  ring(call: SimulatedCall): void {
    this.state = "ringing";
    this.#call = call;
    call.offered();
    const { offerSeconds } = this.#switchboard;
    this.#work = this.#definition.automatic?.(call);
    const answerAfterSeconds = this.#work?.answerAfterSeconds;
    if (offerSeconds !== undefined && !((answerAfterSeconds ?? offerSeconds) < offerSeconds))
      this.#offer = this.#clock.after(offerSeconds, () => this.#miss(), { background: true });
    else if (answerAfterSeconds !== undefined)
      this.#offer = this.#clock.after(answerAfterSeconds, () => void this.answer(call));
  }

  /** The caller who was offered has left. */
  stopRinging(): void {
    this.#offer?.cancel();
    this.state = "available";
    this.#call = undefined;
  }

  answer(call: Call): Result<void> {
    if (this.state !== "ringing" || !this.#call || this.#call !== call)
      return failure(`This call is not offered to ${this.username}: wait until it rings.`);
    this.#take(this.#call);
    this.#call.connect(this);
    return success(undefined);
  }

  /** Calls a number (E.164) for a queue, whose number and outbound whisper it gets; the operator must be available. */
  dial(number: string, queueArn: string): Result<Call> {
    if (this.state !== "available")
      return failure(`${this.username} is not available: a call can only be made between calls.`);
    const made = this.#switchboard.callOut(this, number, queueArn);
    if (!made.ok) return made;
    this.#switchboard.gone(this);
    this.#take(made.value);
    return made;
  }

  /** Hands the caller on through a transfer flow, and writes up. */
  transfer(call: Call, to: Transfer): Result<void> {
    if (!this.#isTalkingTo(call) || this.#call?.state !== "talking")
      return failure(`${this.username} cannot transfer this call: it must be talking.`);
    return this.#switchboard.transfer(this.#call, to);
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
    if (!this.#isTalkingTo(call) || this.#call?.state !== "talking" || this.#call.isHeld)
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

  /** An automatic operator talks from the moment at which both are joined. */
  joined(): void {
    const call = this.#call;
    if (call && this.#work) this.#clock.after(this.#work.talkSeconds, () => this.#hangUp(call));
  }

  callEnded(): void {
    const call = this.#call;
    this.state = "after-contact-work";
    if (call && this.#work) this.#clock.after(this.#work.afterContactWorkSeconds, () => this.#endWork(call));
  }

  released(): void {
    this.state = this.#signsOutAfterwards ? "signed-out" : "available";
    this.#call = this.#leg = undefined;
    if (this.state === "available") this.#switchboard.available(this);
  }

  #take(call: SimulatedCall): void {
    this.#offer?.cancel();
    this.state = "talking";
    this.#call = call;
    this.#leg = call.leg;
  }

  /** The telephone stops ringing; an operator that works alone goes on with the next call. */
  #miss(): void {
    this.missedOffers++;
    this.#call = undefined;
    this.state = "missed";
    this.#switchboard.gone(this);
    if (this.#definition.automatic) this.signIn();
  }

  #isTalkingTo(call: Call): boolean {
    return this.state === "talking" && this.#call === call;
  }

  #hangUp(call: Call): void {
    if (this.#isTalkingTo(call)) this.#call?.operatorLeaves();
  }

  #endWork(call: Call): void {
    if (this.state !== "after-contact-work" || !this.#call || this.#call !== call) return;
    this.#leg?.workDone();
    this.released();
  }
}
