import { describe, expect, test } from "vitest";
import { reportSchedules } from "../../lib/report-schedules.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { waterDesk } from "../programmes/second-programme.ts";

const daysOf = (schedules: ReturnType<typeof reportSchedules>) =>
  schedules.flatMap(({ days, month }) =>
    days.month.split(",").map((each) => `${days.year}-${each}-${days.day} ${month ?? "month before"}`),
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
      "2025-3-26 2025-03",
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
    expect(daysOf(reportSchedules({ ...waterDesk, report }))).toContain("2027-1-1 2026-12");
  });
});
