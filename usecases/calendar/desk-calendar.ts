import { type BusinessCalendar, createCalendar } from "../../domain/calendar/business-calendar.ts";
import type { Programme } from "../../domain/programme.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import { Unavailable } from "../ports/host.ts";

/** The programme's calendar with the days that supervisors have entered; an entered day wins over one in the settings. */
export async function deskCalendar(
  programme: Programme,
  specialDays: SpecialDayStore,
): Promise<BusinessCalendar> {
  const entered = await specialDays.all(programme.id);
  return createCalendar({ ...programme.hours, specialDays: [...programme.hours.specialDays, ...entered] });
}

/** The same for a caller who waits: where the entered days cannot be read, the calendar of the settings, with a warning. */
export async function deskCalendarForCall(
  programme: Programme,
  specialDays: SpecialDayStore,
  warn: (message: string, cause: unknown) => void,
): Promise<BusinessCalendar> {
  return deskCalendar(programme, specialDays).catch((cause: unknown) => {
    if (!(cause instanceof Unavailable)) throw cause;
    warn("special days cannot be read; the calendar of the settings answers", cause);
    return createCalendar(programme.hours);
  });
}
