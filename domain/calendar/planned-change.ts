import {
  dateAt,
  datesBetween,
  dayNumberOf,
  type Instant,
  instantOfDay,
  type JapaneseDate,
  millisPerMinute,
  parseDate,
} from "../japan-time.ts";
import { failure, type Result, success } from "../result.ts";
import type { BusinessCalendar } from "./business-calendar.ts";
import type { SpecialDay } from "./opening-rules.ts";

/** What a supervisor changes about the days on which a desk is open; minutes are minutes of the day in Japan. */
export type CalendarChange =
  | { readonly kind: "from-now"; readonly to: JapaneseDate; readonly reason: string }
  | {
      readonly kind: "closing";
      readonly from: JapaneseDate;
      readonly to: JapaneseDate;
      readonly reason: string;
    }
  | {
      readonly kind: "early";
      readonly date: JapaneseDate;
      readonly closesAtMinute: number;
      readonly reason: string;
    }
  | {
      readonly kind: "opening";
      readonly date: JapaneseDate;
      readonly opensAtMinute: number;
      readonly closesAtMinute: number;
      readonly reason: string;
    };

interface Hours {
  readonly opensAtMinute: number;
  readonly closesAtMinute: number;
}

/** A change of more days is no emergency; it belongs into the programme's settings (a rule of ours). */
const mostDays = 31;

/**
 * The special days that a change means at `now`, in order of date: at least one. Of today only what is still to come is
 * changed, so that no call that was in opening hours becomes one that came when closed.
 */
export function specialDaysOf(
  change: CalendarChange,
  calendar: Pick<BusinessCalendar, "isOperatingDay">,
  hours: Hours,
  now: Instant,
): Result<SpecialDay[]> {
  const [from, to] = datesOf(change, now);
  const wrong = rangeProblem(from, to, now);
  if (wrong !== undefined) return failure(wrong);
  const days = datesBetween(from, to)
    .filter((date) => change.kind === "opening" || calendar.isOperatingDay(date))
    .flatMap((date) => dayOf(change, date, hours, now));
  const problem = days.length === 0 ? nothingOpen : timeProblem(days, hours, now);
  return problem === undefined ? success(days) : failure(problem);
}

function rangeProblem(from: JapaneseDate, to: JapaneseDate, now: Instant): string | undefined {
  if (![from, to].every((date) => parseDate(date).ok))
    return "この日付はありません。日付を選び直してください。";
  if (from < dateAt(now)) return "過ぎた日は変えられません。今日からあとの日を選んでください。";
  if (to < from) return "終わりの日が、始まりの日より前です。終わりの日を選び直してください。";
  return dayNumberOf(to) - dayNumberOf(from) >= mostDays
    ? `一度に変えられるのは${mostDays}日までです。期間を短くしてください。`
    : undefined;
}

const nothingOpen = "選んだ日は、もともと受付がありません。日付を確かめてください。";

function datesOf(change: CalendarChange, now: Instant): readonly [JapaneseDate, JapaneseDate] {
  if (change.kind === "from-now") return [dateAt(now), change.to];
  return change.kind === "closing" ? [change.from, change.to] : [change.date, change.date];
}

function dayOf(change: CalendarChange, date: JapaneseDate, hours: Hours, now: Instant): SpecialDay[] {
  const { kind, reason } = change;
  const { opensAtMinute } = hours;
  if (kind === "opening") return [{ ...change, date }];
  if (kind === "early")
    return [{ kind: "opening", date, reason, opensAtMinute, closesAtMinute: change.closesAtMinute }];
  const minute = Math.floor((now - instantOfDay(dayNumberOf(date))) / millisPerMinute);
  if (kind === "closing" || minute <= opensAtMinute) return [{ kind: "closing", date, reason }];
  if (minute >= hours.closesAtMinute) return [];
  return [{ kind: "opening", date, reason, opensAtMinute, closesAtMinute: minute }];
}

function timeProblem(days: readonly SpecialDay[], hours: Hours, now: Instant): string | undefined {
  const [first] = days;
  if (!first) return undefined;
  const at = (minute: number) => instantOfDay(dayNumberOf(first.date), minute);
  if (first.kind === "closing")
    return now > at(hours.opensAtMinute)
      ? "今日の受付はもう始まっています。「今から休業」を選んでください。"
      : undefined;
  if (first.opensAtMinute >= first.closesAtMinute)
    return "終わりの時刻を、始まりの時刻より後にしてください。";
  return at(first.closesAtMinute) + millisPerMinute <= now
    ? "終わりの時刻が過ぎています。これからの時刻を選ぶか、「今から休業」を選んでください。"
    : undefined;
}
