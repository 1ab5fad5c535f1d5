import { type EntryKind, idNumber } from "../entry-kind.ts";
import { dateAt, type Instant, type JapaneseDate, parseDate } from "../japan-time.ts";
import { failure, type Result, success } from "../result.ts";
import { plainUserName, type Role, type Roster } from "../roster.ts";
import { isStaffCode } from "../staff-code.ts";

/** 勤務: who works on a date from a minute of the day to another; minute 540 is 09:00. */
export interface Shift {
  readonly date: JapaneseDate;
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Staff codes. */
  readonly staff: readonly string[];
  /** The staff code of who planned it. */
  readonly by: string;
}

/** A stretch of opening hours in which a role that must be there is not (R65). */
export interface ShiftGap {
  readonly date: JapaneseDate;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly missing: readonly NeededRole[];
}

type NeededRole = Exclude<Role, "operator">;

/** Besides operators, the contract wants at least a supervisor and a leader (R65). */
const needed: readonly NeededRole[] = ["leader", "supervisor"];

/** 申し送り: what one shift tells the next. */
export interface ShiftNote {
  readonly at: Instant;
  /** A staff code. */
  readonly by: string;
  readonly text: string;
}

const minutesOfDay = 1440;
const longestNote = 2000;

/** Those of a date begin alike; one that begins at the same minute is replaced. */
export const shifts: EntryKind<Shift> = {
  kind: "shift",
  idOf: ({ date, fromMinute }) => `${date}#${idNumber(fromMinute, 4)}`,
};

/** Those of a date begin alike, in the order in which they were written. */
export const shiftNotes: EntryKind<ShiftNote> = {
  kind: "shift-note",
  idOf: ({ at, by }) => `${dateAt(at)}#${idNumber(at, 15)}#${by}`,
  listedAt: ({ at }) => at,
};

/** A shift that can be, or the sentence that says what is wrong with it. Codes are written in capitals. */
export function checkedShift(shift: Shift): Result<Shift> {
  const { date, fromMinute, toMinute, staff } = shift;
  const known = parseDate(date);
  if (!known.ok) return known;
  const isMinute = (minute: number) => Number.isInteger(minute) && minute >= 0 && minute <= minutesOfDay;
  if (!isMinute(fromMinute) || !isMinute(toMinute) || fromMinute >= toMinute)
    return failure("勤務の始まりは終わりより前にしてください。");
  const wrong = staff.find((code) => !isStaffCode(code));
  if (wrong !== undefined)
    return failure(`「${wrong}」は職員コードではありません。OP01 のように入力してください。`);
  return success({ ...shift, staff: [...new Set(staff.map((code) => code.toUpperCase()))] });
}

/** A note that can be, or what is wrong with it. */
export function checkedNote(note: ShiftNote): Result<ShiftNote> {
  const { text } = note;
  return text.trim() !== "" && text.length <= longestNote
    ? success(note)
    : failure(`申し送りを${longestNote}文字以内で入力してください。`);
}

/** The stretches of a date's opening hours without a leader or without a supervisor, in order; none where both are always there. */
export function gapsOf(
  date: JapaneseDate,
  planned: readonly Shift[],
  roster: Roster,
  hours: { readonly opensAtMinute: number; readonly closesAtMinute: number },
): ShiftGap[] {
  const { opensAtMinute, closesAtMinute } = hours;
  const roles = new Map(roster.map(({ userName, role }) => [plainUserName(userName), role]));
  const ofDate = planned.filter((shift) => shift.date === date);
  const inside = (minute: number) => minute > opensAtMinute && minute < closesAtMinute;
  const cuts = ofDate.flatMap(({ fromMinute, toMinute }) => [fromMinute, toMinute]).filter(inside);
  const edges = [...new Set([opensAtMinute, ...cuts, closesAtMinute])].sort((one, other) => one - other);
  const gaps: ShiftGap[] = [];
  for (const [index, toMinute] of edges.slice(1).entries()) {
    const fromMinute = edges[index] ?? opensAtMinute;
    const there = ofDate
      .filter((shift) => shift.fromMinute <= fromMinute && toMinute <= shift.toMinute)
      .flatMap(({ staff }) => staff.map((code) => roles.get(plainUserName(code))));
    const missing = needed.filter((role) => !there.includes(role));
    const last = gaps.at(-1);
    if (missing.length === 0) continue;
    if (last?.toMinute === fromMinute && last.missing.join() === missing.join())
      gaps[gaps.length - 1] = { ...last, toMinute };
    else gaps.push({ date, fromMinute, toMinute, missing });
  }
  return gaps;
}
