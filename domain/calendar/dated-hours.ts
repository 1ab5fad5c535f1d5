import { datesBetween, dayNumberOf, instantOfDay, type JapaneseDate, weekdayOf } from "../japan-time.ts";
import { failure, type Result, success } from "../result.ts";
import { createCalendar, type OpeningRules } from "./business-calendar.ts";
import { yearPlanner } from "./day-plan.ts";

/** The hours of one day, in minutes of the day in Japan; the closing minute is not included. */
export interface OpenHours {
  readonly opensAtMinute: number;
  readonly closesAtMinute: number;
}

/** Dates, both ends included. */
export interface Period {
  readonly from: JapaneseDate;
  readonly to: JapaneseDate;
}

/** A date on which a desk does not keep its week: why, and the hours it keeps instead; without them it is closed all day. */
export interface DatedHours {
  readonly date: JapaneseDate;
  /** In Japanese: the holiday, or what was entered for the day. */
  readonly reason: string;
  readonly hours?: OpenHours;
}

/** How many dated overrides hours of operation hold in Amazon Connect (administrator guide, "Set the hours of operation"). */
const mostDatedHours = 50;

/** The hours that the rules give each date; undefined for a closing day. The date must exist, in 1955 to 2099. */
export function openHoursOf(rules: OpeningRules): (date: JapaneseDate) => OpenHours | undefined {
  const planYear = yearPlanner(rules);
  return (date) => {
    const plan = planYear(Number(date.slice(0, 4))).planOf(dayNumberOf(date));
    if (plan.kind === "closed") return undefined;
    return { opensAtMinute: plan.opensAtMinute, closesAtMinute: plan.closesAtMinute };
  };
}

/** The dates of a period on which the one calendar says something else than Monday to Friday, the ordinary hours. */
export function datedHours(rules: OpeningRules, { from, to }: Period): DatedHours[] {
  const calendar = createCalendar(rules);
  const hoursOn = openHoursOf(rules);
  return datesBetween(from, to).flatMap((date): DatedHours[] => {
    const hours = hoursOn(date);
    if (hours) {
      const entered = rules.specialDays.findLast((day) => day.date === date);
      return entered ? [{ date, reason: entered.reason, hours }] : [];
    }
    const reason = calendar.reasonClosed(instantOfDay(dayNumberOf(date), rules.opensAtMinute));
    return reason && isWeekday(date) ? [{ date, reason: reason.name }] : [];
  });
}

function isWeekday(date: JapaneseDate): boolean {
  const weekday = weekdayOf(dayNumberOf(date));
  return weekday !== 0 && weekday !== 6;
}

/**
 * The part of a contract whose dated hours fit into Amazon Connect at once, beginning with `from` (decision 0011): to the
 * contract's end where that fits, else to the end of the last fiscal year (31 March) that does. What follows is deployed
 * when it comes near, with a later `from`. No clock decides: the same settings give the same period.
 */
export function datedPeriod(
  rules: OpeningRules,
  contract: Period,
  from: JapaneseDate = contract.from,
): Result<Period> {
  if (from < contract.from || from > contract.to)
    return failure(
      `hoursFrom was ${from}: a date of the contract, ${contract.from} to ${contract.to}, or absent.`,
    );
  const dated = datedHours(rules, { from, to: contract.to });
  const last = dated[mostDatedHours]?.date;
  if (last === undefined) return success({ from, to: contract.to });
  // The first date that does not fit: the period ends before it, with a fiscal year.
  const ends = fiscalYearEndBefore(last);
  return ends >= from
    ? success({ from, to: ends })
    : failure(
        `The hours from ${from} need more than ${mostDatedHours} dated overrides before ${last}, and Amazon Connect ` +
          "takes no more: set a later hoursFrom, or take special days out of the settings.",
      );
}

/** The last 31 March before a date. */
function fiscalYearEndBefore(date: JapaneseDate): JapaneseDate {
  const year = Number(date.slice(0, 4));
  const ofThisYear = `${year}-03-31`;
  return ofThisYear < date ? ofThisYear : `${year - 1}-03-31`;
}
