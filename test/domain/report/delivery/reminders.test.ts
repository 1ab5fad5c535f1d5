import { describe, expect, test } from "vitest";
import { createCalendar } from "../../../../domain/calendar/business-calendar.ts";
import { remindersOf } from "../../../../domain/report/delivery/reminders.ts";
import type { ReportEntry } from "../../../../domain/report/delivery/report-log.ts";
import { kobatonAlkoo } from "../../../../programmes/kobaton-alkoo/programme.ts";
import { at } from "../../../support/contacts.ts";

const calendar = createCalendar(kobatonAlkoo.hours);
const july = "monthly/2024-07";
const about = (time: string, revision = 1, report = july) => ({ report, revision, at: at(time) });
const built = (time: string, revision = 1, report = july): ReportEntry => ({
  ...about(time, revision, report),
  what: "built",
});
const approved = (time: string, revision = 1): ReportEntry => ({
  ...about(time, revision),
  what: "approved",
  by: "SV01",
  to: [],
});
const fetched: ReportEntry = { ...about("2024-08-12T09:00"), what: "fetched", by: "PREF01", file: "x" };
const remindedOf = (now: string, entries: readonly ReportEntry[], programme = kobatonAlkoo) =>
  remindersOf(programme, calendar, entries, at(now)).filter(({ report }) => report === july);

describe("a report that nobody approved", () => {
  // Agreed: 10 August 2024, a Saturday. The three operating days before it are Wednesday 7 to Friday 9 August.
  test.each([
    ["2024-08-06T08:30", false],
    ["2024-08-07T08:30", true],
    ["2024-08-09T08:30", true],
    ["2024-08-10T08:30", false],
    // Monday 12 August is the substitute for Mountain Day.
    ["2024-08-12T08:30", false],
    ["2024-08-13T08:30", true],
  ])(
    "is asked for from the third operating day before the agreed date on, on operating days: at %s %s",
    (now, isAsked) => {
      const expected = isAsked ? [{ report: july, revision: 1, about: "approval", due: "2024-08-10" }] : [];
      expect(remindedOf(now, [built("2024-08-01T06:00")])).toEqual(expected);
    },
  );

  test("and was not even built is asked for too, as revision 0; of several drafts the latest", () => {
    expect(remindedOf("2024-08-07T08:30", [])).toMatchObject([{ revision: 0, about: "approval" }]);
    const drafts = [built("2024-08-02T06:00", 2), built("2024-08-01T06:00")];
    expect(remindedOf("2024-08-07T08:30", drafts)).toMatchObject([{ revision: 2 }]);
  });

  test("is asked for by a date of its own where one was agreed, and as early as the programme says", () => {
    const report = {
      ...kobatonAlkoo.report,
      agreedDates: { "2024-07": "2024-08-20" },
      remindOperatingDaysBefore: 1,
    };
    const other = { ...kobatonAlkoo, report };
    expect(remindedOf("2024-08-16T08:30", [built("2024-08-01T06:00")], other)).toEqual([]);
    expect(remindedOf("2024-08-19T08:30", [built("2024-08-01T06:00")], other)).toMatchObject([
      { about: "approval", due: "2024-08-20" },
    ]);
  });

  test("is not asked for before its period is over, however early the programme wants to be reminded", () => {
    const report = { ...kobatonAlkoo.report, remindOperatingDaysBefore: 60 };
    const early = { ...kobatonAlkoo, report };
    expect(remindedOf("2024-07-31T08:30", [], early)).toEqual([]);
    expect(remindedOf("2024-08-01T08:30", [], early)).toHaveLength(1);
  });

  test("of March is asked for between its cut-off and the end of March", () => {
    const of = (now: string) =>
      remindersOf(kobatonAlkoo, calendar, [], at(now)).filter(({ report }) => report === "monthly/2025-03");
    expect(of("2025-03-25T08:30")).toEqual([]);
    // Due on Monday 31 March: the three operating days before it are 26, 27 and 28 March.
    expect(of("2025-03-26T08:30")).toMatchObject([{ due: "2025-03-31" }]);
  });

  test("and has no agreed date is asked for from the day after it was built, until it is approved", () => {
    const weekly = built("2024-07-08T06:00", 1, "weekly/2024-07-01");
    const of = (now: string) => remindersOf(kobatonAlkoo, calendar, [weekly], at(now));
    expect(of("2024-07-08T08:30")).toEqual([]);
    expect(of("2024-07-09T08:30")).toEqual([{ report: "weekly/2024-07-01", revision: 1, about: "approval" }]);
  });
});

describe("a report that the customer has not fetched", () => {
  const draft = built("2024-08-01T06:00");
  test.each([
    ["2024-08-09T08:30", [draft, approved("2024-08-06T10:00")], false],
    ["2024-08-13T08:30", [draft, approved("2024-08-06T10:00")], true],
    ["2024-08-13T08:30", [draft, approved("2024-08-06T10:00"), fetched], false],
    // Approved late: not on that day.
    ["2024-08-13T11:00", [draft, approved("2024-08-13T10:00")], false],
    ["2024-08-14T08:30", [draft, approved("2024-08-13T10:00")], true],
    // The second revision replaces the one that was fetched.
    [
      "2024-08-14T08:30",
      [draft, approved("2024-08-06T10:00"), fetched, approved("2024-08-13T10:00", 2)],
      true,
    ],
  ] as const)("is told of after the agreed date: at %s %#", (now, entries, isTold) => {
    expect(remindedOf(now, entries).map(({ about }) => about)).toEqual(isTold ? ["fetching"] : []);
  });
});
