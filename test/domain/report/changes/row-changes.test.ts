import { describe, expect, test } from "vitest";
import { figureChanges } from "../../../../domain/report/changes/changes-table.ts";
import { rowChanges, shapeOf } from "../../../../domain/report/changes/row-changes.ts";
import { figuresOf } from "../../../../domain/report/figures/figures.ts";

describe("the rows of two revisions", () => {
  test("are added, removed, changed, or the same", () => {
    const before = new Map([
      ["1", "a"],
      ["2", "b"],
      ["3", "c"],
    ]);
    const after = new Map([
      ["0", "z"],
      ["1", "a"],
      ["2", "B"],
    ]);
    expect(rowChanges(before, after)).toEqual([
      { key: "0", change: "added" },
      { key: "2", change: "changed" },
      { key: "3", change: "removed" },
    ]);
  });
});

describe("a list", () => {
  test("of inquiries is named by receipt number and goes by days", () => {
    const { keyOf, dayOf } = shapeOf(["受付日時", "受付番号", "相談内容"]);
    const row = ["2024-07-16 10:00", "4198-6896-7501", "—"];
    expect([keyOf?.(row), dayOf(row)]).toEqual(["4198-6896-7501", "2024-07-16"]);
  });

  test("of escalations is named by both numbers, and is in another order than days", () => {
    const { keyOf, dayOf } = shapeOf(["受付番号", "照会番号", "受付日時"]);
    const row = ["4198-6896-7501", "2", "2024-07-16 10:00"];
    expect([keyOf?.(row), dayOf(row)]).toEqual(["4198-6896-7501 照会2", ""]);
  });

  test("of figures has no names", () => {
    expect(shapeOf(["日付", "受電数"]).keyOf).toBeUndefined();
  });
});

describe("the figures of two revisions", () => {
  const none = figuresOf({ inbound: [], outbound: [] }, 0);

  test("are named with what they were and are, rates in percent; what is the same is not", () => {
    expect(figureChanges(none, { ...none, webForms: 2, answerRate: 0.5 })).toEqual([
      { kind: "figure", name: "WEBフォーム受付数", before: 0, after: 2 },
      { kind: "figure", name: "受電率（受電応答率）（％）", before: null, after: 50 },
    ]);
    expect(figureChanges(none, none)).toEqual([]);
  });
});
