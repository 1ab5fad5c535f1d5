import { describe, expect, test } from "vitest";
import { readTime } from "../../../domain/import/written-time.ts";

/** Instants in UTC, as Date.UTC gives them; Japan is nine hours ahead. */
const nine = 540;

describe("a time that people wrote is read", () => {
  test.each([
    ["2024/6/5", Date.UTC(2024, 5, 5, 0, 0)],
    ["2024-06-05", Date.UTC(2024, 5, 5, 0, 0)],
    ["２０２４／６／５", Date.UTC(2024, 5, 5, 0, 0)],
    ["2024年6月5日", Date.UTC(2024, 5, 5, 0, 0)],
    ["2024年6月5日（水）", Date.UTC(2024, 5, 5, 0, 0)],
    ["2024.6.5", Date.UTC(2024, 5, 5, 0, 0)],
    ["令和6年6月5日", Date.UTC(2024, 5, 5, 0, 0)],
    ["令和元年12月2日", Date.UTC(2019, 11, 2, 0, 0)],
    ["R6.6.5", Date.UTC(2024, 5, 5, 0, 0)],
    ["平成31年4月1日", Date.UTC(2019, 3, 1, 0, 0)],
    ["2024/6/5 10:30", Date.UTC(2024, 5, 5, 1, 30)],
    ["2024/06/05 10:30:45", Date.UTC(2024, 5, 5, 1, 30, 45)],
    ["2024年6月5日(水) 10時30分", Date.UTC(2024, 5, 5, 1, 30)],
    ["2024年6月5日 10時", Date.UTC(2024, 5, 5, 1, 0)],
    ["2024-06-05T10:30", Date.UTC(2024, 5, 5, 1, 30)],
    ["2024-06-05T01:30:00Z", Date.UTC(2024, 5, 5, 1, 30)],
    ["2024-06-05T10:30:00.000+09:00", Date.UTC(2024, 5, 5, 1, 30)],
  ])("%s", (text, instant) => {
    expect(readTime(text, nine)).toEqual({ ok: true, value: instant });
  });
});

describe("a time that nobody can mean is refused with what to do", () => {
  test.each([
    ["", "読めません"],
    ["昨日", "読めません"],
    ["24/6/5", "読めません"],
    ["2024/6", "読めません"],
    ["45448", "読めません"],
    ["2024/6/5 10:30 頃", "読めません"],
    ["2024/2/30", "2024年2月30日という日付はありません"],
    ["2024/13/1", "2024年13月1日という日付はありません"],
    ["2024-02-30T10:00", "2024年02月30日という日付はありません"],
    ["2024/6/5 24:00", "時刻"],
    ["2024/6/5 10:60", "時刻"],
    ["2024/6/5 10:30:61", "時刻"],
  ])("%s", (text, sentence) => {
    expect(readTime(text, nine)).toEqual({ ok: false, problem: expect.stringContaining(sentence) });
  });
});
