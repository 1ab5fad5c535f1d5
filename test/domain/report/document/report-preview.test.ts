import { describe, expect, test } from "vitest";
import { figureDefinitions, figuresOf } from "../../../../domain/report/figures/figures.ts";
import {
  previewCategories,
  previewFigures,
  previewTimes,
} from "../../../../domain/report/document/report-preview.ts";

const empty = { figures: figuresOf({ inbound: [], outbound: [] }, 0), definitions: figureDefinitions };

describe("the figures of a preview", () => {
  test("are those of the report's own file, with what they were made from and what was promised", () => {
    const csv =
      "\uFEFF指標,値,単位,分子,分母,目標,差,差の単位,判定,定義\r\n" +
      "受電数,1234,件,—,—,—,—,—,—,受電数：受付時間内に着信した電話\r\n" +
      "平均対応時間,12.5,分,9000,12,10～15分,0,分,範囲内,平均対応時間＝合計÷応答数\r\n";
    expect(previewFigures(empty, csv)).toEqual([
      { label: "受電数", value: "1,234件", definition: "受電数：受付時間内に着信した電話" },
      {
        label: "平均対応時間",
        value: "12.5分",
        basis: "9,000秒 ÷ 12件",
        definition: "平均対応時間＝合計÷応答数",
        target: "10～15分",
        standing: "範囲内",
      },
    ]);
  });

  test("of a report without that file are the manifest's: a rate with nothing to divide by is a dash, never 0", () => {
    expect(previewFigures(empty, undefined).map(({ label, value, basis }) => [label, value, basis])).toEqual([
      ["受電数", "0件", undefined],
      ["応答数", "0件", undefined],
      ["放棄数", "0件", undefined],
      ["受電率（受電応答率）", "—", "0件 ÷ 0件"],
      ["平均対応時間（秒）", "—", "0秒 ÷ 0件"],
      ["WEBフォーム受付数", "0件", undefined],
    ]);
  });
});

describe("the calls of a preview", () => {
  const csvOf = (rows: readonly string[]) =>
    `日付,曜日,受電数,応答数\r\n${rows.map((row) => `${row}\r\n`).join("")}`;

  test("are by day, without the line of totals", () => {
    expect(previewTimes(csvOf(["2024-07-16,火,3,2", "合計,,3,2"]))).toEqual([
      { time: "2024-07-16", offered: 3, answered: 2 },
    ]);
    expect(previewTimes(undefined)).toEqual([]);
  });

  test("are by month where there are more days than a month has", () => {
    const days = Array.from({ length: 20 }, (_, day) => String(day + 1).padStart(2, "0"));
    const rows = ["2024-07", "2024-08"].flatMap((month) => days.map((day) => `${month}-${day},火,3,2`));
    // Twenty days of 3 calls, 2 of them answered.
    expect(previewTimes(csvOf(rows))).toEqual([
      { time: "2024-07", offered: 60, answered: 40 },
      { time: "2024-08", offered: 60, answered: 40 },
    ]);
  });
});

test("the categories of a preview are those that were asked, over all months, the most frequent first", () => {
  const csv =
    "月,相談内容分類,合計\r\n2024-07,登録,2\r\n2024-07,歩数,1\r\n2024-08,歩数,4\r\n2024-08,抽選,0\r\n";
  expect(previewCategories(csv)).toEqual([
    { name: "歩数", cases: 5 },
    { name: "登録", cases: 2 },
  ]);
});
