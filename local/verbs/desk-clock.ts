import { dayNumberOf, instantOfDay } from "../../domain/japan-time.ts";
import { type LocalClock, localClock } from "../local-clock.ts";
import type { LocalService } from "../local-service.ts";

/** The time that it is at the desk on this machine; a new state folder begins as the contract does. */
export function deskClock({ programme, stateFolder }: LocalService): Promise<LocalClock> {
  const start = instantOfDay(dayNumberOf(programme.contract.from), programme.hours.opensAtMinute);
  return localClock(stateFolder, start);
}
