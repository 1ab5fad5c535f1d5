import type { Programme } from "../../programme.ts";
import type { Figures } from "../figures/figures.ts";
import { type HourFigures, printedHour } from "./hours-table.ts";
import { standingInBand } from "./standing.ts";
import { type CategoryTrend, shareRise } from "./trends-table.ts";

/** 示唆: what the figures themselves point at, for people to judge. It proposes nothing. */
export interface Suggestion {
  readonly theme: string;
  /** With the figures it rests on. */
  readonly issue: string;
}

/** What suggestions are made from. */
export interface Evidence {
  readonly targets: Programme["report"]["targets"];
  readonly figures: Figures;
  readonly hours: readonly HourFigures[];
  readonly trends: readonly CategoryTrend[];
}

/** A category is pointed at when its share rose by so many percentage points and it has so many cases (a setting of ours). */
const noteworthyRise = { points: 5, cases: 5 };

type Rule = (evidence: Evidence) => readonly Suggestion[];

/** The rules, in the order in which their lines stand. */
const rules: readonly Rule[] = [answerRateBelowTarget, handlingOutsideBand, categoriesThatRose, busiestHour];

export function suggestionsOf(evidence: Evidence): Suggestion[] {
  return rules.flatMap((rule) => rule(evidence));
}

function answerRateBelowTarget({ figures, targets }: Evidence): Suggestion[] {
  const { answerRate, answered, offered } = figures;
  if (answerRate === null || answerRate >= targets.answerRate) return [];
  const [rate, goal] = [printed(answerRate * 100), printed(targets.answerRate * 100)];
  return [
    {
      theme: "受電率",
      issue: `受電率が${rate}％（応答${answered}÷受電${offered}）で、目標の${goal}％を下回った。`,
    },
  ];
}

function handlingOutsideBand({ figures, targets }: Evidence): Suggestion[] {
  const { averageHandlingSeconds: average, handlingSeconds, answered } = figures;
  const [lowest, highest] = targets.handlingSeconds;
  if (average === null) return [];
  const standing = standingInBand(average, lowest, highest);
  if (standing === "範囲内") return [];
  const minutes = `${printed(average / 60)}分（${handlingSeconds}秒÷応答${answered}）`;
  return [
    {
      theme: "平均対応時間",
      issue: `平均対応時間が${minutes}で、目安の${printed(lowest / 60)}～${printed(highest / 60)}分に対し${standing}。`,
    },
  ];
}

function categoriesThatRose({ trends }: Evidence): Suggestion[] {
  return trends
    .filter((trend) => trend.cases >= noteworthyRise.cases && roseEnough(trend))
    .map((trend) => ({ theme: "相談内容の傾向", issue: riseInWords(trend) }));
}

/** In whole numbers: 15 % after 10 % is a rise of 5 points exactly. */
function roseEnough({ cases, allCases, before }: CategoryTrend): boolean {
  if (!before || before.allCases === 0) return false;
  const rise = cases * before.allCases - before.cases * allCases;
  return rise * 100 >= noteworthyRise.points * allCases * before.allCases;
}

function riseInWords(trend: CategoryTrend): string {
  const { month, name, cases, allCases, share, before } = trend;
  const now = `${printed((share ?? 0) * 100)}％（${cases}÷${allCases}件）`;
  const then = `${printed((before?.share ?? 0) * 100)}％（${before?.cases ?? 0}÷${before?.allCases ?? 0}件）`;
  const rise = printed((shareRise(trend) ?? 0) * 100);
  return `${month}の「${name}」の構成比が${now}で、前月の${then}から${rise}ポイント増えた。`;
}

/** The hour in which most calls came; of several the earliest. */
function busiestHour({ hours, figures }: Evidence): Suggestion[] {
  const [busiest] = hours.toSorted((one, other) => other.figures.offered - one.figures.offered);
  if (!busiest || busiest.figures.offered === 0) return [];
  const { offered, answered, answerRate } = busiest.figures;
  const share = printed((offered / figures.offered) * 100);
  const rate = printed((answerRate ?? 0) * 100);
  return [
    {
      theme: "時間帯",
      issue: `受電が最も多い時間帯は${printedHour(busiest.hour)}の${offered}件（全体の${share}％）で、受電率は${rate}％（応答${answered}）。`,
    },
  ];
}

function printed(number: number): string {
  return number.toFixed(1);
}
