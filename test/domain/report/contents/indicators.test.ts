import { describe, expect, test } from "vitest";
import { createCalendar } from "../../../../domain/calendar/business-calendar.ts";
import { callsOf } from "../../../../domain/contact/call.ts";
import type { Contact } from "../../../../domain/contact/contact.ts";
import { figuresOf } from "../../../../domain/report/figures/figures.ts";
import { type Indicator, indicatorsOf } from "../../../../domain/report/contents/indicators.ts";
import type { NaviDialCount } from "../../../../domain/report/entered/navi-dial.ts";
import { periodOfMonth } from "../../../../domain/report/plan/report-period.ts";
import { kobatonAlkoo } from "../../../../programmes/kobaton-alkoo/programme.ts";
import { waterDesk } from "../../../programmes/second-programme.ts";
import { anAbandonedCall, anAnsweredCall, at } from "../../../support/contacts.ts";

const calendar = createCalendar({ opensAtMinute: 540, closesAtMinute: 1020, specialDays: [] });

function indicators(contacts: Contact[], month = "2024-12", naviDial: NaviDialCount[] = []) {
  const period = periodOfMonth(kobatonAlkoo, month);
  if (!period.ok) throw new Error(period.problem);
  const figures = figuresOf(callsOf(contacts, calendar, 5), 0);
  const all = indicatorsOf({ programme: kobatonAlkoo, calendar, period: period.value, figures, naviDial });
  return (name: string): Indicator => {
    const found = all.find((one) => one.name === name);
    if (!found) throw new Error(`There is no ${name} among ${all.map((one) => one.name).join()}.`);
    return found;
  };
}

const answered = (count: number, seconds: number) =>
  Array.from({ length: count }, (_, index) =>
    anAnsweredCall(`a-${index}`, "2024-12-02T10:00", {
      interactionSeconds: seconds - 60,
      holdSeconds: 30,
      afterContactWorkSeconds: 30,
    }),
  );
const abandoned = (count: number) =>
  Array.from({ length: count }, (_, index) => anAbandonedCall(`b-${index}`, "2024-12-02T10:00", 60));

describe("the answer rate beside its target of 90 %", () => {
  test.each([
    // 9 of 10 is the target itself; 8 of 9 is 88.9 %, 1.1 points below; 19 of 20 is 95 %, 5 points above.
    [9, 1, 90, 0, "達成"],
    [8, 1, 800 / 9, -1.1, "未達"],
    [19, 1, 95, 5, "達成"],
    [0, 1, 0, -90, "未達"],
  ])("%i answered and %i given up", (good, bad, value, difference, standing) => {
    const rate = indicators([...answered(good, 600), ...abandoned(bad)])("受電率（受電応答率）");
    expect(rate).toMatchObject({
      value,
      difference,
      standing,
      differenceUnit: "ポイント",
      target: "90％以上",
    });
    expect([rate.numerator, rate.denominator]).toEqual([good, good + bad]);
  });

  test("a rate just below the target is below it, whatever it is printed as", () => {
    // 89.97 % is printed as 90.0, and the difference of −0.03 points as 0.
    const rate = indicators([...answered(2699, 600), ...abandoned(301)])("受電率（受電応答率）");
    expect(rate).toMatchObject({ difference: 0, standing: "未達" });
    expect(Object.is(rate.difference, -0)).toBe(false);
  });
});

describe("the average handling time beside its band of 10 to 15 minutes", () => {
  test.each([
    [599, -0, "範囲より短い"],
    [600, 0, "範囲内"],
    [900, 0, "範囲内"],
    [1080, 3, "範囲より長い"],
    [390, -3.5, "範囲より短い"],
  ])("%i seconds", (seconds, difference, standing) => {
    const average = indicators(answered(2, seconds))("平均対応時間");
    expect(average).toMatchObject({ unit: "分", numerator: seconds * 2, denominator: 2, standing });
    expect(average.value).toBeCloseTo(seconds / 60);
    expect(average.difference).toBeCloseTo(difference);
    expect(average.target).toBe("10～15分");
  });
});

test("the parts of the handling time are shown apart: talk 270 s, hold 30 s, after-call work 30 s", () => {
  const of = indicators(answered(3, 330));
  expect(of("平均会話時間（保留を除く）")).toMatchObject({ value: 4.5, numerator: 810, denominator: 3 });
  expect(of("平均保留時間")).toMatchObject({ value: 0.5, numerator: 90 });
  expect(of("平均後処理時間")).toMatchObject({ value: 0.5, numerator: 90 });
  expect(of("平均通話時間（保留を含む）")).toMatchObject({ value: 5, numerator: 900 });
  expect(of("最長待ち")).toMatchObject({ value: 10, unit: "秒" });
});

test("planned calls stand beside those that came, marked as a sample in name, target and definition", () => {
  // 1,000 × 1.5 = 1,500 expected in December; 3 came: 0.2 %, 1,497 fewer.
  const planned = indicators(answered(3, 600))("想定受電数に対する受電数（見本）");
  expect(planned).toMatchObject({ numerator: 3, denominator: 1500, difference: -1497, differenceUnit: "件" });
  expect(planned.value).toBeCloseTo(0.2);
  expect(planned.target).toBe("1500件（見本）");
  expect(planned.definition).toContain("見本の数であり、実際の数ではない");
});

describe("Navi-Dial's own figures", () => {
  const count = {
    month: "2024-12",
    busy: 12,
    closed: 34,
    enteredAt: at("2025-01-06T10:00"),
    enteredBy: "SV01",
  };

  test("stand beside ours and are mixed into none of them", () => {
    const of = indicators(answered(3, 600), "2024-12", [count, { ...count, month: "2024-11", busy: 99 }]);
    expect(of("【参考】ナビダイヤル話中（2024-12）").value).toBe(12);
    expect(of("【参考】ナビダイヤル時間外（2024-12）").value).toBe(34);
    expect(of("受電数").value).toBe(3);
    expect(of("時間外着信数").value).toBe(0);
  });

  test("are a dash where nobody has entered them", () => {
    expect(indicators([])("【参考】ナビダイヤル話中（2024-12）").value).toBeNull();
  });

  test("of March are those of the whole calendar month, and say so", () => {
    const of = indicators([], "2025-03", [{ ...count, month: "2025-03" }]);
    expect(of("【参考】ナビダイヤル話中（2025-03の暦月）").value).toBe(12);
  });
});

test("an empty month has neither rates nor differences nor standings", () => {
  const of = indicators([]);
  const nothing = { value: null, difference: null, standing: null };
  expect(of("受電率（受電応答率）")).toMatchObject({ ...nothing, numerator: 0, denominator: 0 });
  expect(of("平均対応時間")).toMatchObject(nothing);
  expect(of("最長待ち").value).toBeNull();
});

test("a programme without a plan is compared with none", () => {
  const period = { from: "2026-04-01", to: "2026-04-30", cutOff: "" };
  const figures = figuresOf({ inbound: [], outbound: [] }, 0);
  const names = indicatorsOf({ programme: waterDesk, calendar, period, figures, naviDial: [] }).map(
    ({ name }) => name,
  );
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => /想定|提案|見本/.test(name))).toEqual([]);
});
