import type { JapaneseMonth } from "../japan-time.ts";
import type { Programme } from "../programme.ts";
import { type Result, success } from "../result.ts";
import { periodOfMonth, type ReportPeriod } from "./report-period.ts";

/** Which report is made: the name under which it is kept, and what it covers. */
export interface ReportPlan {
  /** Such as `monthly/2024-07`. */
  readonly report: string;
  readonly period: ReportPeriod;
}

/** 定例報告 of a month (R35). A month outside the contract is refused. */
export function monthlyPlan(programme: Programme, month: JapaneseMonth): Result<ReportPlan> {
  const period = periodOfMonth(programme, month);
  return period.ok ? success({ report: `monthly/${month}`, period: period.value }) : period;
}
