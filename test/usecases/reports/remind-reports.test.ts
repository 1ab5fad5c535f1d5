import { describe, expect, test } from "vitest";
import { approveReport } from "../../../usecases/reports/approve-report.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import { remindReports } from "../../../usecases/reports/remind-reports.ts";
import { fetchReport } from "../../../usecases/reports/approved-reports.ts";
import { aReportingDesk, published, setClock } from "../../support/reports.ts";

const july = "monthly/2024-07";
const order = { report: july, staff: "SV01", role: "supervisor" } as const;
const noMail = { send: async () => Promise.reject(new Unavailable("SES did not take a mail.")) };

describe("the daily look at reports", () => {
  test("reminds the supervisors of a draft once a day, until it is approved", async () => {
    const desk = aReportingDesk("2024-08-07T08:30");
    await published(desk, "2024-07");
    const remind = remindReports(desk);
    expect(await remind()).toMatchObject({ delivered: [], reminders: [{ report: july, about: "approval" }] });
    expect(await remind()).toEqual({ delivered: [], reminders: [] });
    expect(desk.mailer.sent.map(({ to, subject }) => [to, subject])).toEqual([
      [
        "kobaton-alkoo-sv@example.jp",
        "【コバトンALKOOマイレージ】定例報告（令和6年7月分）の承認が済んでいません",
      ],
    ]);
    expect(desk.mailer.sent[0]?.text).toMatch(/第1版は、まだ承認されていません[^]*県と決めた日: 8月10日/);
    setClock(desk, "2024-08-08T08:30");
    expect((await remind()).reminders).toHaveLength(1);
    await approveReport(desk)(order);
    setClock(desk, "2024-08-09T08:30");
    expect((await remind()).reminders).toEqual([]);
  });

  test("reminds of a report that the customer has not fetched after the agreed date", async () => {
    const desk = aReportingDesk("2024-08-06T10:00");
    await published(desk, "2024-07");
    await approveReport(desk)(order);
    setClock(desk, "2024-08-13T08:30");
    expect((await remindReports(desk)()).reminders).toMatchObject([
      { report: july, revision: 1, about: "fetching" },
    ]);
    expect(desk.mailer.sent.at(-1)?.text).toContain("県がまだ受け取っていません");
    await fetchReport(desk)({ report: july, revision: 1, file: "01_実績.csv", by: "PREF01" });
    setClock(desk, "2024-08-14T08:30");
    expect((await remindReports(desk)()).reminders).toEqual([]);
  });

  test("is quiet on a day that a supervisor has closed", async () => {
    const desk = aReportingDesk("2024-08-07T08:30");
    await desk.specialDays.enter(desk.programme.id, { kind: "closing", date: "2024-08-07", reason: "停電" });
    expect(await remindReports(desk)()).toEqual({ delivered: [], reminders: [] });
  });

  test("delivers what was approved and could not be told, on any day", async () => {
    const desk = aReportingDesk("2024-08-09T18:00");
    await published(desk, "2024-07");
    await expect(approveReport({ ...desk, mailer: noMail })(order)).rejects.toBeInstanceOf(Unavailable);
    expect(desk.mailer.sent).toEqual([]);
    setClock(desk, "2024-08-10T08:30");
    expect(await remindReports(desk)()).toEqual({ delivered: [july], reminders: [] });
    expect(await remindReports(desk)()).toEqual({ delivered: [], reminders: [] });
    expect(desk.mailer.sent).toHaveLength(2);
  });

  test("fails where a mail cannot be sent, so that an alarm tells; and reminds again the next day, not the same", async () => {
    const desk = aReportingDesk("2024-08-07T08:30");
    await expect(remindReports({ ...desk, mailer: noMail })()).rejects.toThrow("1 mails about reports");
    expect((await remindReports(desk)()).reminders).toEqual([]);
    setClock(desk, "2024-08-08T08:30");
    expect((await remindReports(desk)()).reminders).toMatchObject([{ report: july, revision: 0 }]);
    expect(desk.mailer.sent[0]?.text).toContain("まだ作られていません");
  });
});
