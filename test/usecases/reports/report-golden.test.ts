import { beforeAll, describe, expect, test } from "vitest";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { type BuiltReport, builtReport } from "../../support/built-report.ts";
import { aDesk } from "../../support/desk.ts";
import { decemberDesk } from "../../support/december-2024.ts";

const onlyRow = (rows: Record<string, string>[], column: string, value: string) => {
  const found = rows.filter((row) => row[column] === value);
  expect(found).toHaveLength(1);
  return found[0] ?? {};
};

describe("the report of December 2024", () => {
  let pack: BuiltReport;
  beforeAll(async () => {
    pack = await builtReport(await decemberDesk(), "monthly/2024-12");
  });

  test("has the figures that were counted by hand", () => {
    // Offered: d-1 to d-5 and d-9. Answered: d-1, d-2, d-9. Given up: d-3 and d-4, the latter after 3 s. Call back: d-5, reached.
    // Handling 600 + 600 + 390 = 1,590 s; after-call work 30 + 30 + 60 = 120; hold 30 × 3 = 90; talk 540 + 540 + 300 = 1,380.
    expect(pack.manifest.figures).toEqual({
      offered: 6,
      answered: 3,
      abandoned: 2,
      shortAbandoned: 1,
      callbackRequested: 1,
      calledBackSameDay: 1,
      selfServed: 1,
      arrivedClosed: 1,
      outboundAttempts: 2,
      outboundConnected: 1,
      webForms: 4,
      answerRate: 3 / 6,
      answerRateWithCallbacks: 4 / 6,
      longestWaitSeconds: 90,
      handlingSeconds: 1590,
      talkSeconds: 1470,
      interactionSeconds: 1380,
      holdSeconds: 90,
      afterContactWorkSeconds: 120,
      averageHandlingSeconds: 530,
      averageTalkSeconds: 490,
      averageInteractionSeconds: 460,
      averageHoldSeconds: 30,
      averageAfterContactWorkSeconds: 40,
    });
  });

  test("has 20 operating days and the Sunday on which somebody called and wrote", () => {
    // Weekdays of December 2024: 22, the 2nd to the 31st; the 30th and 31st are closed: 20.
    const rows = pack.rows("01_実績.csv");
    expect(rows).toHaveLength(20 + 1 + 1);
    expect(onlyRow(rows, "日付", "2024-12-08")).toMatchObject({
      曜日: "日",
      受電数: "0",
      "受電率（％）": "—",
      時間外着信数: "1",
      WEBフォーム受付数: "1",
      "最長待ち（秒）": "—",
    });
    expect(onlyRow(rows, "日付", "2024-12-02")).toMatchObject({
      受電数: "4",
      応答数: "2",
      放棄数: "2",
      うち短時間放棄数: "1",
      "受電率（％）": "50.0",
      "平均対応時間（秒）": "600.0",
      "最長待ち（秒）": "61",
    });
    expect(onlyRow(rows, "日付", "2024-12-03")).toMatchObject({
      折返し希望数: "1",
      うち当日折返し数: "1",
      "受電率（％）": "0.0",
      "当日折返しを含む受電率（％）": "100.0",
      架電数: "2",
    });
  });

  test("has each hour from nine to five, and the others in which something happened", () => {
    const rows = pack.rows("01_実績_時間帯別.csv");
    expect(
      rows.map((row) => [row["時間帯"], row["受電数"], row["応答数"], row["WEBフォーム受付数"]]),
    ).toEqual([
      ["09:00～09:59", "0", "0", "0"],
      ["10:00～10:59", "3", "2", "3"],
      ["11:00～11:59", "1", "0", "0"],
      ["12:00～12:59", "0", "0", "0"],
      ["13:00～13:59", "0", "0", "0"],
      ["14:00～14:59", "0", "0", "0"],
      ["15:00～15:59", "0", "0", "0"],
      ["16:00～16:59", "2", "1", "0"],
      ["22:00～22:59", "0", "0", "1"],
      ["合計", "6", "3", "4"],
    ]);
    expect(onlyRow(rows, "時間帯", "10:00～10:59")).toMatchObject({
      "受電率（％）": "66.7",
      "最長待ち（秒）": "61",
    });
    expect(onlyRow(rows, "時間帯", "12:00～12:59")).toMatchObject({ 時間外着信数: "1", "受電率（％）": "—" });
    expect(onlyRow(rows, "時間帯", "09:00～09:59")).toMatchObject({ 自己解決数: "1", 架電数: "1" });
  });

  test("sets the key figures beside their targets", () => {
    const rows = pack.rows("01_実績_指標.csv");
    expect(onlyRow(rows, "指標", "受電率（受電応答率）")).toMatchObject({
      値: "50",
      単位: "％",
      分子: "3",
      分母: "6",
      目標: "90％以上",
      差: "-40",
      判定: "未達",
    });
    // 530 s are 8.83 minutes, 70 s and so 1.17 minutes less than ten.
    expect(onlyRow(rows, "指標", "平均対応時間")).toMatchObject({
      値: "8.8",
      分子: "1590",
      分母: "3",
      目標: "10～15分",
      判定: "範囲より短い",
    });
    // 1,000 × 1.5 expected: 6 ÷ 1,500 = 0.4 %, and 1,494 fewer.
    expect(onlyRow(rows, "指標", "想定受電数に対する受電数（見本）")).toMatchObject({
      値: "0.4",
      目標: "1500件（見本）",
    });
    expect(onlyRow(rows, "指標", "【参考】ナビダイヤル話中（2024-12）")["値"]).toBe("12");
    expect(onlyRow(rows, "指標", "【参考】ナビダイヤル時間外（2024-12）")["値"]).toBe("34");
    for (const row of rows) expect(row["定義"]?.length).toBeGreaterThan(5);
  });

  test("sets each category beside the month before", () => {
    // December: four written about steps, three calls that nobody has categorised: 7. November: one about steps, three about
    // points, one call: 5.
    const rows = pack.rows("02_相談内容の傾向.csv");
    expect(rows).toHaveLength(kobatonAlkoo.categories.length + 1);
    expect(onlyRow(rows, "分類コード", "C04")).toEqual({
      月: "2024-12",
      分類コード: "C04",
      相談内容分類: "歩数の計測・反映",
      電話: "0",
      WEBフォーム: "4",
      引継ぎ: "0",
      合計: "4",
      全件数: "7",
      // 4 ÷ 7 and 1 ÷ 5.
      "構成比（％）": "57.1",
      前月の件数: "1",
      前月の全件数: "5",
      "前月の構成比（％）": "20.0",
      "前月からの増減（件）": "3",
      "前月からの増減（ポイント）": "37.1",
    });
    expect(onlyRow(rows, "分類コード", "C05")).toMatchObject({
      合計: "0",
      "前月からの増減（件）": "-3",
      "前月からの増減（ポイント）": "-60.0",
    });
    // 3 ÷ 7 = 42.9 after 1 ÷ 5 = 20.0.
    expect(onlyRow(rows, "相談内容分類", "未分類")).toMatchObject({
      電話: "3",
      "前月からの増減（ポイント）": "22.9",
    });
  });

  test("counts every inquirer once in each attribute", () => {
    const rows = pack.rows("02_相談内容の傾向_属性別.csv");
    expect(rows.filter((row) => row["件数"] !== "0").map((row) => Object.values(row))).toEqual([
      ["相談者区分", "未確認", "7", "7", "100.0"],
      ["市町村", "未確認", "7", "7", "100.0"],
      ["年代", "60代", "3", "7", "42.9"],
      ["年代", "未確認", "4", "7", "57.1"],
      ["端末", "iPhone", "1", "7", "14.3"],
      ["端末", "未確認", "6", "7", "85.7"],
    ]);
  });

  test("shows the words that rose", () => {
    // Four inquiries have a text in each month. November's say ポイント and 付与 only.
    expect(pack.rows("02_増えた語.csv").map((row) => Object.values(row))).toEqual([
      ["抽選", "4", "4", "100.0", "—", "4", "—"],
      ["歩数", "3", "4", "75.0", "—", "4", "—"],
    ]);
  });

  test("shows the questions outside the manual, and the one of November that is still open", () => {
    const rows = pack.rows("04_マニュアル範囲外.csv");
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      受付日時: "2024-11-01 10:00",
      照会先: "アプリ事業者",
      照会日時: "2024-11-29 16:00",
      照会内容: "（個人情報の確認待ち）",
      状態: "照会中",
      回答日時: "—",
      // It was late when it was asked, and stays so.
      相談者への回答期限: "2024-11-01 10:00",
    });
    // Due on Friday at 10:15, asked on Tuesday at 11:00: 6 h + 2 × 8 h + 1 h 15 min = 1,395 minutes left. Answered on Thursday
    // at 15:00, after 6 h + 8 h + 6 h = 1,200 minutes. Then 2 h of Thursday, 8 h of Friday, 8 h of Monday; of the 1,395 minutes
    // 315 are left: Tuesday the 17th, 14:15.
    expect(rows[1]).toMatchObject({
      照会番号: "1",
      照会先: "県",
      照会日時: "2024-12-10 11:00",
      状態: "相談者へ回答済",
      回答日時: "2024-12-12 15:00",
      回答内容: "（個人情報の確認待ち）",
      "回答までの時間（営業分）": "1200.0",
      相談者への回答期限: "2024-12-17 14:15",
      相談者への回答日時: "2024-12-13 10:00",
      照会した担当者: "OP01",
    });
  });

  test("shows the desk's proposals as they stood when the month ended, and what the figures suggest", () => {
    const rows = pack.rows("05_課題と改善提案.csv");
    expect(rows.map((row) => [row["区分"], row["番号"], row["日付"], row["テーマ"], row["状態"]])).toEqual([
      ["提案", "1", "2024-12-05", "抽選", "採用"],
      ["示唆（自動）", "—", "—", "受電率", "—"],
      ["示唆（自動）", "—", "—", "平均対応時間", "—"],
      ["示唆（自動）", "—", "—", "時間帯", "—"],
    ]);
    expect(rows[1]?.["課題"]).toBe("受電率が50.0％（応答3÷受電6）で、目標の90.0％を下回った。");
    expect(rows[2]?.["課題"]).toContain("8.8分（1590秒÷応答3）");
    expect(rows[3]?.["課題"]).toContain("10:00～10:59の3件（全体の50.0％）で、受電率は66.7％（応答2）");
  });
});

describe("the report of an empty month", () => {
  let pack: BuiltReport;
  beforeAll(async () => {
    pack = await builtReport(aDesk("2024-10-01T09:00"), "monthly/2024-09");
  });

  test("counts nothing, and has no rate and no average", () => {
    const { figures } = pack.manifest;
    const unknown = Object.entries(figures).filter(([, value]) => value === null);
    expect(unknown.map(([name]) => name).sort()).toEqual([
      "answerRate",
      "answerRateWithCallbacks",
      "averageAfterContactWorkSeconds",
      "averageHandlingSeconds",
      "averageHoldSeconds",
      "averageInteractionSeconds",
      "averageTalkSeconds",
      "longestWaitSeconds",
    ]);
    const counted = Object.values(figures).filter((value) => value !== null);
    expect(counted.length).toBeGreaterThan(10);
    expect(new Set(counted)).toEqual(new Set([0]));
  });

  test("has its 19 operating days and eight hours, all with dashes for rates", () => {
    // September 2024 has 21 weekdays; Monday the 16th (敬老の日) and Monday the 23rd (for Sunday's 秋分の日) are closed.
    expect(pack.rows("01_実績.csv")).toHaveLength(19 + 1);
    expect(pack.rows("01_実績_時間帯別.csv")).toHaveLength(8 + 1);
    for (const file of ["01_実績.csv", "01_実績_時間帯別.csv"])
      for (const row of pack.rows(file))
        expect([row["受電数"], row["受電率（％）"], row["最長待ち（秒）"]]).toEqual(["0", "—", "—"]);
  });

  test("has every category and attribute with nothing, no word, no question, no proposal, no suggestion", () => {
    for (const row of pack.rows("02_相談内容の傾向.csv"))
      expect([row["合計"], row["構成比（％）"], row["前月の構成比（％）"]]).toEqual(["0", "—", "—"]);
    for (const row of pack.rows("02_相談内容の傾向_属性別.csv"))
      expect([row["件数"], row["構成比（％）"]]).toEqual(["0", "—"]);
    for (const file of [
      "02_増えた語.csv",
      "03_応対一覧.csv",
      "04_マニュアル範囲外.csv",
      "05_課題と改善提案.csv",
    ])
      expect(pack.rows(file)).toEqual([]);
  });

  test("still says what was expected, and that nobody entered Navi-Dial's figures", () => {
    // 1,200 × 1.5.
    const rows = pack.rows("01_実績_指標.csv");
    expect(onlyRow(rows, "指標", "想定受電数に対する受電数（見本）")).toMatchObject({
      値: "0",
      分母: "1800",
      差: "-1800",
    });
    expect(onlyRow(rows, "指標", "【参考】ナビダイヤル話中（2024-09）")["値"]).toBe("—");
  });
});

test("the first month of the contract has no month before", async () => {
  const pack = await builtReport(aDesk("2024-08-01T09:00"), "monthly/2024-07");
  for (const row of pack.rows("02_相談内容の傾向.csv"))
    expect([row["前月の件数"], row["前月からの増減（件）"], row["前月からの増減（ポイント）"]]).toEqual([
      "—",
      "—",
      "—",
    ]);
});
