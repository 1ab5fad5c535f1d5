import { describe, expect, test } from "vitest";
import { holidaysByLaw, supportedYears } from "../../../domain/calendar/holiday-law.ts";
import { dateOfDay, dayNumberOf, weekdayName } from "../../../domain/japan-time.ts";
import { officialList } from "./official-list.ts";

function lawOf(year: number): (readonly [string, string])[] {
  return [...holidaysByLaw(year)].sort(([a], [b]) => a - b).map(([day, name]) => [dateOfDay(day), name]);
}

describe("the law against the Cabinet Office's list", () => {
  const years = [...new Set(officialList.map(([date]) => Number(date.slice(0, 4))))];

  test("the list has the 73 years and 1,067 rows that were published on 2 February 2026, or more", () => {
    expect(years[0]).toBe(1955);
    expect(years.length).toBeGreaterThanOrEqual(73);
    expect(officialList.length).toBeGreaterThanOrEqual(1067);
    expect(officialList.filter(([date]) => date < "2028")).toHaveLength(1067);
  });

  test.each(years)("the law gives every holiday of %i and no other", (year) => {
    const listed = officialList.filter(([date]) => date.startsWith(`${year}-`)).map(([date]) => date);
    expect(lawOf(year).map(([date]) => date)).toEqual(listed);
  });

  test("named days bear the list's names, but for the one that it writes with two", () => {
    const byLaw = new Map(years.flatMap(lawOf));
    const named = officialList.filter(([, name]) => !name.startsWith("休日"));
    const different = named.filter(([date, name]) => byLaw.get(date) !== name);
    expect(named.length).toBeGreaterThanOrEqual(1067 - 116 - 2);
    expect(different).toEqual([["2019-10-14", "体育の日（スポーツの日）"]]);
    expect(byLaw.get("2019-10-14")).toBe("体育の日");
  });

  test("the 116 rows that the list calls only 休日 are substitutes or lie between two named days", () => {
    const byLaw = new Map(years.flatMap(lawOf));
    const unnamed = officialList.filter(([date, name]) => name === "休日" && date < "2028");
    expect(unnamed).toHaveLength(116);
    for (const [date] of unnamed) expect(["振替休日", "国民の休日"]).toContain(byLaw.get(date));
  });
});

describe("substitutes and days between, by the text of article 3", () => {
  test.each([
    // Before 12 April 1973 a named day on a Sunday was lost: 11 February 1973 was one.
    ["1973-02-12", undefined],
    ["1973-04-30", "振替休日"],
    // 3 May 1987 was a Sunday; only the next day could be its substitute.
    ["1987-05-04", "振替休日"],
    // 4 May 1986 was a Sunday, which then was no holiday between two named days; 1988 was a Wednesday.
    ["1985-05-04", undefined],
    ["1986-05-04", undefined],
    ["1988-05-04", "国民の休日"],
    ["1992-05-04", "振替休日"],
    ["2003-05-04", undefined],
    // Since 2007 the substitute jumps over named days: Tuesday and Wednesday, 6 May.
    ["2008-05-06", "振替休日"],
    ["2009-05-06", "振替休日"],
    ["2009-09-22", "国民の休日"],
    ["2015-09-22", "国民の休日"],
    ["2019-04-30", "国民の休日"],
    ["2019-05-01", "天皇の即位の日"],
    ["2019-05-02", "国民の休日"],
    ["2019-05-06", "振替休日"],
    ["2019-10-22", "即位礼正殿の儀の行われる日"],
    ["2019-12-23", undefined],
    ["2020-07-23", "海の日"],
    ["2020-07-24", "スポーツの日"],
    ["2020-08-10", "山の日"],
    ["2020-10-12", undefined],
    ["2021-08-08", "山の日"],
    ["2021-08-09", "振替休日"],
    ["2021-08-11", undefined],
    // A named day on a Saturday has no substitute.
    ["2024-05-06", "振替休日"],
    ["2024-11-25", undefined],
    ["2025-05-06", "振替休日"],
    ["2026-05-06", "振替休日"],
  ])("%s is %s", (date, name) => {
    expect(holidaysByLaw(Number(date.slice(0, 4))).get(dayNumberOf(date))).toBe(name);
  });
});

describe("years that are not published yet", () => {
  test("2028 is as three independent libraries compute it", () => {
    expect(lawOf(2028)).toEqual([
      ["2028-01-01", "元日"],
      ["2028-01-10", "成人の日"],
      ["2028-02-11", "建国記念の日"],
      ["2028-02-23", "天皇誕生日"],
      ["2028-03-20", "春分の日"],
      ["2028-04-29", "昭和の日"],
      ["2028-05-03", "憲法記念日"],
      ["2028-05-04", "みどりの日"],
      ["2028-05-05", "こどもの日"],
      ["2028-07-17", "海の日"],
      ["2028-08-11", "山の日"],
      ["2028-09-18", "敬老の日"],
      ["2028-09-22", "秋分の日"],
      ["2028-10-09", "スポーツの日"],
      ["2028-11-03", "文化の日"],
      ["2028-11-23", "勤労感謝の日"],
    ]);
  });

  test("the days between 敬老の日 and 秋分の日 to 2050 are those of five known years", () => {
    const between: string[] = [];
    for (let year = 2022; year <= 2050; year++)
      for (const [date, name] of lawOf(year)) if (name === "国民の休日") between.push(date);
    expect(between).toEqual(["2026-09-22", "2032-09-21", "2037-09-22", "2043-09-22", "2049-09-21"]);
  });

  test("the substitutes on 6 May to 2048 are those of the known years", () => {
    const onSixthOfMay: number[] = [];
    for (let year = 2007; year <= 2048; year++)
      if (holidaysByLaw(year).get(dayNumberOf(`${year}-05-06`)) === "振替休日") onSixthOfMay.push(year);
    // Monday, Tuesday or Wednesday: 6 May is the substitute of a Sunday on the 5th, 4th or 3rd.
    expect(onSixthOfMay.filter((year) => weekdayName(`${year}-05-06`) !== "月")).toEqual([
      2008, 2009, 2014, 2015, 2020, 2025, 2026, 2031, 2036, 2037, 2042, 2043, 2048,
    ]);
  });
});

test("a year outside 1955 to 2099 is refused, and the ends are answered", () => {
  expect(supportedYears).toEqual({ first: 1955, last: 2099 });
  expect(lawOf(1955)).toHaveLength(9);
  expect(lawOf(2099).length).toBeGreaterThanOrEqual(16);
  for (const year of [1954, 2100, Number.NaN])
    expect(() => holidaysByLaw(year)).toThrow(
      new RangeError(`Holidays are known for the years 1955 to 2099, not for ${year}.`),
    );
});
