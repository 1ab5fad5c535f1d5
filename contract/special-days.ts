import * as v from "valibot";
import { instant, japaneseDate } from "./fields.ts";
import { deskStaff, type Route } from "./route.ts";

/** Minutes of the day in Japan: 540 is 09:00. */
const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440));

/** What a caller is told of the day, as the sentence says it: 「本日は、台風のため、お休みです」. */
const reason = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, "理由を入力してください。休業の理由は、電話をかけた人に聞こえます。"),
  v.maxLength(40, "理由は40文字以内にしてください。"),
  v.regex(/^[^<>]*$/, "「<」と「>」は読み上げられません。取り除いてください。"),
);

const hoursOfDay = {
  date: japaneseDate,
  kind: v.picklist(["closing", "opening"]),
  reason: v.string(),
  /** Of an opening; an ordinary day that closes early is one. */
  opensAtMinute: v.optional(minute),
  closesAtMinute: v.optional(minute),
};

const specialDay = v.object({
  ...hoursOfDay,
  /** Whether a supervisor entered it; the others stand in the programme's settings. */
  isEntered: v.boolean(),
});

/** That a day was entered; the latest of a date holds. */
const enteredDay = v.object({
  ...hoursOfDay,
  at: instant,
  /** Absent where it was not entered on the screen. */
  by: v.optional(v.string()),
});

export type ShownEnteredDay = v.InferOutput<typeof enteredDay>;

export type ShownSpecialDay = v.InferOutput<typeof specialDay>;

/**
 * What a supervisor changes. from-now: closed at once, up to the end of `to` · closing: whole days · early: a day closes
 * before its time · opening: a day's hours, also of a day that would be closed; with the ordinary hours it takes back a closing.
 */
const change = v.variant("kind", [
  v.object({ kind: v.literal("from-now"), to: japaneseDate, reason }),
  v.object({ kind: v.literal("closing"), from: japaneseDate, to: japaneseDate, reason }),
  v.object({ kind: v.literal("early"), date: japaneseDate, closesAtMinute: minute, reason }),
  v.object({
    kind: v.literal("opening"),
    date: japaneseDate,
    opensAtMinute: minute,
    closesAtMinute: minute,
    reason,
  }),
]);

export type SpecialDayChange = v.InferOutput<typeof change>;

const preview = v.object({
  now: instant,
  /** The days that would be entered. */
  days: v.array(specialDay),
  /** What a caller would hear, at the first moment of each closing; word for word. */
  heard: v.array(v.object({ at: instant, sentence: v.string() })),
  /** When the desk would next be open. */
  nextOpening: instant,
});

export type SpecialDayPreview = v.InferOutput<typeof preview>;

export const specialDayRoutes = {
  listSpecialDays: {
    method: "GET",
    path: "/special-days",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({}),
    answer: v.object({
      now: instant,
      isOpen: v.boolean(),
      /** In order of date, from today on. */
      days: v.array(specialDay),
      /** The hours of an ordinary day. */
      hours: v.object({ opensAtMinute: minute, closesAtMinute: minute }),
    }),
  },
  previewSpecialDays: {
    method: "POST",
    path: "/special-days/preview",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: change,
    answer: preview,
  },
  listEnteredDays: {
    method: "GET",
    path: "/special-days/history",
    roles: deskStaff,
    readsPersonalData: false,
    request: v.object({}),
    /** What was entered last first, as much as is read at a glance. */
    answer: v.object({ entered: v.array(enteredDay) }),
  },
  enterSpecialDays: {
    method: "POST",
    path: "/special-days",
    roles: ["supervisor"],
    readsPersonalData: false,
    request: change,
    answer: preview,
  },
} as const satisfies Record<string, Route>;
