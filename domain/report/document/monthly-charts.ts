import { dash } from "../csv/csv.ts";
import type { BarChart, Block, DocumentTable, Ranking } from "./document.ts";
import { left, right } from "./document-columns.ts";
import { printedHour } from "../contents/hours-table.ts";
import { ratio } from "../figures/figures.ts";
import type { MonthlyFindings } from "../contents/monthly-findings.ts";
import { printedCount, printedDifference, printedPercent, printedTenths } from "./printed-figures.ts";
import { type ShownFigures, shownTimes } from "./shown-days.ts";
import { shareRise } from "../contents/trends-table.ts";

/** By day, or by month in a long period: how many calls came, and what share of them was answered. */
export function drawnByTime({ days, programme }: MonthlyFindings): Block[] {
  const { unit, times } = shownTimes(days);
  const labels = times.map(({ label }) => label);
  const { answerRate } = programme.report.targets;
  const rates = times.map(({ figures }) => figures.answerRate);
  return [
    offeredChart({
      caption: `${unit}別の受電数`,
      labels,
      figures: times.map(({ figures }) => figures),
      names: times.map(({ name }) => name),
    }),
    {
      kind: "line-chart",
      caption: `${unit}別の受電率`,
      unit: "％",
      labels,
      series: { name: "受電率", values: rates.map((rate) => (rate === null ? null : rate * 100)) },
      highest: 100,
      level: { name: `目標 ${printedPercent(answerRate)}`, value: answerRate * 100 },
      description: `${unit}別の受電率の折れ線グラフ。${timesBelow(rates, answerRate, unit)}`,
    },
  ];
}

function timesBelow(rates: readonly (number | null)[], target: number, unit: string): string {
  const known = rates.filter((rate) => rate !== null);
  if (known.length === 0) return "受電はありません。";
  const counter = unit === "月" ? "か月" : unit;
  const below = known.filter((rate) => rate < target).length;
  return `受電のあった${known.length}${counter}のうち、目標に届かなかったのは${below}${counter}です。`;
}

/** 時間帯別: when callers call. */
export function drawnByHour({ hours }: MonthlyFindings): BarChart {
  return offeredChart({
    caption: "着信した時間帯別の受電数",
    labels: hours.map(({ hour }) => [`${hour}時台`]),
    figures: hours.map((one) => one.figures),
    names: hours.map(({ hour }) => `${hour}時台`),
  });
}

/** Offered calls as bars: the answered at the bottom, the others on top of them. */
function offeredChart(chart: {
  readonly caption: string;
  readonly labels: readonly (readonly string[])[];
  readonly figures: readonly ShownFigures[];
  /** Of the labels, as a sentence names them. */
  readonly names: readonly string[];
}): BarChart {
  const { caption, labels, figures, names } = chart;
  const peak = peakOf(figures.map(({ offered }, index) => ({ name: names[index] ?? "", value: offered })));
  return {
    kind: "bar-chart",
    caption,
    unit: "件",
    labels,
    parts: [
      { name: "応答", values: figures.map(({ answered }) => answered) },
      { name: "折返し希望", values: figures.map(({ callbackRequested }) => callbackRequested) },
      { name: "放棄", values: figures.map(({ abandoned }) => abandoned) },
    ],
    description: `${caption}の棒グラフ。${peak}`,
  };
}

/** For those who do not see a chart: the largest value and where it is; of several the first. */
function peakOf(values: readonly { readonly name: string; readonly value: number }[]): string {
  const peak = values.reduce<{ readonly name: string; readonly value: number } | undefined>(
    (highest, one) => (one.value > (highest?.value ?? 0) ? one : highest),
    undefined,
  );
  return peak ? `最も多いのは${peak.name}の${printedCount(peak.value)}です。` : "該当はありません。";
}

/** How wide a column of counts is. */
const count = 11;

export function countsByTime({ days, figures }: MonthlyFindings): DocumentTable {
  const { unit, times } = shownTimes(days);
  return {
    kind: "table",
    caption: `${unit}別の件数と時間`,
    columns: [
      left(unit, 22),
      ...callColumns,
      ...["時間外", "架電", "WEB"].map((heading) => right(heading, count)),
      right("平均対応（分）", 20),
    ],
    rows: [
      ...times.map((time) => [time.name, ...callCells(time.figures), ...workCells(time.figures)]),
      ["合計", ...callCells(figures), ...workCells(figures)],
    ],
    endsWithTotal: true,
  };
}

export function countsByHour({ hours, figures }: MonthlyFindings): DocumentTable {
  return {
    kind: "table",
    caption: "着信した時間帯別の件数",
    columns: [left("時間帯", 20), ...callColumns],
    rows: [
      ...hours.map((one) => [printedHour(one.hour), ...callCells(one.figures)]),
      ["合計", ...callCells(figures)],
    ],
    endsWithTotal: true,
  };
}

const callColumns = [
  right("受電", count),
  right("応答", count),
  right("放棄", count),
  right("折返し希望", 16),
  right("受電率", count),
];

function callCells(figures: ShownFigures): string[] {
  return [
    printedCount(figures.offered, ""),
    printedCount(figures.answered, ""),
    printedCount(figures.abandoned, ""),
    printedCount(figures.callbackRequested, ""),
    printedPercent(figures.answerRate),
  ];
}

function workCells({
  arrivedClosed,
  outboundAttempts,
  webForms,
  averageHandlingSeconds,
}: ShownFigures): string[] {
  return [
    printedCount(arrivedClosed, ""),
    printedCount(outboundAttempts, ""),
    printedCount(webForms, ""),
    printedTenths(averageHandlingSeconds === null ? null : averageHandlingSeconds / 60, ""),
  ];
}

/**
 * 相談内容の傾向 (R43): every category, the most frequent first, with its share of all cases and how that changed from the
 * month before. Of a period of several months the cases are summed up, and nothing is said of a change.
 */
export function trendsOf({ trends }: MonthlyFindings): Ranking {
  const allCases = trends.reduce((sum, { cases }) => sum + cases, 0);
  const rows = [...Map.groupBy(trends, ({ code }) => code).values()]
    .map((months) => {
      const value = months.reduce((sum, { cases }) => sum + cases, 0);
      const [only, another] = months;
      const rise = only && !another ? shareRise(only) : null;
      return {
        name: only?.name ?? "",
        value,
        cells: [
          printedCount(value),
          printedPercent(ratio(value, allCases)),
          printedDifference(rise === null ? null : rise * 100, ""),
        ],
      };
    })
    .toSorted((one, other) => other.value - one.value);
  return {
    kind: "ranking",
    caption: `相談内容分類別の件数（全${printedCount(allCases)}、前月差は構成比の増減をポイントで示す）`,
    nameHeading: "相談内容分類",
    cellHeadings: ["件数", "構成比", "前月差"],
    description: `相談内容分類別の件数。${peakOf(rows)}`,
    rows,
  };
}

/** What was changed of the categories in the period: their codes stay, and counts run on under them. */
export function changedCategories({ categoryChanges }: MonthlyFindings): Block[] {
  return categoryChanges.length === 0
    ? []
    : [
        {
          kind: "paragraph",
          text: `分類の変更：${categoryChanges.join("")}件数は同じ分類コードで続けて数えています。`,
        },
      ];
}

/** 課題と改善提案 (R51): the desk's, as they stood at the end; then what the figures point at, which nobody has judged yet. */
export function proposed({ proposals, suggestions }: MonthlyFindings): Block[] {
  const rows = [
    ...proposals.map(({ proposal, state }) => [
      `提案${proposal.number}`,
      proposal.theme,
      proposal.issue,
      proposal.proposal,
      state,
    ]),
    ...suggestions.map(({ theme, issue }) => ["示唆（自動）", theme, issue, dash, dash]),
  ];
  if (rows.length === 0) return [{ kind: "paragraph", text: "対象期間に、課題と改善提案はありません。" }];
  return [
    {
      kind: "table",
      caption: "対象期間の課題と改善提案",
      columns: [left("区分", 15), left("テーマ", 17), left("課題", 40), left("提案", 34), left("状態", 11)],
      rows,
    },
    { kind: "paragraph", text: "「示唆（自動）」は集計から自動で示すもので、人の判断を経ていません。" },
  ];
}
