import { describe, expect, test } from "vitest";
import { createCalendar, type OpeningRules } from "../../../domain/calendar/business-calendar.ts";
import { checkSpecialDay } from "../../../domain/calendar/opening-rules.ts";

const deskRules: OpeningRules = { opensAtMinute: 540, closesAtMinute: 1020, specialDays: [] };

describe("impossible rules are refused when the calendar is made", () => {
  const opening = { kind: "opening", date: "2024-07-21", reason: "臨時開設" } as const;
  test.each<[string, OpeningRules]>([
    ["closesAtMinute is 540: it must be after opensAtMinute", { ...deskRules, closesAtMinute: 540 }],
    ["closesAtMinute is 0: it must be after opensAtMinute", { ...deskRules, closesAtMinute: 0 }],
    ["opensAtMinute is -1", { ...deskRules, opensAtMinute: -1 }],
    ["closesAtMinute is 1441", { ...deskRules, closesAtMinute: 1441 }],
    ["opensAtMinute is 540.5", { ...deskRules, opensAtMinute: 540.5 }],
    ["opensAtMinute is NaN", { ...deskRules, opensAtMinute: Number.NaN }],
    [
      "specialDays[0].date: The date 2024-02-30 does not exist",
      { ...deskRules, specialDays: [{ kind: "closing", date: "2024-02-30", reason: "停電" }] },
    ],
    [
      'specialDays[1].date: "2024/07/16" is not a date',
      {
        ...deskRules,
        specialDays: [
          { kind: "closing", date: "2024-07-16", reason: "停電" },
          { kind: "closing", date: "2024/07/16", reason: "停電" },
        ],
      },
    ],
    [
      "specialDays[0].date: 2100-01-04 is outside the years 1955 to 2099",
      { ...deskRules, specialDays: [{ kind: "closing", date: "2100-01-04", reason: "停電" }] },
    ],
    [
      "specialDays[0].reason is empty",
      { ...deskRules, specialDays: [{ kind: "closing", date: "2024-07-16", reason: " " }] },
    ],
    [
      "specialDays[0].closesAtMinute is 600: it must be after opensAtMinute, which is 700",
      { ...deskRules, specialDays: [{ ...opening, opensAtMinute: 700, closesAtMinute: 600 }] },
    ],
    [
      "specialDays[0].closesAtMinute is 1500",
      { ...deskRules, specialDays: [{ ...opening, opensAtMinute: 700, closesAtMinute: 1500 }] },
    ],
  ])("%s", (problem, rules) => {
    expect(() => createCalendar(rules)).toThrow(`The opening rules are impossible: ${problem}`);
  });

  test("an entry that an impossible one follows does not hide it", () => {
    const twice = [
      { kind: "closing", date: "2024-07-16", reason: "停電" },
      { kind: "closing", date: "2024-07-16", reason: "" },
    ] as const;
    expect(() => createCalendar({ ...deskRules, specialDays: twice })).toThrow("specialDays[1].reason");
  });

  test("the same day entered twice alike is no mistake", () => {
    const entry = { kind: "closing", date: "2024-07-16", reason: "停電" } as const;
    const calendar = createCalendar({ ...deskRules, specialDays: [entry, entry] });
    expect(calendar.isOperatingDay("2024-07-16")).toBe(false);
  });
});

describe("a special day, as it is entered", () => {
  const opening = { kind: "opening", date: "2024-07-21", reason: "臨時開設" } as const;

  test("is taken when it is possible", () => {
    const closing = { kind: "closing", date: "2024-02-29", reason: "停電" } as const;
    const wholeDay = { ...opening, opensAtMinute: 0, closesAtMinute: 1440 };
    expect(checkSpecialDay(closing)).toEqual({ ok: true, value: closing });
    expect(checkSpecialDay(wholeDay)).toEqual({ ok: true, value: wholeDay });
  });

  test("is refused with a sentence that names the field", () => {
    expect(checkSpecialDay({ ...opening, opensAtMinute: 1020, closesAtMinute: 540 })).toEqual({
      ok: false,
      problem: "closesAtMinute is 540: it must be after opensAtMinute, which is 1020.",
    });
    expect(checkSpecialDay({ kind: "closing", date: "2024-07-16", reason: "" })).toEqual({
      ok: false,
      problem: "reason is empty: write what a caller is told.",
    });
  });
});
