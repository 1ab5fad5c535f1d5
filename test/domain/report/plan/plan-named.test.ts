import { describe, expect, test } from "vitest";
import { planNamed } from "../../../../domain/report/plan/plan-named.ts";
import { partsOf } from "../../../../domain/report/contents/reported-parts.ts";
import { datesBetween } from "../../../../domain/japan-time.ts";
import { kobatonAlkoo } from "../../../../programmes/kobaton-alkoo/programme.ts";
import { waterDesk } from "../../../programmes/second-programme.ts";

describe("a report's name", () => {
  test.each([
    ["monthly/2024-07", "monthly/2024-07", "2024-07-01", "2024-07-31"],
    ["weekly/2024-07-10", "weekly/2024-07-08", "2024-07-08", "2024-07-14"],
    ["final", "monthly/2025-03", "2025-03-01", "2025-03-25"],
    ["completion", "completion/2025-03-31", "2024-07-01", "2025-03-31"],
    ["completion/2025-03-31", "completion/2025-03-31", "2024-07-01", "2025-03-31"],
  ])("%s is %s, from %s to %s", (name, report, from, to) => {
    expect(planNamed(kobatonAlkoo, name)).toMatchObject({
      ok: true,
      value: { report, period: { from, to } },
    });
  });

  test("final is the whole last month where nothing is cut off", () => {
    expect(planNamed(waterDesk, "final")).toMatchObject({
      value: { report: "monthly/2027-03", period: { from: "2027-03-01", to: "2027-03-31" } },
    });
  });

  test.each([
    ["daily/2024-07-01", "no kind of report"],
    ["weekly/2024-07-32", "does not exist"],
    ["weekly/2024-07-01/x", "not a date"],
    ["weekly", "not a date"],
    ["monthly/2024-06", "outside the contract"],
    ["monthly/../2024-07", "not a month"],
    ["final/2025-03", "alone"],
    ["completion/2024-12-31", "dated 2025-03-31"],
    ["constructor", "no kind of report"],
    ["", "no kind of report"],
  ])("%j is refused: %s", (name, words) => {
    expect(planNamed(kobatonAlkoo, name)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(words),
    });
  });
});

describe("the parts in which a contract is reported", () => {
  test("are its months, and what comes after the cut-off", () => {
    const parts = partsOf(kobatonAlkoo);
    expect(parts).toHaveLength(10);
    expect(parts.slice(-2)).toEqual([
      { from: "2025-03-01", to: "2025-03-25", reported: "monthly" },
      { from: "2025-03-26", to: "2025-03-31", reported: "completion" },
    ]);
  });

  test.each([kobatonAlkoo, waterDesk])("have each day of the contract of $id once", (programme) => {
    const { from, to } = programme.contract;
    const days = partsOf(programme).flatMap((part) => datesBetween(part.from, part.to));
    expect(days).toEqual(datesBetween(from, to));
    expect(days.length).toBeGreaterThan(200);
  });

  test("end and begin with the contract, not with the month, and a cut-off at a month's end cuts nothing off", () => {
    const contract = { from: "2024-07-16", to: "2024-08-20" };
    const report = { ...kobatonAlkoo.report, cutOffs: { "2024-07": "2024-07-31", "2024-08": "2024-08-25" } };
    expect(partsOf({ contract, report })).toEqual([
      { from: "2024-07-16", to: "2024-07-31", reported: "monthly" },
      { from: "2024-08-01", to: "2024-08-20", reported: "monthly" },
    ]);
  });
});
