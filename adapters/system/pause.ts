import type { Pause } from "../../usecases/ports/host.ts";

/** Waits by the host's timer. */
export const pause: Pause = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
