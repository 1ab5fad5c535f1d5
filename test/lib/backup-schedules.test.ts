import { describe, expect, test } from "vitest";
import { copiesVaultName, longestKeptDays, monthlyBackups } from "../../lib/backup-schedules.ts";

const of = (from: string, to: string) => ({ contract: { from, to } });

/** Counted on another calendar than the code's. */
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe("the monthly backups", () => {
  test("are made on the first day after each month of the contract", () => {
    expect(monthlyBackups(of("2024-07-01", "2025-03-31")).map(({ id, days }) => [id, days])).toEqual([
      ["Monthly2024", { day: "1", month: "8,9,10,11,12", year: "2024" }],
      ["Monthly2025", { day: "1", month: "1,2,3,4", year: "2025" }],
    ]);
  });

  test("of each year outlive the contract by 35 days, the earliest of the year by no more", () => {
    // 35 days after 2025-03-31.
    const lastNeeded = "2025-05-05";
    expect(monthlyBackups(of("2024-07-01", "2025-03-31")).map(({ keptDays }) => keptDays)).toEqual([
      daysBetween("2024-08-01", lastNeeded),
      daysBetween("2025-01-01", lastNeeded),
    ]);
    expect(daysBetween("2024-08-01", lastNeeded)).toBe(277);
    expect(longestKeptDays(of("2024-07-01", "2025-03-31"))).toBe(277);
  });

  test("live no shorter than a vault allows, where the last is alone in its year", () => {
    // One day less than 35 lie between 2026-01-01 and the 35th day after 2025-12-31.
    expect(monthlyBackups(of("2025-12-01", "2025-12-31"))).toEqual([
      { id: "Monthly2026", days: { day: "1", month: "1", year: "2026" }, keptDays: 35 },
    ]);
  });

  test("of a contract that begins or ends within a month count that month too", () => {
    expect(monthlyBackups(of("2025-01-31", "2025-02-01")).map(({ days }) => days.month)).toEqual(["2,3"]);
  });
});

test("the vault for copies is called by environment and programme, in letters that AWS Backup takes", () => {
  const name = copiesVaultName("prod", { id: "kobaton-alkoo" });
  expect(name).toBe("callcentre-prod-kobaton-alkoo-copies");
  expect(name).toMatch(/^[a-zA-Z0-9\-_]{2,50}$/);
});
