import type { PlannedDay as ShownDay } from "../../contract/shifts.ts";
import { deskRoleNames } from "../../domain/desk/desk-role.ts";
import { dateAt, dateOfDay, dayNumberOf, parseDate } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import type { Roster } from "../../domain/roster.ts";
import type { Shift, ShiftNote } from "../../domain/shift/shift.ts";
import { deskCalendar } from "../../usecases/calendar/desk-calendar.ts";
import { cancelShift, type PlannedDay, planShift, plannedDays } from "../../usecases/desk/plan-shift.ts";
import type { SpecialDayStore } from "../../usecases/ports/calendar.ts";
import type { EntryStore } from "../../usecases/ports/entries.ts";
import { shiftNotesSince, writeShiftNote } from "../../usecases/desk/shift-notes.ts";
import { behind, strangePlace, wantedPage } from "./cursor.ts";
import type { Refused, RouteHandlers } from "./route-handler.ts";

/** What shifts are planned and handed over with. */
export interface ShiftParts {
  readonly programme: Programme;
  readonly roster: Roster;
  readonly specialDays: SpecialDayStore;
  readonly shifts: EntryStore<Shift>;
  readonly shiftNotes: EntryStore<ShiftNote>;
}

/** So many days are answered at once. */
const mostDays = 62;

const unknownDate: Refused = {
  refused: "wrong",
  field: "date",
  problem: "この日付はありません。日付を選び直してください。",
};

const tooLong: Refused = {
  refused: "wrong",
  field: "from",
  problem: `一度に見られるのは${mostDays}日までです。期間を選び直してください。`,
};

/** What one shift tells the next, and who works when; the plan warns where a leader or a supervisor is missing (R65). */
export function shiftHandlers(
  parts: ShiftParts,
): RouteHandlers<"listShiftNotes" | "writeShiftNote" | "listShifts" | "planShift" | "cancelShift"> {
  const { programme, shiftNotes, specialDays } = parts;
  const notesAt = (at: number) => ({ programme, shiftNotes, clock: { now: () => at } });
  return {
    async listShiftNotes({ request: { from, after }, at }) {
      if (isTooLong(from, dateAt(at))) return tooLong;
      const page = wantedPage(after);
      if (!page) return strangePlace;
      const notes = await shiftNotesSince(parts)(from, page);
      if (!notes.ok) return unknownDate;
      const { entries, next } = notes.value;
      return { answer: { now: at, notes: entries.map((note) => ({ ...note })), ...behind(next) } };
    },
    async writeShiftNote({ request: { text }, by, at }) {
      const written = await writeShiftNote(notesAt(at))({ text, staff: by.staff });
      return written.ok
        ? { answer: { ...written.value } }
        : { refused: "wrong", field: "text", problem: written.problem };
    },
    async listShifts({ request: { from, to } }) {
      if (isTooLong(from, to)) return tooLong;
      const days = await plannedDays(parts)(from, to);
      if (!days.ok) return unknownDate;
      const calendar = await deskCalendar(programme, specialDays);
      const isOperating = (date: string) => calendar.isOperatingDay(date);
      return { answer: { days: days.value.map((day) => shownDay(day, isOperating(day.date))) } };
    },
    async planShift({ request, by }) {
      if (!parseDate(request.date).ok) return unknownDate;
      const planned = await planShift(parts)({ ...request, by: by.staff, role: "supervisor" });
      if (!planned.ok) return { refused: "wrong", field: "staff", problem: planned.problem };
      return { answer: shownShift(planned.value) };
    },
    async cancelShift({ path: { date, fromMinute } }) {
      const cancelled = await cancelShift(parts)({
        date,
        fromMinute: Number(fromMinute),
        role: "supervisor",
      });
      return cancelled.ok
        ? { answer: {} }
        : { refused: "not-found", problem: "この勤務はありません。勤務表を読み直してください。" };
    },
  };
}

function isTooLong(from: string, to: string): boolean {
  if (![from, to].every((date) => parseDate(date).ok)) return false;
  return dateOfDay(dayNumberOf(from) + mostDays) <= to;
}

function shownDay({ date, shifts, gaps }: PlannedDay, isOperating: boolean): ShownDay {
  return {
    date,
    isOperating,
    shifts: shifts.map(shownShift),
    gaps: gaps.map(({ fromMinute, toMinute, missing }) => ({
      fromMinute,
      toMinute,
      missing: missing.map((role) => deskRoleNames[role]),
    })),
  };
}

function shownShift({ fromMinute, toMinute, staff, by }: Shift) {
  return { fromMinute, toMinute, staff: [...staff], by };
}
