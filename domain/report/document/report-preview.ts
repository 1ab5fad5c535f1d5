import { dash } from "../csv/csv.ts";
import type { Figures } from "../figures/figures.ts";
import type { Manifest } from "../contents/manifest.ts";
import { shownTrends } from "../reconciliation/pack-counts.ts";
import {
  printedCount,
  printedDivision,
  printedPercent,
  printedTenths,
  printedValue,
} from "./printed-figures.ts";
import { csvRows } from "../csv/read-csv.ts";
import { mostDays } from "./shown-days.ts";

/** A figure as it is shown before a report is opened: with what it was made from, what it means, and what was promised. */
export interface PreviewFigure {
  readonly label: string;
  readonly value: string;
  /** Numerator and denominator; absent of what is simply counted. */
  readonly basis?: string;
  readonly definition: string;
  readonly target?: string;
  /** 達成, 未達 and so on. */
  readonly standing?: string;
}

/** The files of a report that a preview is made from; absent where the report has none of that name. */
export const previewFiles = {
  indicators: "01_実績_指標.csv",
  days: "01_実績.csv",
  categories: "02_相談内容の傾向.csv",
} as const;

/** The figures of a report as its file of indicators has them; of a report without that file, its manifest's. */
export function previewFigures(
  manifest: Pick<Manifest, "figures" | "definitions">,
  indicators: string | undefined,
): PreviewFigure[] {
  return indicators === undefined ? figuresOfManifest(manifest) : figuresOfIndicators(indicators);
}

const indicatorHeadings = ["指標", "値", "単位", "分子", "分母", "目標", "判定", "定義"] as const;

function figuresOfIndicators(csv: string): PreviewFigure[] {
  return [...csvRows(csv, indicatorHeadings)].map((row) => {
    const [numerator, denominator] = [numberOf(row.分子), numberOf(row.分母)];
    return {
      label: row.指標,
      value: printedValue(numberOf(row.値), row.単位),
      definition: row.定義,
      ...(denominator !== null && {
        basis: printedDivision({ numerator, denominator, unit: row.単位 }),
      }),
      ...(row.目標 !== dash && row.目標 !== "" && { target: row.目標 }),
      ...(row.判定 !== dash && row.判定 !== "" && { standing: row.判定 }),
    };
  });
}

function figuresOfManifest({
  figures,
  definitions,
}: Pick<Manifest, "figures" | "definitions">): PreviewFigure[] {
  const { offered, answered, answerRate, handlingSeconds, averageHandlingSeconds } = figures;
  const counted = (name: "offered" | "answered" | "abandoned" | "webForms") => ({
    label: labelOf(definitions[name]),
    value: printedCount(figures[name]),
    definition: definitions[name],
  });
  const divides = (name: keyof Figures, value: string, basis: string) => ({
    label: labelOf(definitions[name]),
    value,
    basis,
    definition: definitions[name],
  });
  return [
    counted("offered"),
    counted("answered"),
    counted("abandoned"),
    divides(
      "answerRate",
      printedPercent(answerRate),
      printedDivision({ numerator: answered, denominator: offered, unit: "％" }),
    ),
    divides(
      "averageHandlingSeconds",
      printedTenths(averageHandlingSeconds, "秒"),
      printedDivision({ numerator: handlingSeconds, denominator: answered, unit: "秒" }),
    ),
    counted("webForms"),
  ];
}

/** A definition begins with its word, and a colon or an equals sign follows. */
function labelOf(definition: string): string {
  return definition.split(/[：＝]/)[0] ?? definition;
}

/** Calls on a day (`2024-07-16`), or in a month (`2024-07`) where a report covers many days. */
export interface PreviewTime {
  readonly time: string;
  readonly offered: number;
  readonly answered: number;
}

/** Calls day by day, or month by month, as the report's file has them. */
export function previewTimes(days: string | undefined): PreviewTime[] {
  if (days === undefined) return [];
  const rows = [...csvRows(days, ["日付", "受電数", "応答数"])]
    .filter((row) => /^\d/.test(row.日付))
    .map((row) => ({ time: row.日付, offered: Number(row.受電数), answered: Number(row.応答数) }));
  if (rows.length <= mostDays) return rows;
  const months = Map.groupBy(rows, ({ time }) => time.slice(0, 7));
  return [...months].map(([time, ofMonth]) => ({
    time,
    offered: ofMonth.reduce((sum, { offered }) => sum + offered, 0),
    answered: ofMonth.reduce((sum, { answered }) => sum + answered, 0),
  }));
}

/** How many cases there were of a category. */
export interface PreviewCategory {
  readonly name: string;
  readonly cases: number;
}

/** The categories of a report of which there were cases, the most frequent first. */
export function previewCategories(categories: string | undefined): PreviewCategory[] {
  if (categories === undefined) return [];
  return [...shownTrends(categories)]
    .map(([name, cases]) => ({ name, cases }))
    .filter(({ cases }) => cases > 0)
    .sort((one, other) => other.cases - one.cases);
}

function numberOf(cell: string): number | null {
  return cell === dash || cell === "" ? null : Number(cell);
}
