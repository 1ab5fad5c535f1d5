import { expect, test } from "vitest";
import { deskCalendar } from "../../usecases/desk-calendar.ts";
import { enterSpecialDay } from "../../usecases/enter-special-day.ts";
import { at } from "../support/contacts.ts";
import { aDesk } from "../support/desk.ts";

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
