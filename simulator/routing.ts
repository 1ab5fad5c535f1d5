import type { SimulatedCall } from "./call.ts";
import type { SimulatedOperator, Switchboard } from "./operator.ts";

/** Hands waiting callers to operators, first come first served over all queues; every operator serves every queue. */
export class Routing implements Switchboard {
  readonly #waiting: SimulatedCall[] = [];
  /** Available operators, the one who has been so longest first. */
  readonly #idle: SimulatedOperator[] = [];
  readonly #offers = new Map<SimulatedCall, SimulatedOperator>();

  /** Callers waiting in a queue, those being offered included. */
  waitingIn(queueArn: string): number {
    return this.#waiting.filter(({ contact }) => contact.scope.Queue?.ARN === queueArn).length;
  }

  join(call: SimulatedCall): void {
    this.#waiting.push(call);
    this.#offer();
  }

  /** A caller was answered or has gone; whose telephone still rings for it is the first to get the next. */
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

  gone(operator: SimulatedOperator): void {
    remove(this.#idle, operator);
    for (const [call, offeredTo] of this.#offers) if (offeredTo === operator) this.#offers.delete(call);
    this.#offer();
  }

  #offer(): void {
    for (const call of this.#waiting) {
      if (this.#offers.has(call)) continue;
      const operator = this.#idle.shift();
      if (!operator) return;
      this.#offers.set(call, operator);
      operator.ring(call);
    }
  }
}

function remove<T>(list: T[], item: T): void {
  const place = list.indexOf(item);
  if (place >= 0) list.splice(place, 1);
}
