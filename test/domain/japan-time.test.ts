import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dateAt,
  dateOfDay,
  datesBetween,
  datesOfMonth,
  dayAt,
  dayNumberOf,
  formatInstant,
  formatMinute,
  instantOfDay,
  millisOfDay,
  monthAt,
  parseDate,
  parseInstant,
  parseMonth,
  weekdayName,
  weekdayOf,
} from "../../domain/japan-time.ts";

describe("dates", () => {
  test.each([
    // Days since 1970-01-01 by hand: 54 years of which 13 with a leap day are 19,723 days to 2024-01-01.
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2024-01-01", 54 * 365 + 13],
    ["2024-02-29", 54 * 365 + 13 + 31 + 28],
    ["2024-03-01", 54 * 365 + 13 + 31 + 29],
    ["2000-02-29", 30 * 365 + 7 + 31 + 28],
    // The published distance from 0001-01-01 to 1970-01-01 is 719,162 days.
    ["0001-01-01", -719_162],
  ])("%s is day %i, there and back", (date, day) => {
    expect(dayNumberOf(date)).toBe(day);
    expect(dateOfDay(day)).toBe(date);
  });

  test.each([
    ["1955-01-01", "土"],
    ["1964-10-10", "土"],
    ["1969-12-31", "水"],
    ["1970-01-01", "木"],
    ["2024-07-15", "月"],
    ["2026-05-06", "水"],
    ["2099-12-31", "木"],
  ])("%s is a %s", (date, weekday) => {
    expect(weekdayName(date)).toBe(weekday);
  });

  test("Sunday is 0 and Saturday is 6, before 1970 too", () => {
    expect(weekdayOf(dayNumberOf("1967-12-31"))).toBe(0);
    expect(weekdayOf(dayNumberOf("1955-01-01"))).toBe(6);
    expect(weekdayOf(dayNumberOf("2024-06-30"))).toBe(0);
    expect(weekdayOf(dayNumberOf("2024-07-06"))).toBe(6);
  });

  test.each([
    ["2024-02", "2024-02-29"],
    ["2023-02", "2023-02-28"],
    ["2000-02", "2000-02-29"],
    ["2100-02", "2100-02-28"],
    ["2024-04", "2024-04-30"],
    ["2024-12", "2024-12-31"],
  ])("%s ends on %s", (month, last) => {
    expect(datesOfMonth(month)).toEqual({ from: `${month}-01`, to: last });
  });

  test("a range of dates has both its ends, crosses a leap day, and is empty backwards", () => {
    expect(datesBetween("2024-02-28", "2024-03-01")).toEqual(["2024-02-28", "2024-02-29", "2024-03-01"]);
    expect(datesBetween("2024-07-01", "2024-07-01")).toEqual(["2024-07-01"]);
    expect(datesBetween("2024-07-02", "2024-07-01")).toEqual([]);
  });

  test.each(["2024-07-16", "2024-02-29", "2000-02-29", "1955-01-01", "2099-12-31", "0050-03-01"])(
    "%s is read as a date",
    (text) => {
      expect(parseDate(text)).toEqual({ ok: true, value: text });
    },
  );

  test.each([
    "2023-02-29",
    "1900-02-29",
    "2024-02-30",
    "2024-04-31",
    "2024-13-01",
    "2024-00-10",
    "2024-07-00",
    "2024-07-32",
  ])("%s does not exist and is refused", (text) => {
    expect(parseDate(text)).toEqual({
      ok: false,
      problem: `The date ${text} does not exist: check the month and the day.`,
    });
  });

  test.each(["", "2024-7-16", "2024/07/16", "20240716", "2024-07-16T10:00", " 2024-07-16", "２０２４-07-16"])(
    "%j is not written as a date and is refused",
    (text) => {
      expect(parseDate(text)).toEqual({
        ok: false,
        problem: `"${text}" is not a date: write it as YYYY-MM-DD, for example 2024-07-16.`,
      });
    },
  );

  test("a month is read as YYYY-MM and nothing else", () => {
    expect(parseMonth("2024-07")).toEqual({ ok: true, value: "2024-07" });
    for (const text of ["2024-00", "2024-13", "2024-7", "2024-07-01", "07-2024", ""])
      expect(parseMonth(text)).toEqual({
        ok: false,
        problem: `"${text}" is not a month: write it as YYYY-MM, for example 2024-07.`,
      });
  });
});

describe("instants", () => {
  test.each([
    // The epoch is 09:00 in Japan.
    ["1970-01-01T09:00:00+09:00", 0],
    ["1970-01-01T00:00:00Z", 0],
    ["1970-01-01 09:00", 0],
    ["1969-12-31T19:00:00-05:00", 0],
    ["1970-01-01T05:30:00+05:30", 0],
    ["1970-01-01T14:00:00+14:00", 0],
    ["1969-12-31T12:00-12:00", 0],
    ["1970-01-01T09:00:00+0900", 0],
    ["1970-01-01T09:00:01.5", 1_500],
    ["1970-01-01T09:00:00.007", 7],
    ["1970-01-01T09:00:00.999999999", 999],
    ["1970-01-01T08:59:59.999", -1],
    // 2024-07-16 is day 54 * 365 + 13 + 182 + 15 = 19,920; 10:00 in Japan is 01:00 UTC.
    ["2024-07-16T10:00+09:00", 19_920 * 86_400_000 + 3_600_000],
    ["2024-02-29T23:59:59Z", (54 * 365 + 13 + 59) * 86_400_000 + 86_399_000],
  ])("%s is %s ms after the epoch", (text, at) => {
    expect(parseInstant(text)).toEqual({ ok: true, value: at });
  });

  test.each([
    ["2024-02-30T10:00+09:00", "The date 2024-02-30 does not exist"],
    ["2023-02-29T10:00", "The date 2023-02-29 does not exist"],
    ["2024-07-16T24:00", "hours are 00 to 23"],
    ["2024-07-16T10:60", "minutes and seconds 00 to 59"],
    ["2024-07-16T10:00:60", "minutes and seconds 00 to 59"],
    ["2024-07-16T10:00+15:00", "The offset in"],
    ["2024-07-16T10:00+14:01", "The offset in"],
    ["2024-07-16T10:00-12:30", "The offset in"],
    ["2024-07-16T10:00+09:60", "The offset in"],
    ["2024-07-16", "is not a time"],
    ["10:00", "is not a time"],
    ["2024-07-16T10", "is not a time"],
    ["2024-07-16T10:00:00.", "is not a time"],
    ["2024-07-16T10:00 JST", "is not a time"],
    ["2024-07-16T10:00+9", "is not a time"],
    ["", "is not a time"],
  ])("%j is refused because %s", (text, part) => {
    const read = parseInstant(text);
    expect(read.ok ? "accepted" : read.problem).toContain(part);
  });

  test("a call at 00:30 in Japan falls on the Japanese day, not on the one in UTC", () => {
    const at = Date.UTC(2026, 4, 6, 15, 30);
    expect(dateAt(at)).toBe("2026-05-07");
    expect(dayAt(at)).toBe(dayNumberOf("2026-05-07"));
    expect(monthAt(Date.UTC(2024, 6, 31, 15))).toBe("2024-08");
    expect(monthAt(Date.UTC(2024, 6, 31, 14, 59))).toBe("2024-07");
    expect(millisOfDay(at)).toBe(30 * 60_000);
    expect(formatMinute(at)).toBe("2026-05-07 00:30");
    expect(formatInstant(at)).toBe("2026-05-07T00:30:00+09:00");
  });

  test("a written instant is cut to the second or the minute, never rounded up", () => {
    const at = Date.UTC(2024, 11, 31, 14, 59, 59, 999);
    expect(formatInstant(at)).toBe("2024-12-31T23:59:59+09:00");
    expect(formatMinute(at)).toBe("2024-12-31 23:59");
  });

  test("minute 540 of a day is 09:00 in Japan, and minute 1440 the next midnight", () => {
    const day = dayNumberOf("2024-07-16");
    expect(formatInstant(instantOfDay(day, 540))).toBe("2024-07-16T09:00:00+09:00");
    expect(instantOfDay(day)).toBe(Date.UTC(2024, 6, 15, 15));
    expect(instantOfDay(day, 1440)).toBe(instantOfDay(day + 1));
  });

  test("what is written is what was read, and agrees with the platform's own reading", () => {
    const seconds = fc.integer({
      min: Date.UTC(1900, 0, 1) / 1000,
      max: Date.UTC(2199, 11, 31) / 1000,
    });
    fc.assert(
      fc.property(seconds, (second) => {
        const text = formatInstant(second * 1000);
        expect(parseInstant(text)).toEqual({ ok: true, value: second * 1000 });
        expect(Date.parse(text)).toBe(second * 1000);
      }),
    );
  });

  test("day, time of day and instant belong together for every instant", () => {
    fc.assert(
      fc.property(fc.integer({ min: -2e12, max: 5e12 }), (at) => {
        expect(instantOfDay(dayAt(at)) + millisOfDay(at)).toBe(at);
        expect(millisOfDay(at)).toBeGreaterThanOrEqual(0);
        expect(millisOfDay(at)).toBeLessThan(86_400_000);
      }),
    );
  });
});
