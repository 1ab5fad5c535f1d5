import { type BusinessCalendar, createCalendar } from "../domain/calendar/business-calendar.ts";
import type { Programme } from "../domain/programme.ts";
import type { SpecialDayStore } from "./ports.ts";

/** The programme's calendar with the days that supervisors have entered; an entered day wins over one in the settings. */
export async function deskCalendar(
  programme: Programme,
  specialDays: SpecialDayStore,
): Promise<BusinessCalendar> {
  const entered = await specialDays.all(programme.id);
  return createCalendar({ ...programme.hours, specialDays: [...programme.hours.specialDays, ...entered] });
}
