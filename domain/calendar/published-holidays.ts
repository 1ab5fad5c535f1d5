import { dateOfDay, type JapaneseDate, parseDate } from "../japan-time.ts";
import { failure, type Result, success } from "../result.ts";
import { supportedYears } from "./holiday-law.ts";
import { holidaysOfYear } from "./holidays.ts";

/** Where the Cabinet Office publishes its list of holidays, the next year's at the beginning of each February. */
export const publishedListAddress = "https://www8.cao.go.jp/chosei/shukujitsu/syukujitsu.csv";

const header = "国民の祝日・休日月日,国民の祝日・休日名称";

/** One row of the list. */
export interface OfficialHoliday {
  readonly date: JapaneseDate;
  readonly name: string;
}

/** Reads the list: CP932, two columns, dates as 2027/1/1, in order, without a missing year. */
export function readOfficialHolidays(bytes: Uint8Array): Result<OfficialHoliday[]> {
  const text = decode(bytes);
  if (!text.ok) return text;
  const [first, ...lines] = text.value.replace(/\r?\n$/, "").split(/\r?\n/);
  if (first !== header) return failure(`Line 1 must be "${header}", but it is "${first?.slice(0, 80)}".`);
  const rows: OfficialHoliday[] = [];
  for (const [index, line] of lines.entries()) {
    const row = readRow(line);
    if (!row.ok) return failure(`Line ${index + 2}: ${row.problem}`);
    const problem = orderProblem(rows.at(-1), row.value);
    if (problem !== undefined) return failure(`Line ${index + 2}: ${problem}`);
    rows.push(row.value);
  }
  return rows.length > 0 ? success(rows) : failure("There is no row below the header: fetch the file again.");
}

function decode(bytes: Uint8Array): Result<string> {
  try {
    return success(new TextDecoder("shift_jis", { fatal: true }).decode(bytes));
  } catch {
    return failure("The file is not in Shift_JIS (CP932): take it from the Cabinet Office as it is.");
  }
}

function readRow(line: string): Result<OfficialHoliday> {
  const parts = /^(\d{4})\/([1-9]\d?)\/([1-9]\d?),([^,"\s]+)$/.exec(line);
  if (!parts) return failure(`"${line}" is not a row such as "2027/1/1,元日".`);
  const [, year, month = "", day = "", name = ""] = parts;
  const date = parseDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return date.ok ? success({ date: date.value, name }) : date;
}

function orderProblem(before: OfficialHoliday | undefined, row: OfficialHoliday): string | undefined {
  if (!before) return undefined;
  if (row.date === before.date) return `${row.date} is listed twice.`;
  if (row.date < before.date) return `${row.date} comes after ${before.date}, but the rows must be in order.`;
  return yearOf(row) > yearOf(before) + 1 ? `The year ${yearOf(before) + 1} is missing.` : undefined;
}

/** The year of a row. */
export function yearOf({ date }: OfficialHoliday): number {
  return Number(date.slice(0, 4));
}

const lineFeed = 10;

/** 勤労感謝の日 is on 23 November in every year since 1948, and nothing but a holiday of December comes after it. */
const lastNamedDay = "11-23";

/**
 * Reads the list as it was fetched from the Cabinet Office: sound, from the first year that it has always had to one that
 * is not before `knownTo`, and whole to the end of its last year. What was cut off on its way is refused.
 */
export function readWholeList(bytes: Uint8Array, knownTo: number): Result<OfficialHoliday[]> {
  const rows = readOfficialHolidays(bytes);
  if (!rows.ok) return rows;
  if (bytes.at(-1) !== lineFeed) return failure("The list ends within a line: it is cut off.");
  const [first, last] = [rows.value[0], rows.value.at(-1)];
  if (!first || yearOf(first) > supportedYears.first)
    return failure(
      `The list begins with ${first?.date}, and not in ${supportedYears.first}: it is not whole.`,
    );
  if (!last || yearOf(last) < knownTo || last.date.slice(5) < lastNamedDay)
    return failure(
      `The list ends with ${last?.date}, before 23 November ${knownTo} or later: it is cut off.`,
    );
  return rows;
}

/** A date on which the published list and this service's calendar do not agree. */
export interface HolidayDifference {
  readonly date: JapaneseDate;
  /** The name in the list; undefined where the list has no holiday. */
  readonly published?: string;
  /** The name in this service's calendar; undefined where it has no holiday. */
  readonly ours?: string;
}

/** What the list writes for days to which the law gives no name: here they bear the name of their kind. */
const unnamed = "休日";

/**
 * Where a published list and this service's holidays differ, in order of date, for every year that both know: the official
 * years, and those that are computed by law until they are published.
 */
export function holidayDifferences(published: readonly OfficialHoliday[]): HolidayDifference[] {
  const years = [...new Set(published.map(yearOf))].filter(
    (year) => year >= supportedYears.first && year <= supportedYears.last,
  );
  return years.flatMap((year) => {
    const theirs = new Map(
      published.filter((row) => yearOf(row) === year).map((row) => [row.date, row.name]),
    );
    const ours = new Map([...holidaysOfYear(year)].map(([day, { name }]) => [dateOfDay(day), name]));
    const dates = [...new Set([...theirs.keys(), ...ours.keys()])].sort();
    return dates.flatMap((date) => differenceOn(date, theirs.get(date), ours.get(date)));
  });
}

function differenceOn(
  date: JapaneseDate,
  published: string | undefined,
  ours: string | undefined,
): HolidayDifference[] {
  const isSame =
    published === ours || (ours !== undefined && published !== undefined && published.startsWith(unnamed));
  if (isSame) return [];
  return [{ date, ...(published !== undefined && { published }), ...(ours !== undefined && { ours }) }];
}

/** One difference in words, as `2027-07-19: 海の日 in the list, no holiday here`. */
export function differenceInWords({ date, published, ours }: HolidayDifference): string {
  return `${date}: ${published ?? "no holiday"} in the list, ${ours ?? "no holiday"} here`;
}
