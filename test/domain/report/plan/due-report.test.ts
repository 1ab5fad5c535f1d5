import { describe, expect, test } from "vitest";
import { dueDateOf, monthsPastDue } from "../../../../domain/report/plan/due-report.ts";
import { kobatonAlkoo } from "../../../../programmes/kobaton-alkoo/programme.ts";
import { at } from "../../../support/contacts.ts";

describe("a month's report is due", () => {
  test.each([
    ["2024-07", "2024-08-10"],
    ["2024-12", "2025-01-10"],
    ["2025-02", "2025-03-10"],
    // R38: the content up to 25 March by 31 March.
    ["2025-03", "2025-03-31"],
  ])("for %s by %s", (month, date) => {
    expect(dueDateOf(kobatonAlkoo, month)).toBe(date);
  });
});

describe("the reports that should have been delivered", () => {
  test.each([
    ["2024-07-01T00:00", []],
    ["2024-08-10T23:59:59", []],
    ["2024-08-11T00:00", ["2024-07"]],
    ["2024-10-11T00:00", ["2024-07", "2024-08", "2024-09"]],
    [
      "2025-03-31T23:59",
      ["2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12", "2025-01", "2025-02"],
    ],
  ])("at %s in Japan: %j", (now, months) => {
    expect(monthsPastDue(kobatonAlkoo, at(now))).toEqual(months);
  });

  test("after the contract: those of all its nine months", () => {
    const months = monthsPastDue(kobatonAlkoo, at("2025-04-01T00:00"));
    expect([months.length, months.at(-1)]).toEqual([9, "2025-03"]);
  });
});
