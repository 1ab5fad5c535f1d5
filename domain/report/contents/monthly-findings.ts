import type { JapaneseDate } from "../../japan-time.ts";
import type { Programme } from "../../programme.ts";
import type { Figures } from "../figures/figures.ts";
import type { HourFigures } from "./hours-table.ts";
import type { Indicator } from "./indicators.ts";
import type { ListedProposal } from "./proposals-table.ts";
import type { ReportPeriod } from "../plan/report-period.ts";
import type { Suggestion } from "./suggestions.ts";
import type { CategoryTrend } from "./trends-table.ts";

/** What a document to read is made from: what the files beside it were made from. */
export interface MonthlyFindings {
  readonly programme: Programme;
  readonly period: ReportPeriod;
  /** Of the whole period. */
  readonly figures: Figures;
  readonly indicators: readonly Indicator[];
  /** The days of the results, in order. */
  readonly days: readonly DayFigures[];
  /** The hours of the results, in order. */
  readonly hours: readonly HourFigures[];
  readonly trends: readonly CategoryTrend[];
  /** What was changed of the categories in the period, a sentence each. */
  readonly categoryChanges: readonly string[];
  /** Those that were open at some time in the period. */
  readonly proposals: readonly ListedProposal[];
  readonly suggestions: readonly Suggestion[];
}

export interface DayFigures {
  readonly date: JapaneseDate;
  readonly figures: Figures;
}
