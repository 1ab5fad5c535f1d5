import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { createCalendar, type OpeningRules } from "../../../domain/calendar/business-calendar.ts";
import { datesOfMonth, formatInstant, type Instant, parseInstant } from "../../../domain/japan-time.ts";
import { calendarDigest } from "./calendar-digest.ts";

const deskRules: OpeningRules = { opensAtMinute: 540, closesAtMinute: 1020, specialDays: [] };
const desk = createCalendar(deskRules);

/** An instant; without an offset, Japan time. */
function at(text: string): Instant {
  const read = parseInstant(text);
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

describe("operating days", () => {
  // Months from April to March, counted from the Cabinet Office's list and the year-end rule (reference/japan.md 0).
  test.each([
    [2023, 243, [20, 20, 22, 20, 22, 20, 21, 20, 20, 19, 19, 20]],
    [2024, 243, [21, 21, 20, 22, 21, 19, 22, 20, 20, 19, 18, 20]],
    [2025, 242, [21, 20, 21, 22, 20, 20, 22, 18, 20, 19, 18, 21]],
    [2026, 241, [21, 18, 22, 22, 20, 19, 21, 19, 20, 19, 18, 22]],
    [2027, 243, [21, 18, 22, 21, 21, 20, 20, 20, 20, 19, 19, 22]],
  ])("fiscal year %i has %i", (year, total, months) => {
    const counted = months.map((_, index) => {
      const month = `${index < 9 ? year : year + 1}-${String(((index + 3) % 12) + 1).padStart(2, "0")}`;
      const { from, to } = datesOfMonth(month);
      expect(desk.operatingDays(from, to)).toHaveLength(desk.countOperatingDays(from, to));
      return desk.countOperatingDays(from, to);
    });
    expect(counted).toEqual(months);
    expect(desk.countOperatingDays(`${year}-04-01`, `${year + 1}-03-31`)).toBe(total);
  });

  test("the contract, July 2024 to March 2025, has 181 operating days of 8 hours: 1,448 hours", () => {
    expect(desk.countOperatingDays("2024-07-01", "2025-03-31")).toBe(181);
    expect(desk.operatingDays("2024-07-01", "2025-03-31")).toHaveLength(181);
    expect(desk.businessMinutesBetween(at("2024-07-01T00:00"), at("2025-04-01T00:00"))).toBe(1448 * 60);
  });

  test("a range is listed with both its ends, in order", () => {
    expect(desk.operatingDays("2024-12-26", "2025-01-07")).toEqual([
      "2024-12-26",
      "2024-12-27",
      "2025-01-06",
      "2025-01-07",
    ]);
    expect(desk.operatingDays("2024-07-16", "2024-07-16")).toEqual(["2024-07-16"]);
  });

  test("a range that runs backwards, or lies on closing days, is empty", () => {
    for (const [from, to] of [
      ["2024-07-31", "2024-07-01"],
      ["2024-07-13", "2024-07-15"],
    ] as const) {
      expect(desk.operatingDays(from, to)).toEqual([]);
      expect(desk.countOperatingDays(from, to)).toBe(0);
    }
  });

  test("埼玉県民の日, 14 November, is an operating day", () => {
    expect(desk.isOperatingDay("2024-11-14")).toBe(true);
    expect(desk.isOpen(at("2025-11-14T10:00"))).toBe(true);
  });
});

describe("open or closed, why, and when next", () => {
  test.each<[string, string | undefined, string]>([
    ["2024-07-16T08:59:59.999", "before-opening 受付時間外", "2024-07-16T09:00"],
    ["2024-07-16T09:00:00.000", undefined, "2024-07-17T09:00"],
    ["2024-07-16T16:59:59.999", undefined, "2024-07-17T09:00"],
    ["2024-07-16T17:00:00.000", "after-closing 受付時間外", "2024-07-17T09:00"],
    ["2024-07-19T16:59:59.999", undefined, "2024-07-22T09:00"],
    ["2024-07-19T17:00:00.000", "after-closing 受付時間外", "2024-07-22T09:00"],
    ["2024-07-16T00:00:00.000", "before-opening 受付時間外", "2024-07-16T09:00"],
    ["2024-07-16T23:59:59.999", "after-closing 受付時間外", "2024-07-17T09:00"],
    ["2024-07-13T10:00", "weekend 土曜日", "2024-07-16T09:00"],
    ["2024-07-14T10:00", "weekend 日曜日", "2024-07-16T09:00"],
    ["2024-07-15T10:00", "holiday 海の日", "2024-07-16T09:00"],
    ["2024-12-28T10:00", "weekend 土曜日", "2025-01-06T09:00"],
    ["2024-12-29T10:00", "year-end 年末年始", "2025-01-06T09:00"],
    ["2024-12-30T10:00", "year-end 年末年始", "2025-01-06T09:00"],
    ["2025-01-01T10:00", "year-end 年末年始", "2025-01-06T09:00"],
    ["2025-01-03T23:59:59.999", "year-end 年末年始", "2025-01-06T09:00"],
    ["2025-01-04T00:00", "weekend 土曜日", "2025-01-06T09:00"],
    // 1 January 2023 was a Sunday; its substitute, the 2nd, lies inside the year-end closing.
    ["2023-01-02T10:00", "year-end 年末年始", "2023-01-04T09:00"],
    ["2026-05-06T10:00", "holiday 振替休日", "2026-05-07T09:00"],
    ["2026-09-22T10:00", "holiday 国民の休日", "2026-09-24T09:00"],
    ["2032-09-21T10:00", "holiday 国民の休日 (provisional)", "2032-09-23T09:00"],
    ["2049-09-21T10:00", "holiday 国民の休日 (provisional)", "2049-09-23T09:00"],
    // 4 May 2024 is a holiday on a Saturday: the holiday is the reason that is told.
    ["2024-05-04T10:00", "holiday みどりの日", "2024-05-07T09:00"],
    // 00:30 on 7 May in Japan, still 6 May in UTC.
    ["2026-05-06T15:30:00Z", "before-opening 受付時間外", "2026-05-07T09:00"],
    ["2026-05-06T14:59:59Z", "holiday 振替休日", "2026-05-07T09:00"],
  ])("%s: %s; next opening %s", (text, reason, next) => {
    const closed = desk.reasonClosed(at(text));
    const told = closed && `${closed.kind} ${closed.name}${closed.provisional ? " (provisional)" : ""}`;
    expect(told).toBe(reason);
    expect(desk.isOpen(at(text))).toBe(reason === undefined);
    expect(formatInstant(desk.nextOpening(at(text)))).toBe(`${next}:00+09:00`);
  });
});

describe("special days", () => {
  const calendar = createCalendar({
    ...deskRules,
    specialDays: [
      { kind: "closing", date: "2024-07-16", reason: "庁舎の停電" },
      { kind: "closing", date: "2024-12-30", reason: "システム更新" },
      // A holiday, a Sunday and a day of the year-end closing, each opened with hours of its own.
      { kind: "opening", date: "2024-07-15", reason: "臨時開設", opensAtMinute: 600, closesAtMinute: 720 },
      { kind: "opening", date: "2024-07-21", reason: "臨時開設", opensAtMinute: 0, closesAtMinute: 1440 },
      { kind: "opening", date: "2025-01-02", reason: "臨時開設", opensAtMinute: 540, closesAtMinute: 541 },
      // Entered, then corrected: the last entry counts.
      { kind: "closing", date: "2024-07-23", reason: "誤入力" },
      { kind: "opening", date: "2024-07-23", reason: "訂正", opensAtMinute: 480, closesAtMinute: 1140 },
      { kind: "opening", date: "2024-07-24", reason: "誤入力", opensAtMinute: 480, closesAtMinute: 1140 },
      { kind: "closing", date: "2024-07-24", reason: "台風" },
    ],
  });

  test.each<[string, string | undefined]>([
    ["2024-07-16T10:00", "special-closing 庁舎の停電"],
    ["2024-07-16T03:00", "special-closing 庁舎の停電"],
    ["2024-12-30T10:00", "special-closing システム更新"],
    ["2024-07-15T09:59:59.999", "before-opening 受付時間外"],
    ["2024-07-15T10:00", undefined],
    ["2024-07-15T12:00", "after-closing 受付時間外"],
    ["2024-07-21T00:00", undefined],
    ["2024-07-21T23:59:59.999", undefined],
    ["2024-07-22T00:00", "before-opening 受付時間外"],
    ["2025-01-02T09:00:59.999", undefined],
    ["2025-01-02T09:01", "after-closing 受付時間外"],
    ["2025-01-03T09:00", "year-end 年末年始"],
    ["2024-07-23T08:00", undefined],
    ["2024-07-23T18:59", undefined],
    ["2024-07-24T10:00", "special-closing 台風"],
  ])("%s: %s", (text, reason) => {
    const closed = calendar.reasonClosed(at(text));
    expect(closed && `${closed.kind} ${closed.name}`).toBe(reason);
    expect(calendar.isOpen(at(text))).toBe(reason === undefined);
  });

  test("they count as operating days, or no longer do", () => {
    // 16 to 19 and 22 to 26 July without the 16th and the 24th; with the holiday 15 and Sunday 21.
    expect(calendar.operatingDays("2024-07-13", "2024-07-26")).toEqual(
      [15, 17, 18, 19, 21, 22, 23, 25, 26].map((day) => `2024-07-${day}`),
    );
    expect(calendar.countOperatingDays("2024-07-13", "2024-07-26")).toBe(9);
    expect(calendar.isOperatingDay("2025-01-02")).toBe(true);
    expect(formatInstant(calendar.nextOpening(at("2024-12-27T17:00")))).toBe("2025-01-02T09:00:00+09:00");
  });

  test("opening time runs through days of different lengths", () => {
    // 15 July has 120 minutes, 17 to 19 July 480 each, 21 July 1,440, 22 July 480.
    expect(calendar.businessMinutesBetween(at("2024-07-15T00:00"), at("2024-07-23T00:00"))).toBe(
      120 + 3 * 480 + 1_440 + 480,
    );
    expect(formatInstant(calendar.addBusinessMinutes(at("2024-07-15T11:00"), 60 + 3 * 480 + 90))).toBe(
      "2024-07-21T01:30:00+09:00",
    );
  });
});

describe("opening time", () => {
  test.each([
    ["2024-07-16T10:00", 30, "2024-07-16T10:30:00"],
    ["2024-07-16T09:00", 480, "2024-07-16T17:00:00"],
    ["2024-07-16T16:59:59", 1, "2024-07-17T09:00:59"],
    ["2024-07-16T09:00", 481, "2024-07-17T09:01:00"],
    ["2024-07-16T16:30", 60, "2024-07-17T09:30:00"],
    ["2024-07-16T03:00", 60, "2024-07-16T10:00:00"],
    ["2024-07-16T17:00", 60, "2024-07-17T10:00:00"],
    // Over a weekend with a Monday holiday, and over the year end.
    ["2024-07-12T16:00", 120, "2024-07-16T10:00:00"],
    ["2024-12-27T16:00", 60, "2024-12-27T17:00:00"],
    ["2024-12-27T16:00", 61, "2025-01-06T09:01:00"],
    ["2024-12-30T10:00", 960, "2025-01-07T17:00:00"],
    // The whole contract: 181 days of 480 minutes.
    ["2024-07-01T00:00", 181 * 480, "2025-03-31T17:00:00"],
    // Nothing to add: now while open, else the next opening; closing time is closed.
    ["2024-07-16T10:00", 0, "2024-07-16T10:00:00"],
    ["2024-07-16T17:00", 0, "2024-07-17T09:00:00"],
    ["2024-07-13T10:00", 0, "2024-07-16T09:00:00"],
    ["2024-07-16T16:59:59", 1 / 60, "2024-07-16T17:00:00"],
  ])("%s and %d minutes are %s", (text, minutes, sum) => {
    expect(formatInstant(desk.addBusinessMinutes(at(text), minutes))).toBe(`${sum}+09:00`);
  });

  test.each([
    ["2024-07-16T10:00", "2024-07-16T10:30", 30],
    ["2024-07-16T10:00:00", "2024-07-16T10:00:30", 0.5],
    ["2024-07-16T16:00", "2024-07-17T10:00", 120],
    ["2024-07-16T17:00", "2024-07-17T09:00", 0],
    ["2024-07-12T16:00", "2024-07-16T10:00", 120],
    ["2024-07-16T10:30", "2024-07-16T10:00", -30],
    ["2024-07-16T10:00", "2024-07-12T16:00", -120],
    ["2024-07-13T00:00", "2024-07-15T23:59", 0],
  ])("from %s to %s are %d minutes", (from, to, minutes) => {
    expect(desk.businessMinutesBetween(at(from), at(to))).toBe(minutes);
  });

  test("minutes below nothing, endless or not a number are refused", () => {
    for (const minutes of [-1, -0.001, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => desk.addBusinessMinutes(at("2024-07-16T10:00"), minutes)).toThrow(
        `Business minutes to add must be 0 or more, not ${minutes}.`,
      );
  });
});

describe("the years 1955 to 2099", () => {
  test("are answered to their ends", () => {
    expect(desk.reasonClosed(at("1955-01-01T00:00"))?.kind).toBe("year-end");
    expect(formatInstant(desk.nextOpening(at("1955-01-01T00:00")))).toBe("1955-01-04T09:00:00+09:00");
    expect(desk.reasonClosed(at("2099-12-31T23:59:59.999"))?.kind).toBe("year-end");
    expect(formatInstant(desk.nextOpening(at("2099-12-25T10:00")))).toBe("2099-12-28T09:00:00+09:00");
    // The last operating day of 2099 is Monday, 28 December.
    expect(formatInstant(desk.addBusinessMinutes(at("2099-12-28T16:00"), 60))).toBe(
      "2099-12-28T17:00:00+09:00",
    );
    // 145 years with 104 or 105 weekend days and some 15 holidays on weekdays.
    const days = desk.countOperatingDays("1955-01-01", "2099-12-31");
    expect(days / 145).toBeGreaterThan(240);
    expect(days / 145).toBeLessThan(253);
  });

  test("a question outside them is an error that says so", () => {
    const outside = "The calendar knows the years 1955 to 2099";
    for (const text of ["1954-12-31T23:59:59.999", "2100-01-01T00:00"]) {
      expect(() => desk.isOpen(at(text))).toThrow(outside);
      expect(() => desk.reasonClosed(at(text))).toThrow(outside);
      expect(() => desk.nextOpening(at(text))).toThrow(outside);
      expect(() => desk.addBusinessMinutes(at(text), 0)).toThrow(outside);
      expect(() => desk.businessMinutesBetween(at("2024-07-16T10:00"), at(text))).toThrow(outside);
      expect(() => desk.businessMinutesBetween(at(text), at("2024-07-16T10:00"))).toThrow(outside);
    }
    expect(() => desk.isOperatingDay("2100-01-01")).toThrow(outside);
    expect(() => desk.countOperatingDays("1954-12-31", "2024-07-16")).toThrow(outside);
    expect(() => desk.operatingDays("2024-07-16", "2100-01-01")).toThrow(outside);
    for (const nonsense of [Number.NaN, Number.POSITIVE_INFINITY, 1e300, -1e300])
      expect(() => desk.isOpen(nonsense)).toThrow(outside);
  });

  test("an answer outside them is an error that says so", () => {
    const outside = "The calendar knows the years 1955 to 2099; it was asked about 2100-01-01.";
    expect(() => desk.nextOpening(at("2099-12-28T10:00"))).toThrow(outside);
    expect(() => desk.addBusinessMinutes(at("2024-07-16T10:00"), 1e9)).toThrow(outside);
  });

  test("a date that does not exist is not taken for its neighbour", () => {
    for (const date of ["2024-02-30", "2023-02-29", "2024-7-1", ""])
      expect(() => desk.isOperatingDay(date)).toThrow();
  });
});

test("the answers are the same on hosts in UTC, in Tokyo and in New York", async () => {
  const digests = await Promise.all(
    ["UTC", "Asia/Tokyo", "America/New_York"].map(async (zone) => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [join(import.meta.dirname, "calendar-digest.ts")],
        { env: { ...process.env, TZ: zone } },
      );
      return JSON.parse(stdout) as ReturnType<typeof calendarDigest>;
    }),
  );
  // The hosts really were in different zones: minutes behind UTC in January and in July.
  expect(digests.map((digest) => digest.hostOffsets)).toEqual(["0,0", "-540,-540", "300,240"]);
  expect(new Set(digests.map((digest) => digest.answers))).toEqual(new Set([calendarDigest().answers]));
});
