import type { Instant } from "../domain/japan-time.ts";

/** What happens at an instant. Time stands still until its promise is settled. */
export type Happening = () => void | Promise<void>;

/** A happening that is still to come. Cancelling it twice, or after it ran, changes nothing. */
export interface Scheduled {
  cancel(): void;
}

interface Entry {
  readonly at: Instant;
  readonly happen: Happening;
  /** Waiting music and the like: it never keeps `runUntilIdle` going. */
  readonly background: boolean;
  isOver: boolean;
}

/**
 * Simulated time. It moves only when it is told to, and what is due at the same instant happens in the order in
 * which it was scheduled, so the same inputs always give the same run.
 *
 * Runs that are asked for while another is under way take their turn after it; a happening must therefore never
 * await `advanceTo`, `advanceBy` or `runUntilIdle`.
 */
export class VirtualClock {
  #now: Instant;
  #foreground = 0;
  #turn: Promise<void> = Promise.resolve();
  /** Next at the end; among equal instants the one scheduled first is nearer to the end. */
  readonly #pending: Entry[] = [];

  constructor(start: Instant) {
    this.#now = start;
  }

  now(): Instant {
    return this.#now;
  }

  /** Throws when `at` has already passed. `background` happenings do not count as work for `runUntilIdle`. */
  schedule(at: Instant, happen: Happening, { background = false } = {}): Scheduled {
    if (!(at >= this.#now))
      throw new Error(`Cannot schedule at ${at}: the clock already shows ${this.#now}.`);
    const entry: Entry = { at, happen, background, isOver: false };
    if (!background) this.#foreground++;
    this.#pending.splice(this.#placeFor(at), 0, entry);
    return { cancel: () => this.#close(entry) };
  }

  /** As `schedule`, counted from now. */
  after(seconds: number, happen: Happening, options?: { background: boolean }): Scheduled {
    return this.schedule(this.#now + Math.round(seconds * 1000), happen, options);
  }

  /** Runs everything due up to and including `at`, then shows `at`. A rejected happening stops the run there. */
  advanceTo(at: Instant): Promise<void> {
    return this.#inTurn(() => this.#runTo(at));
  }

  /** As `advanceTo`; 0 seconds runs what is due now. */
  advanceBy(seconds: number): Promise<void> {
    return this.#inTurn(() => this.#runTo(this.#now + Math.round(seconds * 1000)));
  }

  /** Runs until nothing but background happenings is left: what remains is people waiting for something. */
  runUntilIdle(): Promise<void> {
    return this.#inTurn(async () => {
      while (this.#foreground > 0) await this.#runNext();
    });
  }

  #inTurn(run: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(run);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #runTo(at: Instant): Promise<void> {
    if (!(at >= this.#now))
      throw new Error(`Time cannot go back to ${at}: the clock already shows ${this.#now}.`);
    while ((this.#pending.at(-1)?.at ?? Number.POSITIVE_INFINITY) <= at) await this.#runNext();
    this.#now = at;
  }

  async #runNext(): Promise<void> {
    const entry = this.#pending.pop();
    if (!entry || entry.isOver) return;
    this.#close(entry);
    this.#now = entry.at;
    await entry.happen();
  }

  #close(entry: Entry): void {
    if (!entry.isOver && !entry.background) this.#foreground--;
    entry.isOver = true;
  }

  /** In front of everything at the same instant or earlier. */
  #placeFor(at: Instant): number {
    let from = 0;
    let to = this.#pending.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#pending[middle]?.at ?? at) > at) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
