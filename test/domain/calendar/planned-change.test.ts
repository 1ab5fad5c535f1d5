import { describe, expect, test } from "vitest";
import { createCalendar } from "../../../domain/calendar/business-calendar.ts";
import { type CalendarChange, specialDaysOf } from "../../../domain/calendar/planned-change.ts";
import { at } from "../../support/contacts.ts";

const hours = { opensAtMinute: 540, closesAtMinute: 1020 };
const calendar = createCalendar({ ...hours, specialDays: [] });
const reason = "台風";
const planned = (change: CalendarChange, now = "2024-07-16T10:30") =>
  specialDaysOf(change, calendar, hours, at(now));

describe("what a supervisor's change means", () => {
  test("closing from now on ends today's hours at this minute, and closes the operating days that follow", () => {
    // 16 July 2024 is a Tuesday; 20 and 21 are a weekend, which is closed anyway. 10:30 is minute 630.
    expect(planned({ kind: "from-now", to: "2024-07-22", reason })).toEqual({
      ok: true,
      value: [
        { kind: "opening", date: "2024-07-16", reason, opensAtMinute: 540, closesAtMinute: 630 },
        { kind: "closing", date: "2024-07-17", reason },
        { kind: "closing", date: "2024-07-18", reason },
        { kind: "closing", date: "2024-07-19", reason },
        { kind: "closing", date: "2024-07-22", reason },
      ],
    });
  });

  test.each([
    ["before the desk opens: the whole day", "2024-07-16T08:00"],
    ["in the minute in which it opens: the whole day", "2024-07-16T09:00"],
  ])("closing from now on %s", (_when, now) => {
    expect(planned({ kind: "from-now", to: "2024-07-16", reason }, now)).toEqual({
      ok: true,
      value: [{ kind: "closing", date: "2024-07-16", reason }],
    });
  });

  test("a day that closes early keeps its opening, and a day may be opened that is closed otherwise", () => {
    expect(planned({ kind: "early", date: "2024-07-17", closesAtMinute: 900, reason })).toEqual({
      ok: true,
      value: [{ kind: "opening", date: "2024-07-17", reason, opensAtMinute: 540, closesAtMinute: 900 }],
    });
    expect(
      planned({ kind: "opening", date: "2024-07-20", opensAtMinute: 600, closesAtMinute: 720, reason }),
    ).toMatchObject({ ok: true, value: [{ date: "2024-07-20", opensAtMinute: 600 }] });
  });

  test.each<[string, CalendarChange, string]>([
    ["過ぎた日", { kind: "closing", from: "2024-07-15", to: "2024-07-16", reason }, "2024-07-16T08:00"],
    [
      "日付はありません",
      { kind: "closing", from: "2024-02-30", to: "2024-07-30", reason },
      "2024-07-16T08:00",
    ],
    ["より前です", { kind: "from-now", to: "2024-07-15", reason }, "2024-07-16T08:00"],
    ["31日まで", { kind: "from-now", to: "2099-12-31", reason }, "2024-07-16T08:00"],
    [
      "もともと受付がありません",
      { kind: "closing", from: "2024-07-20", to: "2024-07-21", reason },
      "2024-07-16T08:00",
    ],
    ["もともと受付がありません", { kind: "from-now", to: "2024-07-16", reason }, "2024-07-16T17:00"],
    [
      "もう始まっています",
      { kind: "closing", from: "2024-07-16", to: "2024-07-16", reason },
      "2024-07-16T10:00",
    ],
    ["過ぎています", { kind: "early", date: "2024-07-16", closesAtMinute: 599, reason }, "2024-07-16T10:00"],
    [
      "始まりの時刻より後",
      { kind: "opening", date: "2024-07-20", opensAtMinute: 720, closesAtMinute: 720, reason },
      "2024-07-16T10:00",
    ],
  ])("is refused with a sentence that says %s", (sentence, change, now) => {
    expect(planned(change, now)).toEqual({ ok: false, problem: expect.stringContaining(sentence) });
  });
});
