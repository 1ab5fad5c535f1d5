import { describe, expect, test } from "vitest";
import { holidayOn, holidaysOfYear } from "../../../domain/calendar/holidays.ts";
import { lastOfficialYear } from "../../../domain/calendar/official-holidays.generated.ts";
import { dateOfDay } from "../../../domain/japan-time.ts";
import { officialList } from "./official-list.ts";

describe("published years", () => {
  test("the days are exactly those of the list, and none is provisional", () => {
    const days: string[] = [];
    for (let year = 1955; year <= lastOfficialYear; year++)
      for (const [day, holiday] of holidaysOfYear(year)) {
        expect(holiday.provisional).toBe(false);
        days.push(dateOfDay(day));
      }
    expect(days.length).toBeGreaterThanOrEqual(1067);
    expect(days.sort()).toEqual(officialList.map(([date]) => date));
  });

  test("no caller is told just 休日", () => {
    const told = officialList.map(([date]) => holidayOn(date)?.name ?? "");
    expect(told.length).toBeGreaterThanOrEqual(1067);
    expect(told.filter((name) => name === "" || name.startsWith("休日"))).toEqual([]);
  });

  test.each([
    ["2024-07-15", "海の日"],
    ["2024-11-04", "振替休日"],
    ["2026-09-22", "国民の休日"],
    ["2019-05-01", "天皇の即位の日"],
    ["2019-10-14", "体育の日（スポーツの日）"],
    ["1989-02-24", "大喪の礼"],
    ["2027-03-22", "振替休日"],
  ])("%s is %s", (date, name) => {
    expect(holidayOn(date)).toEqual({ name, provisional: false });
  });

  test.each(["2024-07-16", "2024-11-14", "2024-12-23", "2024-12-30", "2024-01-02", "2023-02-24"])(
    "%s is no holiday",
    (date) => {
      expect(holidayOn(date)).toBeUndefined();
    },
  );
});

describe("years to come", () => {
  test.each([
    ["2032-09-21", "国民の休日"],
    ["2049-09-21", "国民の休日"],
    ["2036-05-06", "振替休日"],
    ["2099-11-23", "勤労感謝の日"],
  ])("%s is %s, provisionally", (date, name) => {
    expect(Number(date.slice(0, 4))).toBeGreaterThan(lastOfficialYear);
    expect(holidayOn(date)).toEqual({ name, provisional: true });
  });

  test("a date before 1955 or after 2099 is refused", () => {
    expect(() => holidayOn("1954-12-31")).toThrow("1955 to 2099");
    expect(() => holidayOn("2100-01-01")).toThrow("1955 to 2099");
  });
});
