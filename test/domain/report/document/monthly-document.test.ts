import { describe, expect, test } from "vitest";
import type { Block } from "../../../../domain/report/document/document.ts";
import { monthlyDocument } from "../../../../domain/report/document/monthly-document.ts";
import { aMonth } from "../../../support/month.ts";

type Kind = Block["kind"];

function blocksOf<One extends Kind>(blocks: readonly Block[], kind: One): Extract<Block, { kind: One }>[] {
  const found = blocks.filter((block): block is Extract<Block, { kind: One }> => block.kind === kind);
  expect(found.length).toBeGreaterThan(0);
  return found;
}

const july = aMonth("2024-07", () => 18);

describe("the document of a month", () => {
  test("says for whom, for which programme and for which period it is, in 和暦", () => {
    expect(monthlyDocument(july)).toMatchObject({
      title: "定例報告",
      programme: "コバトンALKOOマイレージ",
      addressee: "埼玉県 御中",
      period: "令和6年7月",
      // 1 July 2024 was a Monday, 31 July a Wednesday.
      periodDates: "令和6年7月1日（月）から令和6年7月31日（水）まで",
      dated: Date.UTC(2024, 6, 30, 15),
    });
  });

  test("of March ends at the cut-off", () => {
    expect(monthlyDocument(aMonth("2025-03", () => 1)).periodDates).toBe(
      "令和7年3月1日（土）から令和7年3月25日（火）まで",
    );
  });

  test("shows each key figure with what it was made from, what it means, and how far it is from its target", () => {
    // Each of the 22 operating days has 18 calls; the 17th of each is given up, all others are answered: 374 of 396, 94.4 %.
    const figures = blocksOf(monthlyDocument(july).blocks, "key-figures").flatMap((block) => block.figures);
    expect(figures).toHaveLength(6);
    expect(figures[0]).toEqual({
      label: "受電率（受電応答率）",
      value: "94.4％",
      basis: "応答 374件 ÷ 受電 396件",
      definition: "受電率（受電応答率）＝応答数÷受電数",
      target: { text: "90％以上", difference: "+4.4ポイント", standing: "達成" },
    });
    expect(figures[2]).toMatchObject({ value: "396件", basis: "応答 374件 ＋ 放棄 22件 ＋ 折返し希望 0件" });
  });

  test("has a column for every cell and a value for every label", () => {
    const { blocks } = monthlyDocument(july);
    for (const { columns, rows } of blocksOf(blocks, "table"))
      for (const row of rows) expect(row).toHaveLength(columns.length);
    for (const { labels, parts } of blocksOf(blocks, "bar-chart"))
      for (const { values } of parts) expect(values).toHaveLength(labels.length);
    for (const { cellHeadings, rows } of blocksOf(blocks, "ranking"))
      for (const { cells } of rows) expect(cells).toHaveLength(cellHeadings.length);
  });

  test("of a long period is shown by months, whose sums are the whole period's", () => {
    const [first, second] = [july, aMonth("2024-08", () => 20)];
    const days = [...first.days, ...second.days];
    const document = monthlyDocument(
      { ...first, days, period: { ...first.period, to: "2024-08-31" } },
      "業務完了報告書",
    );
    expect(document).toMatchObject({ title: "業務完了報告書", period: "令和6年7月から令和6年8月まで" });
    const [bars] = blocksOf(document.blocks, "bar-chart");
    expect(bars!.labels).toEqual([["7月"], ["8月"]]);
    const sumOf = (count: (figures: (typeof days)[number]["figures"]) => number, of: typeof days) =>
      of.reduce((sum, { figures }) => sum + count(figures), 0);
    expect(bars!.parts[0]!.values).toEqual([first, second].map((month) => month.figures.answered));
    const table = blocksOf(document.blocks, "table").find(({ caption }) => caption === "月別の件数と時間")!;
    expect(table.rows.map((row) => row[0])).toEqual(["7月", "8月", "合計"]);
    expect(table.rows[1]![1]).toBe(String(sumOf(({ offered }) => offered, [...second.days])));
    expect(table.rows[1]!.at(-1)).toBe(((second.figures.averageHandlingSeconds ?? 0) / 60).toFixed(1));
  });

  test("without a call shows dashes where there is nothing to divide by", () => {
    const { blocks } = monthlyDocument(aMonth("2024-12", () => 0));
    const figures = blocksOf(blocks, "key-figures").flatMap((block) => block.figures);
    expect(figures.map(({ value }) => value)).toEqual(["—", "—", "0件", "—", "0件", "0件"]);
    expect(figures[0]!.target).toEqual({ text: "90％以上", difference: "—", standing: "—" });
    const [line] = blocksOf(blocks, "line-chart");
    expect(line!.series.values).toEqual(line!.labels.map(() => null));
    expect(JSON.stringify(blocks)).not.toMatch(/NaN|Infinity|undefined/);
  });
});
