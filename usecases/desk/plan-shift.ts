import { datesBetween, type JapaneseDate, parseDate } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { Role, Roster } from "../../domain/roster.ts";
import {
  checkedShift,
  gapsOf,
  type Shift,
  type ShiftGap,
  shifts as shiftKind,
} from "../../domain/shift/shift.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { deskCalendar } from "../calendar/desk-calendar.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { EntryStore } from "../ports/entries.ts";

/** What shifts are planned with. */
export interface ShiftServices {
  readonly programme: Programme;
  readonly roster: Roster;
  readonly specialDays: SpecialDayStore;
  readonly shifts: EntryStore<Shift>;
}

/** A date's shifts, and where a leader or a supervisor is missing. */
export interface PlannedDay {
  readonly date: JapaneseDate;
  readonly shifts: readonly Shift[];
  /** None on a closing day. */
  readonly gaps: readonly ShiftGap[];
}

/** Enters a shift, in the place of one of that date that begins at the same minute. A supervisor plans. */
export function planShift({ programme, shifts }: Pick<ShiftServices, "programme" | "shifts">) {
  return async (planned: Shift & { readonly role: Role }): Promise<Result<Shift>> => {
    const { role, ...shift } = planned;
    if (role !== "supervisor") return failure("勤務を組むのは、SVです。");
    const by = staffCodeNamed(shift.by);
    if (!by.ok) return by;
    const checked = checkedShift({ ...shift, by: by.value });
    if (checked.ok) await shifts.put(programme.id, checked.value);
    return checked;
  };
}

/** Takes a shift out of the plan; where there is none, nothing happens. */
export function cancelShift({ programme, shifts }: Pick<ShiftServices, "programme" | "shifts">) {
  return async (cancelled: {
    readonly date: JapaneseDate;
    readonly fromMinute: number;
    readonly role: Role;
  }): Promise<Result<undefined>> => {
    if (cancelled.role !== "supervisor") return failure("勤務を組むのは、SVです。");
    const { date, fromMinute } = cancelled;
    const checked = checkedShift({ date, fromMinute, toMinute: fromMinute + 1, staff: [], by: "" });
    if (!checked.ok) return checked;
    await shifts.remove(programme.id, shiftKind.idOf(checked.value));
    return success(undefined);
  };
}

/** The plan of the dates from `from` to `to`, with a warning for each stretch of opening hours without LD or SV (R65). */
export function plannedDays({ programme, roster, specialDays, shifts }: ShiftServices) {
  return async (from: JapaneseDate, to: JapaneseDate): Promise<Result<PlannedDay[]>> => {
    for (const date of [from, to].map(parseDate)) if (!date.ok) return date;
    const dates = datesBetween(from, to);
    const [calendar, ...ofMonths] = await Promise.all([
      deskCalendar(programme, specialDays),
      // The ids begin with the date, so that those of a month lie together.
      ...[...new Set(dates.map((date) => date.slice(0, 7)))].map((month) =>
        shifts.all(programme.id, `${month}-`),
      ),
    ]);
    const all = ofMonths.flat();
    return success(
      dates.map((date) => {
        const ofDate = all.filter((shift) => shift.date === date);
        const isOpen = calendar.isOperatingDay(date);
        return { date, shifts: ofDate, gaps: isOpen ? gapsOf(date, ofDate, roster, programme.hours) : [] };
      }),
    );
  };
}
