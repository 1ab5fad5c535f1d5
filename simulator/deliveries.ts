import type { VirtualClock } from "./virtual-clock.ts";

/** How what is published gets lost, repeated and mixed up. Rates and `random()` are from 0 up to, not including, 1. */
export interface Deliveries {
  /** Of events only: records arrive at least once (AWS, contact records data model; contact events: best effort). */
  readonly lossRate: number;
  readonly repeatRate: number;
  /** Everything is delayed by up to so many seconds, each copy on its own. */
  readonly shuffleSeconds: number;
  readonly random: () => number;
}

/** Delivers something by the clock: at once, or as the deliveries have it. */
export function deliver(
  clock: VirtualClock,
  deliveries: Deliveries | undefined,
  canBeLost: boolean,
  publish: () => Promise<void>,
): void {
  if (!deliveries) return void clock.after(0, publish);
  const { lossRate, repeatRate, shuffleSeconds, random } = deliveries;
  if (canBeLost && random() < lossRate) return;
  const copies = random() < repeatRate ? 2 : 1;
  for (let copy = 0; copy < copies; copy++) clock.after(random() * shuffleSeconds, publish);
}
