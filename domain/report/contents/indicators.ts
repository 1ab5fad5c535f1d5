import type { BusinessCalendar } from "../../calendar/business-calendar.ts";
import { datesOfMonth } from "../../japan-time.ts";
import type { Programme } from "../../programme.ts";
import { percent } from "./figure-columns.ts";
import { type Figures, figureDefinitions } from "../figures/figures.ts";
import type { NaviDialCount } from "../entered/navi-dial.ts";
import { monthsOf, plannedCalls } from "../figures/planned-volumes.ts";
import type { ReportPeriod } from "../plan/report-period.ts";
import { type BeginTable, type Table, writeTable } from "../csv/table.ts";
import { outsideBand, type Standing, standingInBand } from "./standing.ts";

/** 指標: a figure of a period with what it was made from, what was promised, and how far it is from that. */
export interface Indicator {
  readonly name: string;
  readonly value: number | null;
  readonly unit: "件" | "％" | "分" | "秒";
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** In words, such as 90％以上. */
  readonly target: string | null;
  /** From the target, with its sign; 0 inside a band. */
  readonly difference: number | null;
  readonly differenceUnit: "ポイント" | "分" | "件" | null;
  readonly standing: Standing | null;
  readonly definition: string;
}

const indicatorsTable: Table<Indicator> = {
  file: "01_実績_指標.csv",
  sheet: "実績_指標",
  columns: [
    ["指標", "text", ({ name }) => name],
    ["値", "number", ({ value }) => value],
    ["単位", "text", ({ unit }) => unit],
    ["分子", "count", ({ numerator }) => numerator],
    ["分母", "count", ({ denominator }) => denominator],
    ["目標", "text", ({ target }) => target],
    ["差", "number", ({ difference }) => difference],
    ["差の単位", "text", ({ differenceUnit }) => differenceUnit],
    ["判定", "text", ({ standing }) => standing],
    ["定義", "text", ({ definition }) => definition],
  ],
};

/** What indicators are made from. */
export interface IndicatorInput {
  readonly programme: Programme;
  readonly calendar: Pick<BusinessCalendar, "countOperatingDays">;
  readonly period: ReportPeriod;
  readonly figures: Figures;
  readonly naviDial: readonly NaviDialCount[];
}

/** The key figures of a period with their targets (R28 to R30, R39 to R42); a pure function of what is given. */
export function indicatorsOf(input: IndicatorInput): Indicator[] {
  const { figures } = input;
  return [
    ...offeredIndicators(figures),
    answerRateIndicator(input),
    rateWithCallbacks(figures),
    handlingIndicator(input),
    ...averages(figures),
    { ...plain("最長待ち", figures.longestWaitSeconds, "longestWaitSeconds"), unit: "秒" },
    ...plannedIndicators(input),
    ...naviDialIndicators(input),
  ];
}

export function writeIndicators(begin: BeginTable, indicators: readonly Indicator[]): void {
  writeTable(begin, indicatorsTable, indicators);
}

const withoutTarget = {
  numerator: null,
  denominator: null,
  target: null,
  difference: null,
  differenceUnit: null,
  standing: null,
} as const;

function plain(name: string, value: number | null, figure: keyof Figures): Indicator {
  return { ...withoutTarget, name, value, unit: "件", definition: figureDefinitions[figure] };
}

function offeredIndicators(figures: Figures): Indicator[] {
  return [
    plain("受電数", figures.offered, "offered"),
    plain("応答数", figures.answered, "answered"),
    plain("放棄数", figures.abandoned, "abandoned"),
    plain("短時間放棄数", figures.shortAbandoned, "shortAbandoned"),
    plain("折返し希望数", figures.callbackRequested, "callbackRequested"),
    plain("当日折返し数", figures.calledBackSameDay, "calledBackSameDay"),
    plain("自己解決数", figures.selfServed, "selfServed"),
    plain("時間外着信数", figures.arrivedClosed, "arrivedClosed"),
    plain("架電数", figures.outboundAttempts, "outboundAttempts"),
    plain("架電応答数", figures.outboundConnected, "outboundConnected"),
    plain("WEBフォーム受付数", figures.webForms, "webForms"),
  ];
}

function answerRateIndicator({ figures, programme }: IndicatorInput): Indicator {
  const { answerRate, answered, offered } = figures;
  const goal = programme.report.targets.answerRate;
  return {
    name: "受電率（受電応答率）",
    value: percent(answerRate),
    unit: "％",
    numerator: answered,
    denominator: offered,
    target: `${shortest(goal * 100)}％以上`,
    difference: answerRate === null ? null : tenths((answerRate - goal) * 100),
    differenceUnit: "ポイント",
    standing: answerRate === null ? null : answerRate >= goal ? "達成" : "未達",
    definition: figureDefinitions.answerRate,
  };
}

function rateWithCallbacks(figures: Figures): Indicator {
  return {
    ...withoutTarget,
    name: "当日折返しを含む受電率",
    value: percent(figures.answerRateWithCallbacks),
    unit: "％",
    numerator: figures.answered + figures.calledBackSameDay,
    denominator: figures.offered,
    definition: figureDefinitions.answerRateWithCallbacks,
  };
}

function handlingIndicator({ figures, programme }: IndicatorInput): Indicator {
  const [lowest, highest] = programme.report.targets.handlingSeconds;
  const { averageHandlingSeconds: average } = figures;
  return {
    ...averageIndicator("平均対応時間", figures, "averageHandlingSeconds", "handlingSeconds"),
    target: `${shortest(lowest / 60)}～${shortest(highest / 60)}分`,
    difference: average === null ? null : tenths(outsideBand(average, lowest, highest) / 60),
    differenceUnit: "分",
    standing: average === null ? null : standingInBand(average, lowest, highest),
  };
}

function averages(figures: Figures): Indicator[] {
  return [
    averageIndicator("平均通話時間（保留を含む）", figures, "averageTalkSeconds", "talkSeconds"),
    averageIndicator(
      "平均会話時間（保留を除く）",
      figures,
      "averageInteractionSeconds",
      "interactionSeconds",
    ),
    averageIndicator("平均保留時間", figures, "averageHoldSeconds", "holdSeconds"),
    averageIndicator("平均後処理時間", figures, "averageAfterContactWorkSeconds", "afterContactWorkSeconds"),
  ];
}

/** An average in minutes, of a sum in seconds over the answered calls. */
function averageIndicator(
  name: string,
  figures: Figures,
  average: keyof Figures,
  sum: keyof Figures,
): Indicator {
  const seconds = figures[average];
  return {
    ...withoutTarget,
    name,
    value: seconds === null ? null : seconds / 60,
    unit: "分",
    numerator: figures[sum],
    denominator: figures.answered,
    definition: `${figureDefinitions[average]}。ここでは分で示す`,
  };
}

function plannedIndicators({ programme, period, calendar, figures }: IndicatorInput): Indicator[] {
  const volumes = programme.report.plannedVolumes;
  if (!volumes) return [];
  const { expected, proposed } = plannedCalls(volumes, period, calendar);
  const sample = volumes.isSample ? "（見本）" : "";
  const source = volumes.isSample
    ? `${volumes.baseYear}の受電数は別紙が未入手のため見本の数であり、実際の数ではない。`
    : "";
  const partly = "月の一部のときは営業日数で按分する";
  const against = (name: string, planned: number | null, meaning: string): Indicator => ({
    name: `${name}${sample}`,
    value: planned === null || planned === 0 ? null : (figures.offered / planned) * 100,
    unit: "％",
    numerator: figures.offered,
    denominator: planned,
    target: planned === null ? null : `${planned}件${sample}`,
    difference: planned === null ? null : figures.offered - planned,
    differenceUnit: "件",
    standing: null,
    definition: `${meaning}。${source}${partly}`,
  });
  const { baseYear, factor } = volumes;
  return [
    against(
      "想定受電数に対する受電数",
      expected,
      `受電数÷想定受電数（${baseYear}同月の受電数×${shortest(factor)}）`,
    ),
    ...(volumes.proposed
      ? [against("提案受電数に対する受電数", proposed, "受電数÷提案受電数（企画提案で示した数）")]
      : []),
  ];
}

/** Of each month that the period touches; a month whose figure has not been entered has a dash. */
function naviDialIndicators({ period, naviDial }: IndicatorInput): Indicator[] {
  const byMonth = new Map(naviDial.map((count) => [count.month, count]));
  const definition = (what: string) =>
    `ナビダイヤル側で${what}つながらなかった呼の数。ナビダイヤルの月ごとの資料から入力した暦月の数で、受電数などほかの数には含まない`;
  return monthsOf(period).flatMap((month): Indicator[] => {
    const count = byMonth.get(month);
    const days = datesOfMonth(month);
    const whole = period.from <= days.from && period.to >= days.to ? "" : "の暦月";
    const row = (name: string, value: number | undefined, what: string): Indicator => ({
      ...withoutTarget,
      name: `【参考】ナビダイヤル${name}（${month}${whole}）`,
      value: value ?? null,
      unit: "件",
      definition: definition(what),
    });
    return [row("話中", count?.busy, "話中のため"), row("時間外", count?.closed, "受付時間外のため")];
  });
}

/** A number as it is, with at most two decimals. */
function shortest(number: number): string {
  return String(Math.round(number * 100) / 100);
}

/** To one decimal; what rounds to nothing is 0, without a sign. */
function tenths(number: number): number {
  return Number(number.toFixed(1)) + 0;
}
