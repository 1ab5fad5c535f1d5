import { checkSpecialDay, type SpecialDay } from "../domain/calendar/opening-rules.ts";
import type { Programme } from "../domain/programme.ts";
import type { Result } from "../domain/result.ts";
import type { SpecialDayStore } from "./ports/calendar.ts";

/** Enters an extra closing or opening day; from then on every answer of the calendar knows it. */
export function enterSpecialDay(services: {
  readonly programme: Programme;
  readonly specialDays: SpecialDayStore;
}) {
  return async (day: SpecialDay): Promise<Result<SpecialDay>> => {
    const checked = checkSpecialDay(day);
    if (checked.ok) await services.specialDays.enter(services.programme.id, day);
    return checked;
  };
}
