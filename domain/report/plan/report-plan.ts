import type { JapaneseDate, JapaneseMonth } from "../../japan-time.ts";
import type { Programme } from "../../programme.ts";
import { type Result, success } from "../../result.ts";
import { periodBetween, periodOfMonth, type ReportPeriod } from "./report-period.ts";
import { weekOf } from "./weekly-lists.ts";

/**
 * 定例報告 of a month, 応対一覧 of a week, 業務完了報告書 of the whole contract (decision 0017). What the completion report
 * has more than a month's, it has under other names.
 */
export type ReportKind = "monthly" | "weekly" | "completion";

/** Which report is made: the name under which it is kept, and what it covers. */
export interface ReportPlan {
  readonly kind: ReportKind;
  /** Such as `monthly/2024-07`, `weekly/2024-07-08` or `completion/2025-03-31`. */
  readonly report: string;
  readonly period: ReportPeriod;
}

/** 定例報告 of a month (R35). A month outside the contract is refused. */
export function monthlyPlan(programme: Programme, month: JapaneseMonth): Result<ReportPlan> {
  const period = periodOfMonth(programme, month);
  return period.ok ? success({ kind: "monthly", report: `monthly/${month}`, period: period.value }) : period;
}

/** The last 定例報告 of the contract, which the programme may cut off before the month ends (R37, R38). */
export function finalPlan(programme: Programme): Result<ReportPlan> {
  return monthlyPlan(programme, programme.contract.to.slice(0, 7));
}

/** 応対一覧 of the week that has a date (R49). A date of a month without weekly lists is refused. */
export function weeklyPlan(programme: Programme, date: JapaneseDate): Result<ReportPlan> {
  const week = weekOf(programme, date);
  if (!week.ok) return week;
  const { from, to } = week.value;
  return success({ kind: "weekly", report: `weekly/${from}`, period: periodBetween(from, to) });
}

/** 業務完了報告書, which bears the date of the contract's last day (R52). */
export function completionPlan({ contract: { from, to } }: Pick<Programme, "contract">): ReportPlan {
  return { kind: "completion", report: `completion/${to}`, period: periodBetween(from, to) };
}
