import { describe, expect, test } from "vitest";
import { reportSchedules } from "../../lib/report-schedules.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { waterDesk } from "../programmes/second-programme.ts";

const daysOf = (schedules: ReturnType<typeof reportSchedules>) =>
  schedules
    .filter(({ report }) => report === undefined || report.startsWith("monthly/"))
    .flatMap(({ days, report }) =>
      days.month.split(",").map((each) => `${days.year}-${each}-${days.day} ${report ?? "month before"}`),
    );

describe("when the monthly report is made", () => {
  test("nine months, July to March, have nine reports", () => {
    expect(daysOf(reportSchedules(kobatonAlkoo))).toEqual([
      "2024-8-1 month before",
      "2024-9-1 month before",
      "2024-10-1 month before",
      "2024-11-1 month before",
      "2024-12-1 month before",
      "2025-1-1 month before",
      "2025-2-1 month before",
      "2025-3-1 month before",
      "2025-3-26 monthly/2025-03",
    ]);
  });

  test("a programme without a cut-off reports its last month on the first day after its contract", () => {
    const days = daysOf(reportSchedules(waterDesk));
    expect(days.length).toBe(12);
    expect(days.at(0)).toBe("2026-5-1 month before");
    expect(days.at(-1)).toBe("2027-4-1 month before");
  });

  test("a cut-off on the last day of a month is reported on the first of the next", () => {
    const report = { ...waterDesk.report, cutOffs: { "2026-12": "2026-12-31" } };
    expect(daysOf(reportSchedules({ ...waterDesk, report }))).toContain("2027-1-1 monthly/2026-12");
  });
});

const runsOf = (kind: string, schedules: ReturnType<typeof reportSchedules>) =>
  schedules
    .filter(({ report }) => report?.startsWith(kind))
    .map(({ days, hour, report }) => `${days.year}-${days.month}-${days.day} ${hour} ${report}`);

describe("when weekly lists are made", () => {
  test("on the first operating day after the week", () => {
    // 1 April 2026 is a Wednesday, so its week is cut short; 29 April (昭和の日) is a Wednesday, the 30th an operating day.
    expect(runsOf("weekly", reportSchedules(waterDesk))).toEqual([
      "2026-4-6 6 weekly/2026-04-01",
      "2026-4-13 6 weekly/2026-04-06",
      "2026-4-20 6 weekly/2026-04-13",
      "2026-4-27 6 weekly/2026-04-20",
      "2026-5-1 6 weekly/2026-04-27",
    ]);
  });

  test("and not at all where no month has them, or none that is in the contract", () => {
    for (const weeklyListMonths of [[], ["2025-04"]]) {
      const programme = { ...waterDesk, report: { ...waterDesk.report, weeklyListMonths } };
      expect(runsOf("weekly", reportSchedules(programme))).toEqual([]);
    }
  });
});

describe("when the completion report is made", () => {
  test("on the evening of the contract's last day, and the next morning with what came late", () => {
    expect(runsOf("completion", reportSchedules(kobatonAlkoo))).toEqual([
      "2025-3-31 20 completion/2025-03-31",
      "2025-4-1 6 completion/2025-03-31",
    ]);
  });
});

describe("schedules", () => {
  test("have names of their own", () => {
    for (const programme of [kobatonAlkoo, waterDesk]) {
      const ids = reportSchedules(programme).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(4);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
