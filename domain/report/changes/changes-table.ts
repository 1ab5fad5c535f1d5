import { percent } from "../contents/figure-columns.ts";
import { type Figures, figureDefinitions } from "../figures/figures.ts";
import type { Table } from "../csv/table.ts";
import type { RowChange } from "./row-changes.ts";

/** A line of what changed: a figure, a row of a list, or how much of a file. */
export type Change =
  | {
      readonly kind: "figure";
      readonly name: string;
      readonly before: number | null;
      readonly after: number | null;
    }
  | ({ readonly kind: "row"; readonly file: string } & RowChange)
  | {
      readonly kind: "file";
      readonly file: string;
      readonly counts: Readonly<Record<RowChange["change"], number>>;
    };

/** Beside a report's other files, from the second revision on. */
export const changesFile = "変更点.csv";

const changeNames: Readonly<Record<RowChange["change"], string>> = {
  added: "追加",
  removed: "削除",
  changed: "変更",
};

/** 変更点: what a revision has otherwise than the one before. */
export const changesTable: Table<Change> = {
  file: changesFile,
  sheet: "変更点",
  columns: [
    ["種類", "text", (row) => ({ figure: "集計値", row: "一覧の行", file: "ファイル" })[row.kind]],
    ["ファイル", "text", (row) => (row.kind === "figure" ? "manifest.json" : row.file)],
    ["項目", "text", itemOf],
    ["変更", "text", (row) => (row.kind === "row" ? changeNames[row.change] : "変更")],
    ["変更前", "number", (row) => (row.kind === "figure" ? row.before : null)],
    ["変更後", "number", (row) => (row.kind === "figure" ? row.after : null)],
    ["追加行数", "count", (row) => (row.kind === "file" ? row.counts.added : null)],
    ["削除行数", "count", (row) => (row.kind === "file" ? row.counts.removed : null)],
    ["変更行数", "count", (row) => (row.kind === "file" ? row.counts.changed : null)],
  ],
};

function itemOf(row: Change): string {
  if (row.kind === "figure") return row.name;
  return row.kind === "row" ? row.key : "行数の合計";
}

const rates: ReadonlySet<string> = new Set<keyof Figures>(["answerRate", "answerRateWithCallbacks"]);

/** The figures that differ. Rates are in percent. A figure that one revision does not know has nothing there. */
export function figureChanges(before: Figures, after: Figures): Change[] {
  return (Object.keys(figureDefinitions) as (keyof Figures)[]).flatMap((figure): Change[] => {
    const [old, now] = [before[figure] ?? null, after[figure] ?? null];
    if (old === now) return [];
    const [name = ""] = figureDefinitions[figure].split(/[：＝]/);
    return rates.has(figure)
      ? [{ kind: "figure", name: `${name}（％）`, before: percent(old), after: percent(now) }]
      : [{ kind: "figure", name, before: old, after: now }];
  });
}
