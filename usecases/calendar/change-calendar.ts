import { createCalendar } from "../../domain/calendar/business-calendar.ts";
import type { SpecialDay } from "../../domain/calendar/opening-rules.ts";
import { type CalendarChange, specialDaysOf } from "../../domain/calendar/planned-change.ts";
import { dayNumberOf, type Instant, instantOfDay } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { type Result, success } from "../../domain/result.ts";
import { enterSpecialDay, type SpecialDayServices } from "./enter-special-day.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { Clock } from "../ports/host.ts";

/** What the days on which a desk is open are changed with. */
export interface CalendarServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly specialDays: SpecialDayStore;
}

/** What a change means, before or after it is made. */
export interface PlannedChange {
  readonly days: readonly SpecialDay[];
  /** What a caller hears at the first moment of each closing, word for word. */
  readonly heard: readonly { readonly at: Instant; readonly sentence: string }[];
  /** When the desk opens next: for a closing its end. */
  readonly nextOpening: Instant;
}

/** Says what a change would mean, and changes nothing. */
export function previewCalendarChange({ programme, clock, specialDays }: CalendarServices) {
  return async (change: CalendarChange): Promise<Result<PlannedChange>> => {
    const now = clock.now();
    const { hours, phrases } = programme;
    const entered = await specialDays.all(programme.id);
    const calendarWith = (days: readonly SpecialDay[]) =>
      createCalendar({ ...hours, specialDays: [...hours.specialDays, ...entered, ...days] });
    const days = specialDaysOf(change, calendarWith([]), hours, now);
    if (!days.ok) return days;
    const calendar = calendarWith(days.value);
    const heard = days.value.flatMap((day) => {
      const at = Math.max(now, closedFrom(day, hours.opensAtMinute));
      const reason = calendar.reasonClosed(at);
      if (!reason || change.kind === "opening") return [];
      const nextOpening = calendar.nextOpening(at);
      return [{ at, sentence: phrases.closed({ reason: reason.name, nextOpening, at }) }];
    });
    const from = heard.at(-1)?.at ?? now;
    return success({ days: days.value, heard, nextOpening: calendar.nextOpening(from) });
  };
}

/** Makes a change at once and without a deployment; from then on every call is answered by it. Safe to repeat. */
export function changeCalendar(services: SpecialDayServices) {
  const preview = previewCalendarChange(services);
  const enter = enterSpecialDay(services);
  return async (change: CalendarChange, by: string): Promise<Result<PlannedChange>> => {
    const planned = await preview(change);
    if (!planned.ok) return planned;
    for (const day of planned.value.days) {
      const entered = await enter(day, by);
      if (!entered.ok) return entered;
    }
    return planned;
  };
}

/** From when on somebody who calls in ordinary hours hears that the desk is closed. */
function closedFrom(day: SpecialDay, opensAtMinute: number): Instant {
  return instantOfDay(dayNumberOf(day.date), day.kind === "closing" ? opensAtMinute : day.closesAtMinute);
}
