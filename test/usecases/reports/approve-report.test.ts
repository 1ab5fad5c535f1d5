import { describe, expect, test } from "vitest";
import { approveReport } from "../../../usecases/reports/approve-report.ts";
import { approvedReports, fetchReport } from "../../../usecases/reports/approved-reports.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import type { Mail } from "../../../usecases/ports/mails.ts";
import { anAnsweredCall } from "../../support/contacts.ts";
import {
  aReportingDesk,
  keepRecords,
  published,
  type ReportingDesk,
  setClock,
} from "../../support/reports.ts";

const july = "monthly/2024-07";
const order = { report: july, staff: "sv01", role: "supervisor" } as const;

async function aPublishedJuly(now?: string): Promise<ReportingDesk> {
  const desk = aReportingDesk(now);
  await keepRecords(desk, anAnsweredCall("c-1", "2024-07-16T10:00"));
  await published(desk, "2024-07");
  return desk;
}

const happened = async (desk: ReportingDesk) =>
  (await desk.reportLog.of(desk.programme.id, july)).map(({ what, revision }) => `${what} ${revision}`);

describe("a published report", () => {
  test("is a draft that the customer does not see, until a supervisor approves it", async () => {
    const desk = await aPublishedJuly();
    expect(await approvedReports(desk)()).toEqual([]);
    expect(desk.mailer.sent).toEqual([]);
    const approved = await approveReport(desk)(order);
    expect(approved).toMatchObject({
      ok: true,
      value: { approval: { report: july, revision: 1, by: "SV01" }, delivery: "delivered" },
    });
    const [seen, ...others] = await approvedReports(desk)();
    expect(seen).toMatchObject({ manifest: { report: july, revision: 1 }, approvedAt: desk.now });
    expect(seen).not.toHaveProperty("replaces");
    expect(others).toEqual([]);
  });

  test.each([
    [{ role: "operator" }, "Only a supervisor approves reports: sv01 is an operator."],
    [{ role: "leader" }, "Only a supervisor approves reports: sv01 is a leader."],
    [{ staff: "埼玉花子" }, "is not a staff code"],
    [{ report: "monthly/2024-08" }, "There is no report monthly/2024-08: publish it first."],
    [{ revision: 2 }, "The latest revision of monthly/2024-07 is 1, not 2"],
  ] as const)("is not approved with %j", async (wrong, problem) => {
    const desk = await aPublishedJuly();
    const approved = await approveReport(desk)({ ...order, ...wrong });
    expect(approved).toEqual({ ok: false, problem: expect.stringContaining(problem) });
    expect(await happened(desk)).toEqual(["built 1"]);
    expect(desk.mailer.sent).toEqual([]);
  });

  test("is approved from the moment the desk closes on its last day, for the completion report is due that evening", async () => {
    const desk = await aPublishedJuly("2024-07-31T17:00");
    expect(await approveReport(desk)(order)).toMatchObject({ ok: true });
  });

  test("of a month that is not over is a try, and is not approved", async () => {
    const desk = await aPublishedJuly("2024-07-31T16:59");
    expect(await approveReport(desk)(order)).toMatchObject({
      ok: false,
      problem: expect.stringContaining("2024-07-31 17:00"),
    });
    setClock(desk, "2024-08-01T00:00");
    expect(await approveReport(desk)(order)).toMatchObject({ ok: true });
  });

  test("with a file that is not what its manifest says is not approved", async () => {
    const desk = await aPublishedJuly();
    type Where = Parameters<typeof desk.reports.read>;
    const reports = {
      ...desk.reports,
      read: async (...where: Where) =>
        where[3] === "03_応対一覧.csv" ? new Uint8Array() : desk.reports.read(...where),
    };
    const approved = await approveReport({ ...desk, reports })(order);
    expect(approved).toMatchObject({
      ok: false,
      problem: expect.stringContaining("is not whole: 03_応対一覧.csv"),
    });
    expect(await happened(desk)).toEqual(["built 1"]);
  });
});

describe("the mail about an approved report", () => {
  test("goes once to each address, says where to sign in, and nothing of what the report says", async () => {
    const desk = await aPublishedJuly();
    await approveReport(desk)(order);
    await approveReport(desk)(order);
    expect(desk.mailer.sent.map(({ to }) => to)).toEqual(["one@example.jp", "two@example.jp"]);
    for (const mail of desk.mailer.sent) {
      expect(mail.from).toBe("kobaton-alkoo@example.jp");
      expect(mail.subject).toBe("【コバトンALKOOマイレージ】定例報告（令和6年7月分）をご確認ください");
      expect(mail.text).toContain("https://desk.example.jp/");
      expect(mail.html).toContain('<a href="https://desk.example.jp/">');
      expect(mail.text).toContain("第1版");
      expect(mail.text).not.toMatch(/差し替え|受電|応答|OP01|SV01|http:|件|％/);
      expect(Object.keys(mail).sort()).toEqual(["from", "html", "subject", "text", "to"]);
    }
  });

  test("of a later revision says which one it replaces; each revision needs its own approval", async () => {
    const desk = await aPublishedJuly();
    await approveReport(desk)(order);
    await keepRecords(desk, anAnsweredCall("late", "2024-07-16T12:00"));
    await published(desk, "2024-07");
    expect((await approvedReports(desk)()).map(({ manifest }) => manifest.revision)).toEqual([1]);
    await approveReport(desk)(order);
    expect(await approvedReports(desk)()).toMatchObject([
      { manifest: { revision: 1 }, replacedBy: 2 },
      { manifest: { revision: 2 }, replaces: 1 },
    ]);
    expect(desk.mailer.sent).toHaveLength(4);
    expect(desk.mailer.sent.at(-1)?.text).toContain("第1版を差し替えるものです");
  });

  test("skips a draft that nobody approved: the third revision replaces the first", async () => {
    const desk = await aPublishedJuly();
    await approveReport(desk)(order);
    for (const id of ["late-1", "late-2"]) {
      await keepRecords(desk, anAnsweredCall(id, "2024-07-16T12:00"));
      await published(desk, "2024-07");
    }
    await approveReport(desk)({ ...order, revision: 3 });
    expect(desk.mailer.sent.at(-1)?.text).toMatch(/第3版.*\n第1版を差し替える/);
  });

  test("that one address does not take goes to the other; the approval stands, and again means only what is missing", async () => {
    const desk = await aPublishedJuly();
    const half = {
      send: async (mail: Mail) =>
        mail.to === "one@example.jp"
          ? Promise.reject(new Unavailable("SES did not take a mail."))
          : desk.mailer.send(mail),
    };
    await expect(approveReport({ ...desk, mailer: half })(order)).rejects.toBeInstanceOf(Unavailable);
    expect(desk.mailer.sent.map(({ to }) => to)).toEqual(["two@example.jp"]);
    expect(await approvedReports(desk)()).toHaveLength(1);
    expect(await approveReport(desk)({ ...order, staff: "SV02" })).toMatchObject({
      value: { approval: { by: "SV01" }, delivery: "delivered" },
    });
    expect(desk.mailer.sent.map(({ to }) => to)).toEqual(["two@example.jp", "one@example.jp"]);
  });

  test("goes once although two approve at the same moment", async () => {
    const desk = await aPublishedJuly();
    await Promise.all([approveReport(desk)(order), approveReport(desk)({ ...order, staff: "SV02" })]);
    expect(desk.mailer.sent.map(({ to }) => to).sort()).toEqual(["one@example.jp", "two@example.jp"]);
    expect((await happened(desk)).filter((entry) => entry === "approved 1")).toHaveLength(1);
  });
});

describe("a file of a report", () => {
  test("is handed out once its revision is approved, and who took it is written down", async () => {
    const desk = await aPublishedJuly();
    const wanted = { report: july, revision: 1, file: "01_実績.csv", by: "PREF01" };
    expect(await fetchReport(desk)(wanted)).toMatchObject({ ok: false });
    await approveReport(desk)(order);
    expect(await fetchReport(desk)({ ...wanted, file: "other.csv" })).toMatchObject({ ok: false });
    expect((await happened(desk)).some((entry) => entry.startsWith("fetched"))).toBe(false);
    const fetched = await fetchReport(desk)(wanted);
    expect(fetched.ok && new TextDecoder().decode(fetched.value)).toContain("2024-07-16");
    expect(await desk.reportLog.of(desk.programme.id, july)).toContainEqual(
      expect.objectContaining({ what: "fetched", by: "PREF01", file: "01_実績.csv", at: desk.now }),
    );
  });
});
