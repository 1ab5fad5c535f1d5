import * as v from "valibot";
import { instant, japaneseDate, listAfter, listNext, neededText } from "./fields.ts";
import { deskStaff, type Route } from "./route.ts";

const minute = v.pipe(v.number(), v.integer("時刻を入力してください。"));

const note = v.object({ at: instant, by: v.string(), text: v.string() });

const shift = v.object({
  fromMinute: minute,
  toMinute: minute,
  /** Staff codes. */
  staff: v.array(v.string()),
  /** Who planned it. */
  by: v.string(),
});

const plannedDay = v.object({
  date: japaneseDate,
  isOperating: v.boolean(),
  shifts: v.array(shift),
  /** Stretches of opening hours without somebody who must be there; `missing` names the roles. */
  gaps: v.array(v.object({ fromMinute: minute, toMinute: minute, missing: v.array(v.string()) })),
});

export type PlannedDay = v.InferOutput<typeof plannedDay>;

const longestNote = 2000;

export const shiftRoutes = {
  listShiftNotes: {
    method: "GET",
    path: "/shift-notes",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({ from: japaneseDate, ...listAfter }),
    /** The latest first. */
    answer: v.object({ now: instant, notes: v.array(note), ...listNext }),
  },
  writeShiftNote: {
    method: "POST",
    path: "/shift-notes",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({
      text: neededText("申し送り", longestNote),
    }),
    answer: note,
  },
  listShifts: {
    method: "GET",
    path: "/shifts",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({ from: japaneseDate, to: japaneseDate }),
    answer: v.object({ days: v.array(plannedDay) }),
  },
  planShift: {
    method: "POST",
    path: "/shifts",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: v.object({
      date: japaneseDate,
      fromMinute: minute,
      toMinute: minute,
      staff: v.pipe(v.array(v.string()), v.minLength(1, "職員コードを1人以上入力してください。")),
    }),
    answer: shift,
  },
  cancelShift: {
    method: "DELETE",
    path: "/shifts/{date}/{fromMinute}",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: v.object({}),
    answer: v.object({}),
  },
} as const satisfies Record<string, Route>;
