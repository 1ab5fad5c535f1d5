import { describe, expect, test } from "vitest";
import { createCalendar } from "../../../../domain/calendar/business-calendar.ts";
import { callsOf } from "../../../../domain/contact/call.ts";
import type { Contact } from "../../../../domain/contact/contact.ts";
import { figuresOf } from "../../../../domain/report/figures/figures.ts";
import { figuresByHour } from "../../../../domain/report/contents/hours-table.ts";
import { suggestionsOf } from "../../../../domain/report/contents/suggestions.ts";
import type { CategoryTrend } from "../../../../domain/report/contents/trends-table.ts";
import { anAbandonedCall, anAnsweredCall } from "../../../support/contacts.ts";

const hours = { opensAtMinute: 540, closesAtMinute: 1020, specialDays: [] };
const calendar = createCalendar(hours);
const targets = { answerRate: 0.9, handlingSeconds: [600, 900] } as const;

function suggested(contacts: Contact[], trends: CategoryTrend[] = []) {
  const calls = callsOf(contacts, calendar, 5);
  const figures = figuresOf(calls, 0);
  return suggestionsOf({ targets, figures, hours: figuresByHour(hours, calls, new Map()), trends });
}

function trend(cases: number, allCases: number, earlier: number, allEarlier: number): CategoryTrend {
  const before = { cases: earlier, allCases: allEarlier, share: earlier / allEarlier };
  const counts = { calls: cases, written: 0, handedOver: 0, cases, allCases, share: cases / allCases };
  return { month: "2024-12", code: "C04", name: "歩数の計測・反映", ...counts, before };
}

const longCall = { interactionSeconds: 600, holdSeconds: 0, afterContactWorkSeconds: 0 };

describe("what the figures suggest", () => {
  test("an answer rate below its target, a handling time outside its band, and the busiest hour", () => {
    // 2 of 3 answered: 66.7 %. Handling 390 s each: 6.5 minutes. At ten o'clock two of the three calls, one answered.
    const calls = [
      anAnsweredCall("1", "2024-12-02T10:00"),
      anAbandonedCall("2", "2024-12-02T10:30", 60),
      anAnsweredCall("3", "2024-12-02T15:00"),
    ];
    expect(suggested(calls)).toEqual([
      { theme: "受電率", issue: "受電率が66.7％（応答2÷受電3）で、目標の90.0％を下回った。" },
      {
        theme: "平均対応時間",
        issue: "平均対応時間が6.5分（780秒÷応答2）で、目安の10.0～15.0分に対し範囲より短い。",
      },
      {
        theme: "時間帯",
        issue: "受電が最も多い時間帯は10:00～10:59の2件（全体の66.7％）で、受電率は50.0％（応答1）。",
      },
    ]);
  });

  test("nothing but the busiest hour where the targets are met; of equal hours the earliest", () => {
    const met = [
      anAnsweredCall("1", "2024-12-02T16:00", longCall),
      anAnsweredCall("2", "2024-12-02T09:00", longCall),
    ];
    expect(suggested(met).map(({ theme, issue }) => [theme, issue.slice(0, 24)])).toEqual([
      ["時間帯", "受電が最も多い時間帯は09:00～09:59の1"],
    ]);
  });

  test.each([
    // 6 of 40 are 15 %, 5 of 50 were 10 %: exactly 5 points.
    [trend(6, 40, 5, 50), 1],
    [trend(6, 41, 5, 50), 0],
    // 4 of 20 are 20 % after 10 %, but four cases are few.
    [trend(4, 20, 5, 50), 0],
    [{ ...trend(9, 9, 1, 9), before: undefined }, 0],
  ])("a category that rose by five points and has five cases (%#)", (one, count) => {
    expect(suggested([], [one])).toHaveLength(count);
  });

  test("a rise says both shares with what they are made from", () => {
    expect(suggested([], [trend(6, 40, 5, 50)])).toEqual([
      {
        theme: "相談内容の傾向",
        issue:
          "2024-12の「歩数の計測・反映」の構成比が15.0％（6÷40件）で、前月の10.0％（5÷50件）から5.0ポイント増えた。",
      },
    ]);
  });

  test("nothing at all in an empty month", () => {
    expect(suggested([])).toEqual([]);
  });
});
