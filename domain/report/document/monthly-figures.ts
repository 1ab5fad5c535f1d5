import { dash } from "../csv/csv.ts";
import type { Definition, DocumentTable, KeyFigure, Target } from "./document.ts";
import { left, right } from "./document-columns.ts";
import { figureDefinitions } from "../figures/figures.ts";
import type { Indicator } from "../contents/indicators.ts";
import type { MonthlyFindings } from "../contents/monthly-findings.ts";
import { printedCount, printedDifference, printedDivision, printedValue } from "./printed-figures.ts";

/** The indicators that are shown first, in this order. */
const keyIndicators = [
  "受電率（受電応答率）",
  "平均対応時間",
  "受電数",
  "当日折返しを含む受電率",
  "架電数",
  "WEBフォーム受付数",
];

/** The figures that are shown first. Each says what it was made from and what it means. */
export function keyFiguresOf(findings: MonthlyFindings): KeyFigure[] {
  return keyIndicators.flatMap((name) =>
    findings.indicators
      .filter((one) => one.name === name)
      .map((indicator) => ({
        label: indicator.name,
        value: printedValue(indicator.value, indicator.unit),
        basis: basisOf(indicator, findings),
        definition: indicator.definition,
        ...(indicator.target !== null && { target: targetOf(indicator, indicator.target) }),
      })),
  );
}

/** Numerator and denominator of a rate or an average; the parts of what is simply counted. */
function basisOf(indicator: Indicator, { figures }: MonthlyFindings): string {
  if (isDivided(indicator)) return divisionOf(indicator);
  const parts: Readonly<Record<string, string>> = {
    受電数: `応答 ${printedCount(figures.answered)} ＋ 放棄 ${printedCount(figures.abandoned)} ＋ 折返し希望 ${printedCount(figures.callbackRequested)}`,
    架電数: `うち相手が応答 ${printedCount(figures.outboundConnected)}`,
    WEBフォーム受付数: "対象期間に届いた件数",
  };
  return parts[indicator.name] ?? "";
}

/** Whether it is a rate or an average; every other is simply counted. */
function isDivided({ numerator, denominator }: Indicator): boolean {
  return numerator !== null || denominator !== null;
}

function divisionOf(indicator: Indicator): string {
  return printedDivision(indicator, namesOf(indicator));
}

/** What numerator and denominator of an indicator are called, with a space after them. */
function namesOf({ name, unit }: Indicator): readonly [string, string] {
  if (unit === "分") return ["合計 ", "応答 "];
  if (name.startsWith("想定")) return ["受電 ", "想定 "];
  if (name.startsWith("提案")) return ["受電 ", "提案 "];
  return [name.startsWith("当日折返し") ? "応答と当日折返し " : "応答 ", "受電 "];
}

function targetOf(indicator: Indicator, text: string): Target {
  return {
    text,
    difference: printedDifference(
      indicator.difference,
      indicator.differenceUnit ?? "",
      indicator.differenceUnit === "件" ? 0 : 1,
    ),
    standing: indicator.standing ?? dash,
  };
}

/** What was promised or planned beside what was done. */
export function targetsTable({ indicators }: MonthlyFindings): DocumentTable {
  return {
    kind: "table",
    caption: "目標・想定と実績",
    columns: [
      left("指標", 34),
      right("実績", 13),
      left("計算", 38),
      left("目標・想定", 23),
      right("差", 20),
      left("判定", 16),
    ],
    rows: indicators.flatMap((indicator) => {
      if (indicator.target === null) return [];
      const { text, difference, standing } = targetOf(indicator, indicator.target);
      return [
        [
          indicator.name,
          printedValue(indicator.value, indicator.unit),
          divisionOf(indicator),
          text,
          difference,
          standing,
        ],
      ];
    }),
  };
}

/** Every indicator, with numerator and denominator of each that is not simply counted. */
export function indicatorsTable({ indicators }: MonthlyFindings): DocumentTable {
  return {
    kind: "table",
    caption: "対象期間の合計",
    columns: [left("指標", 50), right("値", 20), left("計算（分子 ÷ 分母）", 46)],
    rows: indicators.map((indicator) => [
      indicator.name,
      printedValue(indicator.value, indicator.unit),
      isDivided(indicator) ? divisionOf(indicator) : "",
    ]),
  };
}

/** What each word means: the figures', then what indicators say beyond them. */
export function definitionsOf({ indicators }: MonthlyFindings): Definition[] {
  const ofFigures = Object.values(figureDefinitions);
  const others = indicators.filter(
    ({ definition }) => !ofFigures.some((sentence) => definition.startsWith(sentence)),
  );
  return [
    ...ofFigures.map(definitionOf),
    ...others.map(({ name, definition }) => ({ term: name, meaning: definition })),
  ];
}

/** A definition is written as one sentence: the word, and after a colon or an equals sign what it means. */
function definitionOf(sentence: string): Definition {
  const [, term = sentence, sign, meaning = ""] = /^([^：＝]+)([：＝])(.*)$/.exec(sentence) ?? [];
  return { term, meaning: sign === "＝" ? `＝ ${meaning}` : meaning };
}
