import type { Clock } from "../../usecases/ports/host.ts";

/** The host's clock: the only place that asks what time it is. */
export const systemClock: Clock = { now: () => Date.now() };
