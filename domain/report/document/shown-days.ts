import { type JapaneseMonth, weekdayName } from "../../japan-time.ts";
import { type Figures, ratio } from "../figures/figures.ts";
import type { DayFigures } from "../contents/monthly-findings.ts";

/** The figures of a day or of a month, as far as a document shows them one beside the other. */
export type ShownFigures = Pick<
  Figures,
  | "offered"
  | "answered"
  | "abandoned"
  | "callbackRequested"
  | "answerRate"
  | "arrivedClosed"
  | "outboundAttempts"
  | "webForms"
  | "averageHandlingSeconds"
>;

/** A day, or a month of a period that is too long to be shown by days. */
export interface ShownTime {
  /** Under a chart, a line each. */
  readonly label: readonly string[];
  /** In a table and in a sentence. */
  readonly name: string;
  readonly figures: ShownFigures;
}

/** More days than a month has are shown as months. */
export const mostDays = 31;

/** The days of a report as a document shows them: each, or where they are too many, the months that they make up. */
export function shownTimes(days: readonly DayFigures[]): {
  readonly unit: "日" | "月";
  readonly times: readonly ShownTime[];
} {
  if (days.length <= mostDays) return { unit: "日", times: days.map(ofDay) };
  const months = Map.groupBy(days, ({ date }) => date.slice(0, 7));
  return { unit: "月", times: [...months].map(([month, all]) => ofMonth(month, all)) };
}

function ofDay({ date, figures }: DayFigures): ShownTime {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  const weekday = weekdayName(date);
  return { label: [String(day), weekday], name: `${month}月${day}日（${weekday}）`, figures };
}

function ofMonth(month: JapaneseMonth, days: readonly DayFigures[]): ShownTime {
  const sum = (count: (figures: Figures) => number) =>
    days.reduce((total, { figures }) => total + count(figures), 0);
  const [offered, answered] = [sum((of) => of.offered), sum((of) => of.answered)];
  const name = `${Number(month.slice(5))}月`;
  return {
    label: [name],
    name,
    figures: {
      offered,
      answered,
      abandoned: sum((of) => of.abandoned),
      callbackRequested: sum((of) => of.callbackRequested),
      answerRate: ratio(answered, offered),
      arrivedClosed: sum((of) => of.arrivedClosed),
      outboundAttempts: sum((of) => of.outboundAttempts),
      webForms: sum((of) => of.webForms),
      averageHandlingSeconds: ratio(
        sum((of) => of.handlingSeconds),
        answered,
      ),
    },
  };
}
