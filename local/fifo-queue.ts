/** A message as it lies in a queue. */
export interface QueuedMessage {
  readonly id: string;
  readonly body: string;
  readonly groupId: string;
  /** How often it has been handed out, this time included. */
  readonly receives: number;
}

/** After so many hand-outs in vain a message is set aside. */
const mostReceives = 5;

/**
 * A FIFO queue as Amazon SQS keeps one, in memory: what is handed out stays until it is removed, keeps its place when it is
 * given back, and lies with the dead letters after `mostReceives`. A body that waits already is not taken a second time;
 * SQS drops it for five minutes even where the first is done by then, which cannot be imitated on a clock that stands still.
 */
export class FifoQueue {
  readonly #waiting: { readonly message: QueuedMessage; isOut: boolean }[] = [];
  readonly #dead: QueuedMessage[] = [];
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** Takes a message and answers its id; that of the same message where one waits. */
  send(body: string, groupId: string): string {
    const same = this.#waiting.find(({ message }) => message.body === body && message.groupId === groupId);
    if (same) return same.message.id;
    const message = { id: this.#newId(), body, groupId, receives: 0 };
    this.#waiting.push({ message, isOut: false });
    return message.id;
  }

  /** Hands out the first messages; of a group of which something is out already, none. */
  receive(most: number): QueuedMessage[] {
    const busy = new Set(this.#waiting.filter(({ isOut }) => isOut).map(({ message }) => message.groupId));
    const received: QueuedMessage[] = [];
    for (const { message } of this.#waiting.filter((entry) => !busy.has(entry.message.groupId))) {
      if (received.length === most) break;
      if (message.receives >= mostReceives) this.#setAside(message);
      else received.push(this.#handOut(message));
    }
    return received;
  }

  /** What was handed out is done. */
  remove(id: string): void {
    const index = this.#waiting.findIndex(({ message }) => message.id === id);
    if (index >= 0) this.#waiting.splice(index, 1);
  }

  /** What was handed out is not done, and is the first of its group again. */
  giveBack(id: string): void {
    const entry = this.#waiting.find(({ message }) => message.id === id);
    if (entry) entry.isOut = false;
  }

  /** The messages that were set aside. */
  get dead(): readonly QueuedMessage[] {
    return this.#dead;
  }

  /** Puts what was set aside into the queue again, as a redrive does. */
  replay(): void {
    for (const { body, groupId } of this.#dead.splice(0)) this.send(body, groupId);
  }

  #handOut(message: QueuedMessage): QueuedMessage {
    const out = { ...message, receives: message.receives + 1 };
    const index = this.#waiting.findIndex((entry) => entry.message.id === message.id);
    this.#waiting[index] = { message: out, isOut: true };
    return out;
  }

  #setAside(message: QueuedMessage): void {
    this.remove(message.id);
    this.#dead.push(message);
  }
}
