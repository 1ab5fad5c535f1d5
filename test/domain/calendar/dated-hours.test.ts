import { describe, expect, test } from "vitest";
import { datedHours, datedPeriod, openHoursOf } from "../../../domain/calendar/dated-hours.ts";
import { weekdayOf, dayNumberOf, datesBetween } from "../../../domain/japan-time.ts";
import { officialList } from "./official-list.ts";

const nineToFive = { opensAtMinute: 540, closesAtMinute: 1020, specialDays: [] };

/** The weekdays of a period that the official list or 29 December to 3 January closes (R20 to R22). */
function closedWeekdays(from: string, to: string): string[] {
  const holidays = new Set(officialList.map(([date]) => date));
  return datesBetween(from, to).filter((date) => {
    const weekday = weekdayOf(dayNumberOf(date));
    const day = date.slice(5);
    return weekday > 0 && weekday < 6 && (holidays.has(date) || day >= "12-29" || day <= "01-03");
  });
}

describe("the dates on which a desk does not keep its week", () => {
  test("are the weekdays that the Cabinet Office's list or the turn of the year closes, and no others", () => {
    const closed = closedWeekdays("2023-04-01", "2027-12-31");
    expect(closed.length).toBeGreaterThan(80);
    const dated = datedHours(nineToFive, { from: "2023-04-01", to: "2027-12-31" });
    expect(dated.map(({ date }) => date)).toEqual(closed);
    expect(dated.every(({ hours }) => hours === undefined)).toBe(true);
  });

  test("hold an entered opening with its own hours, also on a weekend", () => {
    const opening = {
      kind: "opening",
      date: "2024-07-20",
      reason: "臨時",
      opensAtMinute: 600,
      closesAtMinute: 720,
    } as const;
    const rules = { ...nineToFive, specialDays: [opening] };
    expect(datedHours(rules, { from: "2024-07-16", to: "2024-07-31" })).toEqual([
      { date: "2024-07-20", reason: "臨時", hours: { opensAtMinute: 600, closesAtMinute: 720 } },
    ]);
    expect(openHoursOf(rules)("2024-07-20")).toEqual({ opensAtMinute: 600, closesAtMinute: 720 });
    expect(openHoursOf(rules)("2024-07-21")).toBeUndefined();
  });
});

describe("the part of a contract that Amazon Connect holds at once", () => {
  const threeYears = { from: "2024-04-01", to: "2027-03-31" };

  test("is all of a contract of nine months", () => {
    const contract = { from: "2024-07-01", to: "2025-03-31" };
    expect(datedPeriod(nineToFive, contract)).toEqual({ ok: true, value: contract });
  });

  test("is the whole fiscal years of a longer one that need at most 50 dates, and no more would fit", () => {
    // By the official list: two fiscal years need 36 dates, three need 57.
    const [two, three] = ["2026-03-31", "2027-03-31"].map((to) => closedWeekdays(threeYears.from, to).length);
    expect([two, three].map((count) => (count ?? 0) <= 50)).toEqual([true, false]);
    expect(datedPeriod(nineToFive, threeYears)).toEqual({
      ok: true,
      value: { from: "2024-04-01", to: "2026-03-31" },
    });
  });

  test("begins with the date that is set, and then reaches the end", () => {
    const value = { from: "2026-03-01", to: "2027-03-31" };
    expect(datedPeriod(nineToFive, threeYears, "2026-03-01")).toEqual({ ok: true, value });
  });

  test.each(["2024-03-31", "2027-04-01"])("cannot begin outside the contract, as with %s", (from) => {
    expect(datedPeriod(nineToFive, threeYears, from)).toEqual({
      ok: false,
      problem: `hoursFrom was ${from}: a date of the contract, 2024-04-01 to 2027-03-31, or absent.`,
    });
  });

  test("is refused where not even one fiscal year fits, with what to do", () => {
    const specialDays = datesBetween("2024-04-01", "2024-06-30").map((date) => ({
      kind: "closing" as const,
      date,
      reason: "工事",
    }));
    const period = datedPeriod({ ...nineToFive, specialDays }, threeYears);
    expect(period.ok ? "taken" : period.problem).toMatch(
      /^The hours from 2024-04-01 need more than 50 dated overrides before 2024-06-\d\d, and Amazon Connect takes no more: set a later hoursFrom/,
    );
  });
});
