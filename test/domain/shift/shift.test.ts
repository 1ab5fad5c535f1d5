import { describe, expect, test } from "vitest";
import type { Roster } from "../../../domain/roster.ts";
import { checkedNote, checkedShift, gapsOf, type Shift } from "../../../domain/shift/shift.ts";
import { problemIn, valueOf } from "../../support/desk-work.ts";

const roster: Roster = [
  { userName: "op01", role: "operator" },
  { userName: "LD-01", role: "leader" },
  { userName: "sv01", role: "supervisor" },
];
const date = "2024-07-16";
const hours = { opensAtMinute: 540, closesAtMinute: 1020 };
const shift = (fromMinute: number, toMinute: number, ...staff: string[]): Shift => ({
  date,
  fromMinute,
  toMinute,
  staff,
  by: "SV01",
});

describe("a shift's people", () => {
  test("are enough where a leader and a supervisor are there throughout, however their codes are written", () => {
    expect(gapsOf(date, [shift(540, 1020, "OP01", "LD01", "SV01")], roster, hours)).toEqual([]);
    expect(
      gapsOf(
        date,
        [shift(500, 780, "LD01"), shift(780, 1100, "ld-01"), shift(540, 1020, "SV01")],
        roster,
        hours,
      ),
    ).toEqual([]);
  });

  test("lack a leader or a supervisor for exactly as long as one is not there", () => {
    const planned = [shift(540, 720, "LD01", "SV01"), shift(720, 900, "SV01"), shift(960, 1020, "LD01")];
    expect(gapsOf(date, planned, roster, hours)).toEqual([
      { date, fromMinute: 720, toMinute: 900, missing: ["leader"] },
      { date, fromMinute: 900, toMinute: 960, missing: ["leader", "supervisor"] },
      { date, fromMinute: 960, toMinute: 1020, missing: ["supervisor"] },
    ]);
  });

  test("are nobody on a day that nobody planned, or with codes that the roster does not know", () => {
    const whole = [{ date, fromMinute: 540, toMinute: 1020, missing: ["leader", "supervisor"] }];
    expect(gapsOf(date, [], roster, hours)).toEqual(whole);
    expect(gapsOf(date, [shift(540, 1020, "XX99")], roster, hours)).toEqual(whole);
    expect(
      gapsOf(date, [{ ...shift(540, 1020, "LD01", "SV01"), date: "2024-07-17" }], roster, hours),
    ).toEqual(whole);
  });

  test("agree with a count minute by minute", () => {
    const planned = [
      shift(555, 700, "LD01"),
      shift(600, 800, "SV01", "OP01"),
      shift(690, 1000, "LD01", "SV01"),
    ];
    const gaps = gapsOf(date, planned, roster, hours);
    for (let minute = 540; minute < 1020; minute++) {
      const there = planned
        .filter((one) => one.fromMinute <= minute && minute < one.toMinute)
        .flatMap((one) => one.staff);
      const missing = [
        ...(there.includes("LD01") ? [] : ["leader"]),
        ...(there.includes("SV01") ? [] : ["supervisor"]),
      ];
      const said = gaps.find((gap) => gap.fromMinute <= minute && minute < gap.toMinute)?.missing ?? [];
      expect({ minute, missing: said }).toEqual({ minute, missing });
    }
    expect(gaps.length).toBeGreaterThan(2);
  });
});

describe("a shift", () => {
  test("is kept with each code once and in capitals", () => {
    expect(valueOf(checkedShift(shift(540, 1020, "op01", "OP01", "sv01"))).staff).toEqual(["OP01", "SV01"]);
  });

  test.each([
    ["that ends before it begins", shift(600, 600), "終わりより前"],
    ["with half a minute", shift(540.5, 600), "終わりより前"],
    ["with a name", shift(540, 600, "山田"), "職員コードではありません"],
    ["on no date", { ...shift(540, 600), date: "2024-02-30" }, "does not exist"],
  ])("%s is refused", (_what, wrong, words) => {
    expect(problemIn(checkedShift(wrong))).toContain(words);
  });

  test("is told of in a note with words", () => {
    expect(problemIn(checkedNote({ at: 1, by: "OP01", text: " " }))).toContain("申し送り");
  });
});
