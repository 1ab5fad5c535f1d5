import type { JapaneseDate, JapaneseMonth } from "./japan-time.ts";

/**
 * 和暦, for people who read dates on paper. 令和 began on 1 May 2019 (政令第143号 of 1 April 2019, under 元号法); its first
 * year is written 元年. Earlier dates belong to other eras, which no report of this service reaches: they throw.
 */
const reiwa = { name: "令和", from: "2019-05-01", yearBefore: 2018 } as const;

/** 令和6年7月16日, of a date that is known to exist. Throws a RangeError before 令和. */
export function eraDate(date: JapaneseDate): string {
  if (date < reiwa.from) throw new RangeError(`${date} is before 令和: its era is not known here.`);
  return `${eraMonth(date.slice(0, 7))}${Number(date.slice(8, 10))}日`;
}

/** 令和6年7月. Throws a RangeError for a month before 令和. */
export function eraMonth(month: JapaneseMonth): string {
  if (month < reiwa.from.slice(0, 7))
    throw new RangeError(`${month} is before 令和: its era is not known here.`);
  const year = Number(month.slice(0, 4)) - reiwa.yearBefore;
  return `${reiwa.name}${year === 1 ? "元" : year}年${Number(month.slice(5, 7))}月`;
}
