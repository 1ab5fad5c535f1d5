import { describe, expect, test } from "vitest";
import {
  printedCount,
  printedDifference,
  printedPercent,
  printedTenths,
} from "../../../../domain/report/document/printed-figures.ts";

describe("a figure on paper", () => {
  test.each([
    [printedCount(1234567), "1,234,567件"],
    [printedCount(999, "秒"), "999秒"],
    [printedCount(null), "—"],
    [printedPercent(2 / 3), "66.7％"],
    [printedPercent(null), "—"],
    [printedTenths(1390, "秒"), "1,390.0秒"],
    [printedDifference(-23.33, "ポイント"), "−23.3ポイント"],
    [printedDifference(1346, "件", 0), "+1,346件"],
    [printedDifference(0, "分"), "±0.0分"],
    [printedDifference(-0.04, ""), "±0.0"],
    [printedDifference(null, "分"), "—"],
  ])("is %s", (printed, expected) => {
    expect(printed).toBe(expected);
  });
});
