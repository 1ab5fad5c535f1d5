import { expect, test } from "vitest";
import { deskCalendar } from "../../../usecases/calendar/desk-calendar.ts";
import { enterSpecialDay } from "../../../usecases/calendar/enter-special-day.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";

test("an entered closing counts for every question from then on", async () => {
  const desk = aDesk();
  await enterSpecialDay(desk)({ kind: "closing", date: "2024-08-14", reason: "庁舎の停電" });
  const calendar = await deskCalendar(desk.programme, desk.specialDays);
  expect(calendar.isOpen(at("2024-08-14T10:00"))).toBe(false);
  expect(calendar.countOperatingDays("2024-07-01", "2025-03-31")).toBe(180);
});

test("an entered opening opens a Saturday for its own hours", async () => {
  const desk = aDesk();
  const opening = {
    kind: "opening",
    date: "2024-07-20",
    reason: "臨時",
    opensAtMinute: 600,
    closesAtMinute: 720,
  } as const;
  await enterSpecialDay(desk)(opening);
  const calendar = await deskCalendar(desk.programme, desk.specialDays);
  expect(calendar.isOpen(at("2024-07-20T10:00"))).toBe(true);
  expect(calendar.isOpen(at("2024-07-20T12:00"))).toBe(false);
});

test.each([
  ["a date that does not exist", { kind: "closing", date: "2024-02-30", reason: "x" }, "does not exist"],
  ["no reason", { kind: "closing", date: "2024-08-14", reason: " " }, "reason"],
  [
    "hours that end before they begin",
    { kind: "opening", date: "2024-07-20", reason: "x", opensAtMinute: 720, closesAtMinute: 600 },
    "must be after",
  ],
] as const)("a day with %s is refused in a sentence", async (_what, day, words) => {
  const desk = aDesk();
  expect(await enterSpecialDay(desk)(day)).toMatchObject({
    ok: false,
    problem: expect.stringContaining(words),
  });
  expect(await desk.specialDays.all(desk.programme.id)).toEqual([]);
});

test("who entered a day, and when, stays with every day that was entered for the date before", async () => {
  const desk = aDesk("2024-08-13T10:00");
  const closing = { kind: "closing", date: "2024-08-14", reason: "庁舎の停電" } as const;
  await enterSpecialDay(desk)(closing, "SV01");
  desk.now = at("2024-08-13T11:00");
  await enterSpecialDay(desk)({ ...closing, reason: "台風" }, "SV02");
  expect(await desk.specialDayLog.all(desk.programme.id)).toEqual([
    { number: 1, at: at("2024-08-13T10:00"), by: "SV01", day: closing },
    { number: 2, at: at("2024-08-13T11:00"), by: "SV02", day: { ...closing, reason: "台風" } },
  ]);
  expect(await desk.specialDays.all(desk.programme.id)).toEqual([{ ...closing, reason: "台風" }]);
});

test("a day that cannot be written down with who entered it does not hold", async () => {
  const desk = aDesk();
  const specialDayLog = {
    all: async () => [],
    add: async () => Promise.reject(new Error("no table")),
  };
  const closing = { kind: "closing", date: "2024-08-14", reason: "台風" } as const;
  await expect(enterSpecialDay({ ...desk, specialDayLog })(closing, "SV01")).rejects.toThrow("no table");
  expect(await desk.specialDays.all(desk.programme.id)).toEqual([]);
});
