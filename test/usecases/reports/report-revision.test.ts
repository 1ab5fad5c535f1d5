import { describe, expect, test } from "vitest";
import { printedReceiptNumber } from "../../../domain/case/receipt-number.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { builtReport, keptReport, publishedReport } from "../../support/built-report.ts";
import { anAbandonedCall, anAnsweredCall } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";
import { takes } from "../../support/takes.ts";

const changes = "変更点.csv";
const july = "monthly/2024-07";

async function receiptNumbersOf(desk: ReturnType<typeof aDesk>, date: string): Promise<string[]> {
  return (await desk.cases.ofDay(kobatonAlkoo.id, date)).map(({ receiptNumber }) =>
    printedReceiptNumber(receiptNumber),
  );
}

describe("the first revision of a report", () => {
  test("has no list of changes, and neither has it built again", async () => {
    const desk = aDesk();
    await takes(desk, anAnsweredCall("c-1", "2024-07-16T10:00"));
    const first = await publishedReport(desk, july);
    expect(first.names).not.toContain(changes);
    const again = await builtReport(desk, july);
    expect(again.manifest).toEqual(first.manifest);
    for (const name of first.names) expect(again.bytes(name)).toBe(first.bytes(name));
    expect(first.names.length).toBeGreaterThan(8);
  });
});

describe("a late fact", () => {
  test("makes the second revision, which says what is different; the first stays byte for byte", async () => {
    const desk = aDesk();
    await takes(desk, anAnsweredCall("c-1", "2024-07-16T10:00"));
    const first = await publishedReport(desk, july);
    await takes(desk, anAnsweredCall("late", "2024-07-17T10:00", { interactionSeconds: 500 }));
    const second = await publishedReport(desk, july);
    expect(second.manifest.revision).toBe(2);

    const rows = second.rows(changes);
    const figures = rows.filter((row) => row["種類"] === "集計値");
    // 390 s before; then 390 + 500 + 30 + 60 = 980 s over two calls. The rate was and is 100 %, so it is not among them.
    expect(figures).toContainEqual(expect.objectContaining({ 項目: "受電数", 変更前: "1", 変更後: "2" }));
    expect(figures).toContainEqual(
      expect.objectContaining({ 項目: "平均対応時間（秒）", 変更前: "390", 変更後: "490" }),
    );
    expect(figures.map((row) => row["項目"])).not.toContain("受電率（受電応答率）（％）");
    const [late] = await receiptNumbersOf(desk, "2024-07-17");
    const ofList = rows.filter((row) => row["ファイル"] === "03_応対一覧.csv");
    expect(ofList).toEqual([
      expect.objectContaining({ 種類: "一覧の行", 項目: late, 変更: "追加" }),
      expect.objectContaining({ 種類: "ファイル", 追加行数: "1", 削除行数: "0", 変更行数: "0" }),
    ]);
    // Two rows of the results are otherwise, those of the 17th and of the total; they have no names.
    expect(rows.filter((row) => row["ファイル"] === "01_実績.csv")).toEqual([
      expect.objectContaining({ 種類: "ファイル", 追加行数: "2", 削除行数: "2" }),
    ]);
    const listed = second.manifest.files.find(({ name }) => name === changes);
    expect(listed).toMatchObject({ rows: rows.length });
    expect(desk.sha256(Buffer.from(second.bytes(changes), "latin1"))).toBe(listed?.sha256);

    const kept = await keptReport(desk, first.manifest);
    for (const name of first.names) expect(kept.bytes(name)).toBe(first.bytes(name));
  });

  test("counts once: with the same facts there is no third revision, however often, and the list of changes stays", async () => {
    const desk = aDesk();
    await takes(desk, anAnsweredCall("c-1", "2024-07-16T10:00"));
    await publishedReport(desk, july);
    await takes(desk, anAbandonedCall("late", "2024-07-16T12:00", 20));
    const second = await publishedReport(desk, july);
    for (let time = 0; time < 3; time++) {
      const again = await publishedReport(desk, july);
      expect(again.manifest).toEqual(second.manifest);
    }
    expect(await desk.reports.all(kobatonAlkoo.id)).toHaveLength(2);
    const built = await builtReport(desk, july);
    expect(built.manifest).toEqual(second.manifest);
    expect(built.names).toEqual(second.names);
    for (const name of second.names) expect(built.bytes(name)).toBe(second.bytes(name));
  });

  test("to the third revision is told in relation to the second", async () => {
    const desk = aDesk();
    for (const [name, day] of [
      ["one", "16"],
      ["two", "17"],
      ["three", "18"],
    ] as const) {
      await takes(desk, anAnsweredCall(name, `2024-07-${day}T10:00`));
      await publishedReport(desk, july);
    }
    const third = await builtReport(desk, july);
    expect(third.manifest.revision).toBe(3);
    expect(third.rows(changes)).toContainEqual(
      expect.objectContaining({ 項目: "受電数", 変更前: "2", 変更後: "3" }),
    );
    const named = third.rows(changes).filter((row) => row["種類"] === "一覧の行");
    expect(named.map((row) => row["項目"])).toEqual(await receiptNumbersOf(desk, "2024-07-18"));
  });
});

describe("a list of several days", () => {
  test("is compared day by day: a changed line, days that only one of the two has", async () => {
    const desk = aDesk();
    await takes(
      desk,
      anAnsweredCall("second", "2024-07-02T10:00"),
      anAnsweredCall("tenth", "2024-07-10T10:00", { interactionSeconds: 10 }),
      anAnsweredCall("last", "2024-07-31T10:00"),
    );
    await publishedReport(desk, july);
    const [tenth] = await desk.cases.ofDay(kobatonAlkoo.id, "2024-07-10");
    if (!tenth) throw new Error("there is no case of the tenth");
    await desk.cases.update({ ...tenth, status: "closed", version: tenth.version + 1 });
    await takes(
      desk,
      anAnsweredCall("first", "2024-07-01T10:00"),
      anAnsweredCall("thirtieth", "2024-07-30T10:00"),
    );
    const { rows } = await publishedReport(desk, july);
    const named = rows(changes).filter((row) => row["種類"] === "一覧の行");
    expect(named.map((row) => [row["項目"], row["変更"]])).toEqual([
      [(await receiptNumbersOf(desk, "2024-07-01"))[0], "追加"],
      [printedReceiptNumber(tenth.receiptNumber), "変更"],
      [(await receiptNumbersOf(desk, "2024-07-30"))[0], "追加"],
    ]);
    expect(rows(changes)).toContainEqual(
      expect.objectContaining({
        ファイル: "03_応対一覧.csv",
        種類: "ファイル",
        追加行数: "2",
        削除行数: "0",
        変更行数: "1",
      }),
    );
  });
});
