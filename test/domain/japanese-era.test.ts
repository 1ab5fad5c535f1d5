import { describe, expect, test } from "vitest";
import { eraDate, eraMonth } from "../../domain/japanese-era.ts";

describe("和暦", () => {
  // The contract's own dates: 令和6年7月 to 令和7年3月31日 (R5, R52); the era's first day and year: 元号法 and its order of 2019.
  test.each([
    ["2024-07-01", "令和6年7月1日"],
    ["2025-03-31", "令和7年3月31日"],
    ["2019-05-01", "令和元年5月1日"],
    ["2019-12-31", "令和元年12月31日"],
    ["2020-01-01", "令和2年1月1日"],
  ])("of %s is %s", (date, printed) => {
    expect(eraDate(date)).toBe(printed);
    expect(eraMonth(date.slice(0, 7))).toBe(printed.replace(/\d+日$/, ""));
  });

  test("of a date before 令和 is refused", () => {
    expect(() => eraDate("2019-04-30")).toThrow(RangeError);
    expect(() => eraMonth("2019-04")).toThrow(RangeError);
  });
});
