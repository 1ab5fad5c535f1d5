import { describe, expect, test } from "vitest";
import { createCalendar } from "../../../../domain/calendar/business-calendar.ts";
import { plannedCalls } from "../../../../domain/report/figures/planned-volumes.ts";
import { kobatonAlkoo } from "../../../../programmes/kobaton-alkoo/programme.ts";

const calendar = createCalendar({ opensAtMinute: 540, closesAtMinute: 1020, specialDays: [] });
const volumes = {
  baseYear: "令和4年度",
  isSample: true,
  factor: 1.5,
  inbound: { "2022-12": 1000, "2023-01": 1200, "2023-03": 1500 },
  proposed: { "2024-12": 1400 },
};
const expected = (from: string, to: string) => plannedCalls(volumes, { from, to }, calendar);

describe("the calls that are expected", () => {
  test("are the same month of the base year, one and a half times", () => {
    // 1,000 × 1.5
    expect(expected("2024-12-01", "2024-12-31")).toEqual({ expected: 1500, proposed: 1400 });
  });

  test("of several months are their sum, and our proposal is unknown where a month has none", () => {
    // 1,000 × 1.5 + 1,200 × 1.5
    expect(expected("2024-12-01", "2025-01-31")).toEqual({ expected: 3300, proposed: null });
  });

  test("of March up to the cut-off are its part of the operating days", () => {
    // March 2025 has 21 weekdays less the equinox on Thursday the 20th: 20. After the 25th lie the 26th to 28th and the 31st: 4.
    // So 16 of 20 days: 1,500 × 1.5 × 16 ÷ 20 = 1,800.
    expect(expected("2025-03-01", "2025-03-25").expected).toBe(1800);
    expect(expected("2025-03-26", "2025-03-31").expected).toBe(450);
  });

  test("of a month without a figure are not known", () => {
    expect(expected("2025-02-01", "2025-02-28")).toEqual({ expected: null, proposed: null });
  });
});

test("the programme has a figure for each month of its contract, and says that it is a sample", () => {
  const { plannedVolumes } = kobatonAlkoo.report;
  if (!plannedVolumes) throw new Error("There is no plan.");
  const { from, to } = kobatonAlkoo.contract;
  const planned = plannedCalls(plannedVolumes, { from, to }, calendar);
  // 1.5 × (1400 + 1300 + 1200 + 1300 + 1100 + 1000 + 1200 + 1000 + 1500) = 1.5 × 11,000
  expect(planned).toEqual({ expected: 16_500, proposed: 16_950 });
  expect(plannedVolumes.isSample).toBe(true);
});
