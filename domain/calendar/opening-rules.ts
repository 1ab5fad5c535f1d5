import { type JapaneseDate, parseDate } from "../japan-time.ts";
import { failure, type Result, success } from "../result.ts";
import { supportedYears } from "./holiday-law.ts";

/** A dated exception to the weekly pattern, entered in the programme's settings or by a supervisor. */
export type SpecialDay =
  | { readonly kind: "closing"; readonly date: JapaneseDate; readonly reason: string }
  | {
      readonly kind: "opening";
      readonly date: JapaneseDate;
      readonly reason: string;
      readonly opensAtMinute: number;
      readonly closesAtMinute: number;
    };

/** When a desk is open. Minutes are minutes of the day in Japan; the closing minute is not included. */
export interface OpeningRules {
  readonly opensAtMinute: number;
  readonly closesAtMinute: number;
  readonly specialDays: readonly SpecialDay[];
}

const minutesOfDay = 24 * 60;

/**
 * Checks opening rules; the sentence names the field, as in `specialDays[2].date`.
 *
 * Two special days for one date are allowed: the last in the list wins, so that a later entry corrects an earlier one.
 */
export function checkOpeningRules(rules: OpeningRules): Result<OpeningRules> {
  const problem = hoursProblem(rules) ?? specialDaysProblem(rules.specialDays);
  return problem === undefined ? success(rules) : failure(problem);
}

/** Checks one special day, as it is entered. */
export function checkSpecialDay(entry: SpecialDay): Result<SpecialDay> {
  const problem = specialDayProblem(entry);
  return problem === undefined ? success(entry) : failure(problem);
}

function specialDaysProblem(entries: readonly SpecialDay[]): string | undefined {
  for (const [index, entry] of entries.entries()) {
    const problem = specialDayProblem(entry);
    if (problem !== undefined) return `specialDays[${index}].${problem}`;
  }
  return undefined;
}

function specialDayProblem(entry: SpecialDay): string | undefined {
  const date = parseDate(entry.date);
  if (!date.ok) return `date: ${date.problem}`;
  const year = Number(entry.date.slice(0, 4));
  if (year < supportedYears.first || year > supportedYears.last)
    return `date: ${entry.date} is outside the years ${supportedYears.first} to ${supportedYears.last}.`;
  if (entry.reason.trim() === "") return "reason is empty: write what a caller is told.";
  return entry.kind === "opening" ? hoursProblem(entry) : undefined;
}

function hoursProblem(hours: {
  readonly opensAtMinute: number;
  readonly closesAtMinute: number;
}): string | undefined {
  for (const field of ["opensAtMinute", "closesAtMinute"] as const) {
    const minute = hours[field];
    if (!(Number.isInteger(minute) && minute >= 0 && minute <= minutesOfDay))
      return `${field} is ${minute}: write a whole minute of the day, 0 to ${minutesOfDay}.`;
  }
  return hours.closesAtMinute > hours.opensAtMinute
    ? undefined
    : `closesAtMinute is ${hours.closesAtMinute}: it must be after opensAtMinute, which is ${hours.opensAtMinute}.`;
}
