import type { ShownSpecialDay, SpecialDayChange, SpecialDayPreview } from "../../contract/special-days.ts";
import type { SpecialDay } from "../../domain/calendar/opening-rules.ts";
import type { SpecialDayEvent } from "../../domain/calendar/special-day-log.ts";
import { dateAt } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import type { Result } from "../../domain/result.ts";
import type { EventLog } from "../../usecases/kept/append-to-log.ts";
import {
  changeCalendar,
  type PlannedChange,
  previewCalendarChange,
} from "../../usecases/calendar/change-calendar.ts";
import { deskCalendar } from "../../usecases/calendar/desk-calendar.ts";
import type { SpecialDayStore } from "../../usecases/ports/calendar.ts";
import type { Refused, RouteHandlers } from "./route-handler.ts";

/** So many that were entered are shown. */
const shownEntered = 50;

/** The days on which the desk is open or closed otherwise than usual; a supervisor changes them without a deployment. */
export function specialDayHandlers({
  programme,
  specialDays,
  specialDayLog,
}: {
  readonly programme: Programme;
  readonly specialDays: SpecialDayStore;
  readonly specialDayLog: EventLog<SpecialDayEvent>;
}): RouteHandlers<"listSpecialDays" | "previewSpecialDays" | "listEnteredDays" | "enterSpecialDays"> {
  const servicesAt = (at: number) => ({ programme, specialDays, specialDayLog, clock: { now: () => at } });
  const { opensAtMinute, closesAtMinute, specialDays: ofSettings } = programme.hours;

  return {
    async listSpecialDays({ at }) {
      const entered = await specialDays.all(programme.id);
      const calendar = await deskCalendar(programme, specialDays);
      const days = new Map(ofSettings.map((day) => [day.date, shown(day, false)]));
      for (const day of entered) days.set(day.date, shown(day, true));
      const today = dateAt(at);
      return {
        answer: {
          now: at,
          isOpen: calendar.isOpen(at),
          days: [...days.values()]
            .filter(({ date }) => date >= today)
            .sort((one, other) => (one.date < other.date ? -1 : 1)),
          hours: { opensAtMinute, closesAtMinute },
        },
      };
    },
    async previewSpecialDays({ request, at }) {
      return outcome(await previewCalendarChange(servicesAt(at))(request), request, at);
    },
    async listEnteredDays() {
      const entered = (await specialDayLog.all(programme.id)).slice(-shownEntered).reverse();
      return {
        answer: {
          entered: entered.map(({ at, by, day }) => ({
            ...shownHours(day),
            at,
            ...(by !== undefined && { by }),
          })),
        },
      };
    },
    async enterSpecialDays({ request, by: { staff }, at }) {
      return outcome(await changeCalendar(servicesAt(at))(request, staff), request, at);
    },
  };
}

function outcome(
  planned: Result<PlannedChange>,
  { kind }: SpecialDayChange,
  now: number,
): { readonly answer: SpecialDayPreview } | Refused {
  if (!planned.ok) {
    const field = kind === "closing" ? "from" : kind === "from-now" ? "to" : "date";
    return { refused: "wrong", field, problem: planned.problem };
  }
  const { days, heard, nextOpening } = planned.value;
  const answer: SpecialDayPreview = {
    now,
    days: days.map((day) => shown(day, true)),
    heard: heard.map((one) => ({ ...one })),
    nextOpening,
  };
  return { answer };
}

function shown(day: SpecialDay, isEntered: boolean): ShownSpecialDay {
  return { ...shownHours(day), isEntered };
}

function shownHours(day: SpecialDay) {
  const { date, kind, reason } = day;
  if (kind === "closing") return { date, kind, reason };
  return { date, kind, reason, opensAtMinute: day.opensAtMinute, closesAtMinute: day.closesAtMinute };
}
