import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Instant, formatInstant, parseInstant } from "../domain/japan-time.ts";
import type { Clock } from "../usecases/ports/host.ts";

/** The time that it is in the service on this machine: what somebody set, or the end of the latest call. Kept in `clock`. */
export interface LocalClock extends Clock {
  set(at: Instant): Promise<void>;
}

/** Reads the clock of a state folder; a new one begins at `start`. */
export async function localClock(stateFolder: string, start: Instant): Promise<LocalClock> {
  const file = join(stateFolder, "clock");
  const kept = parseInstant(await readFile(file, "utf8").catch(() => ""));
  let now = kept.ok ? kept.value : start;
  return {
    now: () => now,
    async set(at) {
      now = at;
      await writeFile(`${file}.part`, formatInstant(at));
      await rename(`${file}.part`, file);
    },
  };
}
