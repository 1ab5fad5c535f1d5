import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  differenceInWords,
  holidayDifferences,
  readWholeList,
} from "../../../domain/calendar/published-holidays.ts";
import { changedList, officialFile, officialList } from "./official-list.ts";

const official = officialList.map(([date, name]) => ({ date, name }));

function problemOf(bytes: Uint8Array): string {
  const list = readWholeList(bytes, 2027);
  return list.ok ? "accepted" : list.problem;
}

describe("the list as it is fetched", () => {
  test("is read whole, as the office publishes it", () => {
    expect(official.length).toBeGreaterThanOrEqual(1067);
    expect(readWholeList(readFileSync(officialFile), 2027)).toEqual({ ok: true, value: official });
  });

  test.each<[string, Uint8Array, string]>([
    ["a page of HTML", new TextEncoder().encode("<!DOCTYPE html><html>"), "Line 1 must be"],
    ["nothing", new Uint8Array(), "Line 1 must be"],
    [
      "cut off within a row",
      readFileSync(officialFile).subarray(0, -12),
      "The list ends within a line: it is cut off.",
    ],
    [
      "cut off between two rows",
      changedList((text) => text.slice(0, text.indexOf("2027/7/19"))),
      "The list ends with 2027-05-05, before 23 November 2027 or later: it is cut off.",
    ],
    [
      "cut off a year ago",
      changedList((text) => text.slice(0, text.indexOf("2027/1/1,"))),
      "The list ends with 2026-11-23, before",
    ],
    [
      "without its first years",
      changedList((text) => text.replace(/1955\/.*\r\n/g, "")),
      "The list begins with 1956-01-01, and not in 1955",
    ],
    ["of other columns", changedList((text) => text.replace("2027/1/1,", "2027/1/1,x,")), "is not a row"],
  ])("is refused when it is %s", (_, bytes, problem) => {
    expect(problemOf(bytes)).toContain(problem);
  });
});

describe("the published list and our holidays", () => {
  test("do not differ on any date since 1955", () => {
    expect(holidayDifferences(official)).toEqual([]);
  });

  test("differ where the list has a day that we do not have, has none of ours, or calls it something else", () => {
    const changed = official
      .filter(({ date }) => date !== "2027-07-19")
      .map((row) => (row.date === "2027-08-11" ? { ...row, name: "川の日" } : row));
    changed.splice(
      changed.findIndex(({ date }) => date > "2027-06-01"),
      0,
      { date: "2027-06-10", name: "休日" },
    );
    expect(holidayDifferences(changed).map(differenceInWords)).toEqual([
      "2027-06-10: 休日 in the list, no holiday here",
      "2027-07-19: no holiday in the list, 海の日 here",
      "2027-08-11: 川の日 in the list, 山の日 here",
    ]);
  });

  test("are compared for a year that we only compute until it is published", () => {
    // 2028 by the law and the equinox formula: reference table of three libraries, which agree (2028 has no substitute).
    const dates = [
      ["01-01", "元日"],
      ["01-10", "成人の日"],
      ["02-11", "建国記念の日"],
      ["02-23", "天皇誕生日"],
      ["03-20", "春分の日"],
      ["04-29", "昭和の日"],
      ["05-03", "憲法記念日"],
      ["05-04", "みどりの日"],
      ["05-05", "こどもの日"],
      ["07-17", "海の日"],
      ["08-11", "山の日"],
      ["09-18", "敬老の日"],
      ["09-22", "秋分の日"],
      ["10-09", "スポーツの日"],
      ["11-03", "文化の日"],
      ["11-23", "勤労感謝の日"],
    ].map(([day, name = ""]) => ({ date: `2028-${day}`, name }));
    expect(holidayDifferences([...official, ...dates])).toEqual([]);
    const moved = dates.map((row) => (row.date === "2028-03-20" ? { ...row, date: "2028-03-21" } : row));
    expect(holidayDifferences([...official, ...moved]).map(({ date }) => date)).toEqual([
      "2028-03-20",
      "2028-03-21",
    ]);
  });

  test("say nothing of years that this service does not answer for", () => {
    expect(holidayDifferences([{ date: "2100-01-01", name: "元日" }])).toEqual([]);
  });
});
