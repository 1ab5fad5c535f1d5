import { beforeAll, describe, expect, test } from "vitest";
import { backupsAreGoneBy } from "../../support/backups.ts";
import { type BuiltReport, builtReport, publishedReport } from "../../support/built-report.ts";
import {
  anAbandonedCall,
  anAnsweredCall,
  anOutboundCall,
  anUnqueuedCall,
  at,
} from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";
import { takes } from "../../support/takes.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { dev } from "../../../programmes/kobaton-alkoo/environments/dev.ts";
import { prod } from "../../../programmes/kobaton-alkoo/environments/prod.ts";
import { escalateCase } from "../../../usecases/cases/escalate-case.ts";
import { submitWebForm } from "../../../usecases/inquiries/submit-web-form.ts";

type Desk = ReturnType<typeof aDesk>;

async function writes(desk: Desk, when: string, category: string): Promise<string> {
  desk.now = at(when);
  const taken = await submitWebForm(desk)({
    submissionId: `form at ${when}`,
    language: "ja",
    pictures: [],
    category,
    content: "埼玉花子です。歩数が増えません。",
    attributes: {},
    replyTo: { by: "mail", mail: "hanako@example.jp", name: "埼玉花子" },
  });
  if (!taken.ok) throw new Error("the inquiry was not taken");
  return taken.value.receiptNumber;
}

/** What was taken on some days of July, each near a border of a week. */
async function julyDesk(): Promise<Desk> {
  const desk = aDesk();
  await takes(
    desk,
    anAnsweredCall("w1-monday", "2024-07-01T09:00"),
    anAbandonedCall("w1-friday", "2024-07-05T16:59:59", 30),
    anUnqueuedCall("w1-sunday", "2024-07-07T23:59:59", "CUSTOMER_DISCONNECT"),
    anAnsweredCall("w2-monday", "2024-07-08T09:00", { interactionSeconds: 600 }),
    anOutboundCall("w2-out", "2024-07-09T10:00"),
    anAnsweredCall("w5-wednesday", "2024-07-31T16:59:59"),
    anAnsweredCall("august", "2024-08-01T09:00"),
  );
  await writes(desk, "2024-07-07T23:59:59", "C04");
  await writes(desk, "2024-07-08T00:00", "C01");
  return desk;
}

describe("the weekly lists of July 2024", () => {
  let desk: Desk;
  const weeks = ["2024-07-01", "2024-07-08", "2024-07-15", "2024-07-22", "2024-07-29"];
  beforeAll(async () => {
    desk = await julyDesk();
  });

  test("are the list and its manifest, and nothing else", async () => {
    const { names, manifest } = await builtReport(desk, "weekly/2024-07-01");
    expect(names).toEqual(["03_応対一覧.csv"]);
    expect(manifest).toMatchObject({
      report: "weekly/2024-07-01",
      period: { from: "2024-07-01", to: "2024-07-07" },
      cutOff: "2024-07-08T00:00:00+09:00",
    });
  });

  test("have the figures of their days, counted by hand", async () => {
    // Week 1: w1-monday is answered (300 + 30 + 60 s), w1-friday gave up, on Sunday the desk is closed; one inquiry on Sunday.
    const first = (await builtReport(desk, "weekly/2024-07-01")).manifest.figures;
    expect(first).toMatchObject({
      offered: 2,
      answered: 1,
      abandoned: 1,
      arrivedClosed: 1,
      webForms: 1,
      outboundAttempts: 0,
      answerRate: 0.5,
      averageHandlingSeconds: 390,
    });
    // Week 2: w2-monday is answered (600 + 30 + 60 s), one call of ours, one inquiry at the first moment of Monday.
    const second = (await builtReport(desk, "weekly/2024-07-08")).manifest.figures;
    expect(second).toMatchObject({
      offered: 1,
      answered: 1,
      webForms: 1,
      outboundAttempts: 1,
      averageHandlingSeconds: 690,
    });
    // Week 3 has nothing: its rates are none. Week 5 has w5-wednesday, and not August.
    expect((await builtReport(desk, "weekly/2024-07-15")).manifest.figures).toMatchObject({
      offered: 0,
      answerRate: null,
    });
    expect((await builtReport(desk, "weekly/2024-07-29")).manifest.figures).toMatchObject({
      offered: 1,
      answered: 1,
    });
  });

  test("together are the month's list, line by line", async () => {
    const lists = await Promise.all(weeks.map((week) => builtReport(desk, `weekly/${week}`)));
    const lines = lists.flatMap((list) => list.rows("03_応対一覧.csv"));
    // Cases are of calls that reached an operator, and of inquiries: three and two.
    expect(lines.map((line) => line["受付日時"])).toEqual([
      "2024-07-01 09:00",
      "2024-07-07 23:59",
      "2024-07-08 00:00",
      "2024-07-08 09:00",
      "2024-07-31 16:59",
    ]);
    const month = await builtReport(desk, "monthly/2024-07");
    expect(month.rows("03_応対一覧.csv")).toEqual(lines);
    expect(month.manifest.figures.offered).toBe(
      lists.reduce((sum, { manifest }) => sum + manifest.figures.offered, 0),
    );
  });

  test("of a week are never published twice, whichever of its days is named", async () => {
    expect((await publishedReport(desk, "weekly/2024-07-22")).manifest.revision).toBe(1);
    expect((await publishedReport(desk, "weekly/2024-07-26")).manifest.revision).toBe(1);
    const kept = (await desk.reports.all(kobatonAlkoo.id)).filter(({ report }) =>
      report.startsWith("weekly/"),
    );
    expect(kept.map(({ report, revision }) => `${report} ${revision}`)).toEqual(["weekly/2024-07-22 1"]);
  });
});

/** The end of the contract, and a little of its beginning. */
async function marchDesk(): Promise<{ desk: Desk; open: string }> {
  const desk = aDesk();
  await takes(
    desk,
    anAnsweredCall("july", "2024-07-16T10:00"),
    anAbandonedCall("december", "2024-12-02T10:00", 61),
    anAnsweredCall("m-25", "2025-03-25T16:59:59", { afterContactWorkSeconds: 0 }),
    anAnsweredCall("m-26", "2025-03-26T09:00", { interactionSeconds: 570 }),
    anAbandonedCall("m-31", "2025-03-31T16:59:59", 3),
    anUnqueuedCall("m-31-closed", "2025-03-31T17:00", "CUSTOMER_DISCONNECT"),
    anAnsweredCall("april", "2025-04-01T09:00"),
  );
  await writes(desk, "2025-03-25T23:59:59", "C01");
  const open = await writes(desk, "2025-03-28T10:00", "C04");
  desk.now = at("2025-03-28T11:00");
  const question = { to: "prefecture", question: "賞品の発送日を教えてください。", staff: "OP01" };
  const asked = await escalateCase(desk)(open, question);
  if (!asked.ok) throw new Error(asked.problem);
  return { desk, open };
}

describe("the report of March 2025", () => {
  test("ends with 25 March, by whichever name", async () => {
    const { desk } = await marchDesk();
    for (const name of ["monthly/2025-03", "final"]) {
      const { manifest, rows } = await builtReport(desk, name);
      // m-25 only: 300 + 30 s and no after-call work. The inquiry of the 25th is in, that of the 28th is not.
      expect(manifest).toMatchObject({
        report: "monthly/2025-03",
        period: { from: "2025-03-01", to: "2025-03-25" },
        cutOff: "2025-03-26T00:00:00+09:00",
        figures: {
          offered: 1,
          answered: 1,
          abandoned: 0,
          arrivedClosed: 0,
          webForms: 1,
          averageHandlingSeconds: 330,
        },
      });
      expect(manifest.parts).toBeUndefined();
      expect(rows("03_応対一覧.csv").map((row) => row["受付日時"])).toEqual([
        "2025-03-25 16:59",
        "2025-03-25 23:59",
      ]);
      // Operating days of March 2025 up to the 25th: 3-7, 10-14, 17-19, 21, 24, 25; the 20th is 春分の日.
      expect(rows("01_実績.csv")).toHaveLength(5 + 5 + 3 + 1 + 2 + 1);
    }
  });
});

describe("the completion report", () => {
  let report: BuiltReport;
  let open: string;
  beforeAll(async () => {
    const made = await marchDesk();
    open = made.open;
    report = await builtReport(made.desk, "completion");
  });

  test("has the figures of the whole contract, 26 to 31 March with it", () => {
    // Answered: july 390 s, m-25 330 s, m-26 570 + 30 + 60 = 660 s: 1,380 s. Given up: december, and m-31 after 3 s.
    expect(report.manifest).toMatchObject({
      report: "completion/2025-03-31",
      period: { from: "2024-07-01", to: "2025-03-31" },
      figures: {
        offered: 5,
        answered: 3,
        abandoned: 2,
        shortAbandoned: 1,
        arrivedClosed: 1,
        webForms: 2,
        answerRate: 3 / 5,
        handlingSeconds: 1380,
        averageHandlingSeconds: 460,
      },
    });
    // 181 operating days (Cabinet Office list), and the total; nothing happened on another day.
    expect(report.rows("01_実績.csv")).toHaveLength(181 + 1);
  });

  test("shows what came after the cut-off by itself", () => {
    const parts = report.rows("01_実績_期間別.csv");
    expect(parts).toHaveLength(10 + 1);
    expect(parts[8]).toMatchObject({
      期間の初日: "2025-03-01",
      期間の末日: "2025-03-25",
      報告: "定例報告",
      受電数: "1",
    });
    // m-26 and m-31 were offered, one of them answered after 660 s; m-31-closed came at the stroke of five; one inquiry.
    expect(parts[9]).toMatchObject({
      期間の初日: "2025-03-26",
      期間の末日: "2025-03-31",
      報告: "業務完了報告書",
      受電数: "2",
      応答数: "1",
      放棄数: "1",
      うち短時間放棄数: "1",
      "受電率（％）": "50.0",
      時間外着信数: "1",
      WEBフォーム受付数: "1",
      "平均対応時間（秒）": "660.0",
    });
    expect(report.manifest.parts?.at(-1)).toMatchObject({
      from: "2025-03-26",
      to: "2025-03-31",
      reported: "completion",
      figures: { offered: 2, answered: 1, webForms: 1, averageHandlingSeconds: 660 },
    });
  });

  test("has parts that add up to the whole", () => {
    const rows = report.rows("01_実績_期間別.csv");
    const total = rows.at(-1);
    expect(total).toMatchObject({ 期間の初日: "—", 報告: "合計", 受電数: "5" });
    for (const column of [
      "受電数",
      "応答数",
      "放棄数",
      "時間外着信数",
      "架電数",
      "WEBフォーム受付数",
      "対応時間の合計（秒）",
    ])
      expect(rows.slice(0, -1).reduce((sum, row) => sum + Number(row[column]), 0)).toBe(
        Number(total?.[column]),
      );
  });

  test("hands on the open cases, without who asks", () => {
    const rows = report.rows("06_引継ぎ案件.csv");
    // Nobody has closed any: three calls that reached an operator, two inquiries.
    expect(rows).toHaveLength(5);
    expect(rows.at(-1)).toEqual({
      受付日時: "2025-03-28 10:00",
      受付番号: open.replace(/(\d{4})(?=\d)/g, "$1-"),
      受付方法: "WEBフォーム",
      相談内容分類: kobatonAlkoo.categories.find(({ code }) => code === "C04")?.name,
      相談内容: "（個人情報の確認待ち）",
      対応状況: "照会中",
      照会中の照会先: "県",
      相談者への回答期限: "—",
      最後の対応日時: "2025-03-28 11:00",
      // Friday the 28th and Monday the 31st.
      受付からの営業日数: "2",
    });
  });

  test("certifies what personal data is still to be erased, and by when", () => {
    const rows = report.rows("07_個人情報消去証明.csv");
    expect(rows.map((row) => [row["契約期間中の件数"], row["消去の期日"]])).toEqual([
      // Three answered calls, the last on 26 March; 90 days later is 24 June.
      ["3", "2025-06-24"],
      // Two inquirers who left an address, and two texts; 30 days after 31 March is 30 April.
      ["2", "2025-04-30"],
      ["2", "2025-04-30"],
      ["0", "2025-04-30"],
      // One question to the prefecture.
      ["1", "2025-04-30"],
      ["0", "2025-04-30"],
      // Nobody's number was known to this desk, and nobody waits for a call.
      ["0", "2025-04-30"],
      ["0", "2025-04-30"],
      ["—", "2025-09-04"],
    ]);
    expect(new Set(rows.map((row) => `${row["状態"]} ${row["消去日"]}`))).toEqual(new Set(["予定 —"]));
  });

  test("is a document, a workbook and tables, and none of them says who asked", () => {
    expect(report.names).toEqual(
      expect.arrayContaining(["業務完了報告書.pdf", "業務完了報告書.xlsx", "02_相談内容の傾向.csv"]),
    );
    const tables = report.names.filter((name) => name.endsWith(".csv"));
    expect(tables.length).toBeGreaterThan(8);
    for (const name of tables)
      expect(Buffer.from(report.bytes(name), "latin1").toString("utf8")).not.toMatch(/花子|hanako/);
  });
});

describe("what the certificate says of keeping", () => {
  test("is what is deployed", () => {
    const { recordingDays, backupsGoneBy } = kobatonAlkoo.retention;
    for (const environment of [dev, prod]) expect(environment.recordingsKeptDays).toBe(recordingDays);
    expect(backupsAreGoneBy(kobatonAlkoo)).toBe(backupsGoneBy);
  });
});
