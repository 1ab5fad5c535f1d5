import type { Instant } from "../domain/japan-time.ts";
import type { SimulatedCall } from "./call.ts";
import type { SimulatedOperator } from "./operator.ts";
import type { QueueMetrics } from "./step.ts";

/**
 * Hands waiting contacts to operators who serve their queue: by priority, then the oldest first, a time adjustment
 * included (AWS, UpdateContactRoutingBehavior); among operators to the one who has been available longest.
 */
export class Routing {
  readonly #waiting: SimulatedCall[] = [];
  /** Available operators, the one who has been so longest first. */
  readonly #idle: SimulatedOperator[] = [];
  readonly #offers = new Map<SimulatedCall, SimulatedOperator>();

  /** Contacts waiting in a queue, those being offered included. */
  waitingIn(queueArn: string): number {
    return this.#in(queueArn).length;
  }

  /** What can be counted of a queue, given all operators. */
  metrics(queueArn: string, operators: Iterable<SimulatedOperator>, now: Instant): QueueMetrics {
    const waiting = this.#in(queueArn);
    const states = [...operators].filter((each) => each.serves(queueArn)).map(({ state }) => state);
    const inState = (...wanted: SimulatedOperator["state"][]) =>
      states.filter((state) => wanted.includes(state)).length;
    const online = states.length - inState("signed-out");
    return {
      size: waiting.length,
      oldestSeconds: Math.floor((now - Math.min(now, ...waiting.map(({ queuedAt }) => queuedAt))) / 1000),
      online,
      available: inState("available"),
      staffed: online,
      afterContactWork: inState("after-contact-work"),
      busy: inState("talking", "ringing"),
      missed: inState("missed"),
    };
  }

  join(call: SimulatedCall): void {
    this.#waiting.push(call);
    this.#offer();
  }

  /** A contact was answered or has gone; whose telephone still rings for it is the first to get the next. */
  leave(call: SimulatedCall): void {
    remove(this.#waiting, call);
    const operator = this.#offers.get(call);
    this.#offers.delete(call);
    if (operator?.state === "ringing") {
      operator.stopRinging();
      this.#idle.unshift(operator);
    }
    this.#offer();
  }

  available(operator: SimulatedOperator): void {
    this.#idle.push(operator);
    this.#offer();
  }

  /** The operator is not offered anything any more; what rang there goes to the next. */
  gone(operator: SimulatedOperator): void {
    remove(this.#idle, operator);
    for (const [call, offeredTo] of this.#offers) if (offeredTo === operator) this.#offers.delete(call);
    this.#offer();
  }

  #in(queueArn: string): SimulatedCall[] {
    return this.#waiting.filter(({ contact }) => contact.scope.Queue?.ARN === queueArn);
  }

  #offer(): void {
    for (const call of this.#waiting.toSorted(byTurn)) {
      if (this.#idle.length === 0) return;
      if (this.#offers.has(call)) continue;
      const operator = this.#idle.find((each) => each.serves(call.contact.scope.Queue?.ARN ?? ""));
      if (!operator) continue;
      remove(this.#idle, operator);
      this.#offers.set(call, operator);
      operator.ring(call);
    }
  }
}

function byTurn(one: SimulatedCall, other: SimulatedCall): number {
  const since = ({ queuedAt, contact }: SimulatedCall) =>
    queuedAt - contact.queueTimeAdjustmentSeconds * 1000;
  return one.contact.queuePriority - other.contact.queuePriority || since(one) - since(other);
}

function remove<T>(list: T[], item: T): void {
  const place = list.indexOf(item);
  if (place >= 0) list.splice(place, 1);
}
