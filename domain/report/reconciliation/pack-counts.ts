import type { JapaneseDate } from "../../japan-time.ts";
import { dash } from "../csv/csv.ts";
import { csvRows } from "../csv/read-csv.ts";
import type { AddedFigure } from "./recount.ts";

/** The figures that a report's files show and that add up, by the heading of their column in 01_実績.csv. */
export const shownFigures = {
  受電数: "offered",
  応答数: "answered",
  放棄数: "abandoned",
  うち短時間放棄数: "shortAbandoned",
  折返し希望数: "callbackRequested",
  うち当日折返し数: "calledBackSameDay",
  自己解決数: "selfServed",
  時間外着信数: "arrivedClosed",
  架電数: "outboundAttempts",
  架電応答数: "outboundConnected",
  WEBフォーム受付数: "webForms",
  "対応時間の合計（秒）": "handlingSeconds",
  "通話時間の合計（秒）": "talkSeconds",
  "うち保留時間の合計（秒）": "holdSeconds",
  "後処理時間の合計（秒）": "afterContactWorkSeconds",
} as const satisfies Readonly<Record<string, AddedFigure | "webForms">>;

export type ShownHeading = keyof typeof shownFigures;
export const shownHeadings = Object.keys(shownFigures) as ShownHeading[];

type Shown = Readonly<Record<ShownHeading, number>>;

/** 01_実績.csv read back: each day's figures, and those of the whole period. */
export interface ShownResults {
  readonly days: ReadonlyMap<JapaneseDate, Shown>;
  readonly whole: Shown;
}

const noFigures = Object.fromEntries(shownHeadings.map((heading) => [heading, 0])) as Record<
  ShownHeading,
  number
>;

export function shownResults(text: string): ShownResults {
  const days = new Map<JapaneseDate, Shown>();
  let whole: Shown = noFigures;
  for (const row of csvRows(text, ["日付", ...shownHeadings])) {
    const figures = Object.fromEntries(
      shownHeadings.map((heading) => [heading, numberIn(row[heading])]),
    ) as Shown;
    if (row["日付"] === "合計") whole = figures;
    else days.set(row["日付"], figures);
  }
  return { days, whole };
}

/** 03_応対一覧.csv read back: the category of each line by its receipt number, and the numbers that stand on two lines. */
export interface ShownInquiries {
  readonly categories: ReadonlyMap<string, string>;
  readonly repeated: readonly string[];
}

export function shownInquiries(text: string): ShownInquiries {
  const categories = new Map<string, string>();
  const repeated: string[] = [];
  for (const row of csvRows(text, ["受付番号", "相談内容分類"])) {
    if (categories.has(row["受付番号"])) repeated.push(row["受付番号"]);
    categories.set(row["受付番号"], row["相談内容分類"]);
  }
  return { categories, repeated };
}

/** 02_相談内容の傾向.csv read back: how many cases of each category, over all months. */
export function shownTrends(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of csvRows(text, ["相談内容分類", "合計"]))
    counts.set(row["相談内容分類"], (counts.get(row["相談内容分類"]) ?? 0) + numberIn(row["合計"]));
  return counts;
}

function numberIn(cell: string): number {
  if (cell === dash) return 0;
  if (!/^\d+$/.test(cell)) throw new Error(`A report's file has "${cell}" where a whole number should be.`);
  return Number(cell);
}
