import { checkSpecialDay, type SpecialDay } from "../../domain/calendar/opening-rules.ts";
import type { SpecialDayEvent } from "../../domain/calendar/special-day-log.ts";
import type { Programme } from "../../domain/programme.ts";
import type { Result } from "../../domain/result.ts";
import { appendToLog, type EventLog } from "../kept/append-to-log.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { Clock } from "../ports/host.ts";

/** What a special day is entered with. */
export interface SpecialDayServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly specialDays: SpecialDayStore;
  readonly specialDayLog: EventLog<SpecialDayEvent>;
}

/**
 * Enters an extra closing or opening day; from then on every answer of the calendar knows it. Who enters it, by staff code, is
 * written down before it holds (decision 0026).
 */
export function enterSpecialDay({ programme, clock, specialDays, specialDayLog }: SpecialDayServices) {
  return async (day: SpecialDay, by?: string): Promise<Result<SpecialDay>> => {
    const checked = checkSpecialDay(day);
    if (!checked.ok) return checked;
    const event = { at: clock.now(), ...(by !== undefined && { by }), day };
    await appendToLog<SpecialDayEvent>(specialDayLog, programme.id, event);
    await specialDays.enter(programme.id, day);
    return checked;
  };
}
