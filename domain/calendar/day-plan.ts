import { type DayNumber, dayNumberOf, weekdayOf } from "../japan-time.ts";
import { type Holiday, holidaysOfYear } from "./holidays.ts";
import type { OpeningRules } from "./opening-rules.ts";

/** Why a desk is closed at an instant. `name` is what a caller may be told, in Japanese. */
export interface ClosedReason {
  readonly kind: "special-closing" | "year-end" | "holiday" | "weekend" | "before-opening" | "after-closing";
  readonly name: string;
  /** A holiday computed by law for a year that the Cabinet Office has not published yet. */
  readonly provisional: boolean;
}

/** What the rules make of one day. */
type DayPlan =
  | { readonly kind: "operating"; readonly opensAtMinute: number; readonly closesAtMinute: number }
  | { readonly kind: "closed"; readonly reason: ClosedReason };

/** The plans of the days of one year, from 1 January up to, not including, the next. */
export interface YearPlan {
  readonly firstDay: DayNumber;
  readonly endDay: DayNumber;
  readonly planOf: (day: DayNumber) => DayPlan;
}

const yearEnd = closed({ kind: "year-end", name: "年末年始", provisional: false });
const saturday = closed({ kind: "weekend", name: "土曜日", provisional: false });
const sunday = closed({ kind: "weekend", name: "日曜日", provisional: false });
const closedWeekdays: Readonly<Record<number, DayPlan>> = { 0: sunday, 6: saturday };

/** 29 to 31 December and 1 to 3 January (R22). */
const closedDaysAtEachEnd = 3;

/** Reads rules that have been checked into plans by year; the one place that decides which rule wins on a day. */
export function yearPlanner(rules: OpeningRules): (year: number) => YearPlan {
  const ordinary: DayPlan = {
    kind: "operating",
    opensAtMinute: rules.opensAtMinute,
    closesAtMinute: rules.closesAtMinute,
  };
  const special = specialPlans(rules);
  return (year) => {
    const firstDay = dayNumberOf(`${year}-01-01`);
    const endDay = dayNumberOf(`${year}-12-31`) + 1;
    const holidays = holidaysOfYear(year);
    return {
      firstDay,
      endDay,
      planOf: (day) => {
        const plan = special.get(day);
        if (plan) return plan;
        if (day < firstDay + closedDaysAtEachEnd || day >= endDay - closedDaysAtEachEnd) return yearEnd;
        const holiday = holidays.get(day);
        return holiday ? closedForHoliday(holiday) : (closedWeekdays[weekdayOf(day)] ?? ordinary);
      },
    };
  };
}

/** By day; a later entry replaces an earlier one. */
function specialPlans(rules: OpeningRules): ReadonlyMap<DayNumber, DayPlan> {
  const plans = new Map<DayNumber, DayPlan>();
  for (const entry of rules.specialDays) {
    const day = dayNumberOf(entry.date);
    if (entry.kind === "closing")
      plans.set(day, closed({ kind: "special-closing", name: entry.reason, provisional: false }));
    else
      plans.set(day, {
        kind: "operating",
        opensAtMinute: entry.opensAtMinute,
        closesAtMinute: entry.closesAtMinute,
      });
  }
  return plans;
}

function closedForHoliday({ name, provisional }: Holiday): DayPlan {
  return closed({ kind: "holiday", name, provisional });
}

function closed(reason: ClosedReason): DayPlan {
  return { kind: "closed", reason };
}
