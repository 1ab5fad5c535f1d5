import { describe, expect, test } from "vitest";
import type { OpenHours } from "../../../domain/calendar/dated-hours.ts";
import { datesBetween, dayNumberOf, weekdayOf } from "../../../domain/japan-time.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { checkHours, hoursProblem } from "../../../usecases/calendar/check-hours.ts";
import { officialList } from "../../domain/calendar/official-list.ts";

const nineToFive = { opensAtMinute: 540, closesAtMinute: 1020 };
const contract = { from: "2024-07-01", to: "2025-03-31" };
const holidays = new Set(officialList.map(([date]) => date));

/** An instance with the right hours for the contract (R20 to R22, by the official list), and then some other ones. */
function instance(changes: Readonly<Record<string, readonly OpenHours[] | undefined>> = {}) {
  const right = datesBetween("2024-06-01", "2025-04-30").map((date): [string, readonly OpenHours[]] => {
    const weekday = weekdayOf(dayNumberOf(date));
    const isYearEnd = date.slice(5) >= "12-29" || date.slice(5) <= "01-03";
    const isClosed = weekday === 0 || weekday === 6 || isYearEnd || holidays.has(date);
    return [date, isClosed ? [] : [nineToFive]];
  });
  const hours = new Map(right);
  for (const [date, changed] of Object.entries(changes))
    if (changed === undefined) hours.delete(date);
    else hours.set(date, changed);
  return {
    between: async (from: string, to: string) =>
      new Map([...hours].filter(([date]) => date >= from && date <= to)),
  };
}

const check = (effectiveHours: ReturnType<typeof instance>, period = contract) =>
  checkHours({ programme: kobatonAlkoo, effectiveHours })(period);

describe("hours that are in force", () => {
  test("are right where each of the 274 days of the contract is open or closed as the official list says", async () => {
    expect(datesBetween(contract.from, contract.to).length).toBe(274);
    expect(await check(instance())).toEqual([]);
  });

  test("are wrong on one day of which the override is not in force", async () => {
    expect(await check(instance({ "2024-07-15": [nineToFive] }))).toEqual([
      { date: "2024-07-15", expected: "closed", found: "09:00-17:00" },
    ]);
  });

  test.each([
    ["2024-07-16", [], "09:00-17:00", "closed"],
    ["2024-07-16", [{ opensAtMinute: 540, closesAtMinute: 1440 }], "09:00-17:00", "09:00-24:00"],
    [
      "2024-07-16",
      [
        { opensAtMinute: 540, closesAtMinute: 720 },
        { opensAtMinute: 780, closesAtMinute: 1020 },
      ],
      "09:00-17:00",
      "09:00-12:00 and 13:00-17:00",
    ],
    ["2024-07-20", undefined, "closed", "no answer"],
  ])("are wrong on %s with %j", async (date, changed, expected, found) => {
    expect(await check(instance({ [date]: changed }))).toEqual([{ date, expected, found }]);
  });

  test("are not looked at outside the period", async () => {
    const period = { from: "2024-07-16", to: "2024-07-31" };
    expect(await check(instance({ "2024-07-15": [nineToFive] }), period)).toEqual([]);
  });
});

test("what is wrong is one sentence with the first five days, how many more, and where to read on", async () => {
  const wrong = Object.fromEntries(
    datesBetween("2024-12-28", "2025-01-03").map((date) => [date, [nineToFive]]),
  );
  const sentence = hoursProblem(contract, await check(instance(wrong)));
  expect(sentence).toBe(
    "Amazon Connect's hours differ from the calendar on 7 of the days from 2024-07-01 to 2025-03-31: " +
      "2024-12-28 should be closed and is 09:00-17:00; 2024-12-29 should be closed and is 09:00-17:00; " +
      "2024-12-30 should be closed and is 09:00-17:00; 2024-12-31 should be closed and is 09:00-17:00; " +
      "2025-01-01 should be closed and is 09:00-17:00; and 2 more. See docs/runbooks/hours.md.",
  );
});
