import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOfDay, datesBetween, dayNumberOf, weekdayName } from "../../../../domain/japan-time.ts";
import { weeklyPlan } from "../../../../domain/report/plan/report-plan.ts";
import { weeklyLists } from "../../../../domain/report/plan/weekly-lists.ts";
import { kobatonAlkoo } from "../../../../programmes/kobaton-alkoo/programme.ts";

const withMonths = (weeklyListMonths: readonly string[], contract = kobatonAlkoo.contract) => ({
  ...kobatonAlkoo,
  contract,
  report: { ...kobatonAlkoo.report, weeklyListMonths },
});

describe("weekly lists", () => {
  test("of July 2024 are five: it begins on a Monday, and its last week ends with it", () => {
    expect(weeklyLists(kobatonAlkoo)).toEqual([
      { from: "2024-07-01", to: "2024-07-07" },
      { from: "2024-07-08", to: "2024-07-14" },
      { from: "2024-07-15", to: "2024-07-21" },
      { from: "2024-07-22", to: "2024-07-28" },
      { from: "2024-07-29", to: "2024-07-31" },
    ]);
  });

  test("of a month that begins on another day begin with a short one", () => {
    // 1 April 2025 is a Tuesday.
    const contract = { from: "2024-07-01", to: "2025-04-30" };
    const april = weeklyLists(withMonths(["2025-04"], contract));
    expect(april.at(0)).toEqual({ from: "2025-04-01", to: "2025-04-06" });
    expect(april.at(-1)).toEqual({ from: "2025-04-28", to: "2025-04-30" });
  });

  test("have every day of their months that is in the contract exactly once, and no other day", () => {
    const day = fc.integer({ min: dayNumberOf("2024-01-01"), max: dayNumberOf("2027-12-31") });
    const month = day.map((number) => dateOfDay(number).slice(0, 7));
    fc.assert(
      fc.property(day, day, fc.uniqueArray(month, { maxLength: 4 }), (one, other, months) => {
        const contract = { from: dateOfDay(Math.min(one, other)), to: dateOfDay(Math.max(one, other)) };
        const weeks = weeklyLists(withMonths(months, contract));
        const listed = weeks.flatMap(({ from, to }) => datesBetween(from, to));
        const expected = datesBetween(contract.from, contract.to).filter((date) =>
          months.includes(date.slice(0, 7)),
        );
        expect(listed).toEqual(expected);
        for (const { from, to } of weeks) {
          expect(datesBetween(from, to).length).toBeLessThanOrEqual(7);
          expect(datesBetween(from, to).slice(0, -1).map(weekdayName)).not.toContain("日");
        }
      }),
    );
  });

  test("are named by their first day, whichever of their days is asked for", () => {
    for (const date of datesBetween("2024-07-29", "2024-07-31"))
      expect(weeklyPlan(kobatonAlkoo, date)).toMatchObject({
        ok: true,
        value: {
          kind: "weekly",
          report: "weekly/2024-07-29",
          period: { from: "2024-07-29", to: "2024-07-31", cutOff: "2024-08-01T00:00:00+09:00" },
        },
      });
  });

  test.each(["2024-06-30", "2024-08-01", "2025-04-01"])("do not have %s, and say so", (date) => {
    expect(weeklyPlan(kobatonAlkoo, date)).toMatchObject({
      ok: false,
      problem: expect.stringContaining("choose a date from 2024-07-01 to 2024-07-31"),
    });
  });

  test("of a programme without them are none", () => {
    expect(weeklyPlan(withMonths([]), "2024-07-01")).toMatchObject({
      ok: false,
      problem: expect.stringContaining("has no weekly lists"),
    });
  });
});
