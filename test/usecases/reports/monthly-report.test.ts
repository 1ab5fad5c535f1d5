import { describe, expect, test } from "vitest";
import { monthlyPlan } from "../../../domain/report/plan/report-plan.ts";
import { publishReport } from "../../../usecases/reports/publish-report.ts";
import { submitWebForm } from "../../../usecases/inquiries/submit-web-form.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { builtReport } from "../../support/built-report.ts";
import { anAbandonedCall, anAnsweredCall, at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";
import { textOfPdf } from "../../support/pdf.ts";
import { takes } from "../../support/takes.ts";

function planOf(month: string) {
  const plan = monthlyPlan(kobatonAlkoo, month);
  if (!plan.ok) throw new Error(plan.problem);
  return plan.value;
}

describe("a month's report", () => {
  test("lists calls and written inquiries, and its files agree with the manifest", async () => {
    const desk = aDesk("2024-07-17T11:00");
    await takes(
      desk,
      anAnsweredCall("c-1", "2024-07-16T10:00"),
      anAnsweredCall("c-2", "2024-07-31T16:59:59"),
      anAnsweredCall("june", "2024-06-28T10:00"),
      anAnsweredCall("august", "2024-08-01T09:00"),
      anAbandonedCall("c-3", "2024-07-16T11:00", 61),
    );
    await submitWebForm(desk)({
      submissionId: "6f1c1f0e-0000-4000-8000-000000000001",
      language: "ja",
      pictures: [],
      category: "C04",
      content: "埼玉花子です。電話は090-1234-5678です。",
      attributes: { ageBand: "60代" },
      replyTo: { by: "mail", mail: "hanako@example.jp", name: "埼玉花子" },
    });
    const { manifest, rows, names, file } = await builtReport(desk, "monthly/2024-07");

    expect(manifest.figures).toMatchObject({
      offered: 3,
      answered: 2,
      abandoned: 1,
      webForms: 1,
      answerRate: 2 / 3,
    });
    const results = rows("01_実績.csv");
    expect(results.filter((row) => row["日付"] !== "合計")).toHaveLength(22);
    expect(results.at(-1)).toMatchObject({ 日付: "合計", 受電数: "3", 応答数: "2", "受電率（％）": "66.7" });
    const sum = (column: string) =>
      results.slice(0, -1).reduce((total, row) => total + Number(row[column]), 0);
    for (const column of ["受電数", "応答数", "放棄数", "WEBフォーム受付数", "対応時間の合計（秒）"])
      expect(sum(column)).toBe(Number(results.at(-1)?.[column]));

    const inquiries = rows("03_応対一覧.csv");
    expect(
      inquiries.map((row) => [row["受付日時"], row["受付方法"], row["対応時間（秒）"], row["担当者"]]),
    ).toEqual([
      ["2024-07-16 10:00", "電話", "390", "OP01"],
      ["2024-07-17 11:00", "WEBフォーム", "—", "—"],
      ["2024-07-31 16:59", "電話", "390", "OP01"],
    ]);
    expect(rows("02_相談内容の傾向.csv").find((row) => row["分類コード"] === "C04")).toMatchObject({
      合計: "1",
    });

    const texts = names.filter((name) => name.endsWith(".csv")).map((name) => file(name).toString());
    const document = await textOfPdf(file(names.find((name) => name.endsWith(".pdf"))!));
    const everything = [...texts, ...document].join();
    expect(document.join()).toContain("定例報告");
    expect(everything).not.toMatch(/花子|090|hanako|8190/);
    expect(manifest.files.map(({ sha256 }) => sha256)).toEqual(names.map((name) => desk.sha256(file(name))));
  });

  test("of March ends at the cut-off of 25 March", async () => {
    const desk = aDesk();
    await takes(desk, anAnsweredCall("in", "2025-03-25T16:00"), anAnsweredCall("out", "2025-03-26T09:00"));
    const { manifest } = await builtReport(desk, "monthly/2025-03");
    expect(manifest).toMatchObject({
      period: { from: "2025-03-01", to: "2025-03-25" },
      cutOff: "2025-03-26T00:00:00+09:00",
      figures: { answered: 1 },
    });
  });

  test("without a call shows dashes, not zero percent", async () => {
    const { manifest, rows } = await builtReport(aDesk(), "monthly/2024-12");
    expect(manifest.figures.answerRate).toBeNull();
    expect(rows("01_実績.csv")).toHaveLength(21);
    expect(rows("01_実績.csv").at(-1)).toMatchObject({ "受電率（％）": "—", "平均対応時間（秒）": "—" });
  });

  test("of a month outside the contract is refused in a sentence", () => {
    expect(monthlyPlan(kobatonAlkoo, "2024-06")).toMatchObject({
      ok: false,
      problem: expect.stringContaining("2024-07 to 2025-03"),
    });
  });
});

describe("publishing", () => {
  test("the same content twice is one revision; late facts make the next, and the earlier stays", async () => {
    const desk = aDesk();
    await takes(desk, anAnsweredCall("c-1", "2024-07-16T10:00"));
    const publish = (month: string) => publishReport(desk)(planOf(month));
    expect(await publish("2024-07")).toMatchObject({ revision: 1 });
    expect(await publish("2024-07")).toMatchObject({ revision: 1 });
    await takes(desk, anAnsweredCall("late", "2024-07-16T12:00"));
    expect(await publish("2024-07")).toMatchObject({ revision: 2, figures: { answered: 2 } });
    const first = await desk.reports.read(desk.programme.id, "monthly/2024-07", 1, "03_応対一覧.csv");
    expect(new TextDecoder().decode(first).split("\r\n")).toHaveLength(3);
    expect(await desk.reports.all(desk.programme.id)).toHaveLength(2);
  });

  test("builds the same bytes from the same input", async () => {
    const desk = aDesk();
    await takes(
      desk,
      anAnsweredCall("c-1", "2024-07-16T10:00"),
      anAbandonedCall("c-2", "2024-07-17T10:00", 9),
    );
    const [one, two] = [
      await builtReport(desk, "monthly/2024-07"),
      await builtReport(desk, "monthly/2024-07"),
    ];
    expect(one.manifest).toEqual(two.manifest);
    expect(at("2024-07-16T10:00")).toBe(Date.UTC(2024, 6, 16, 1));
  });
});
