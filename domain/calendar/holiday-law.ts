import { type DayNumber, dayNumberOf, type JapaneseDate, weekdayOf } from "../japan-time.ts";

/**
 * The holidays (休日) of a year under the Act on National Holidays (国民の祝日に関する法律, Act 178 of 1948),
 * as it stood in that year.
 *
 * Article 2 names the days, article 3(1) makes them holidays, 3(2) adds substitutes (振替休日) and
 * 3(3) the day between two named days (国民の休日). Ceremonies of the imperial house have acts of their own.
 * The dates on which the amendments took effect are beside the rows and rules that they changed.
 */

/** The years that this service answers for: the official list begins in 1955, the equinox formula ends in 2099. */
export const supportedYears = { first: 1955, last: 2099 } as const;

const substituteName = "振替休日";
const citizensHolidayName = "国民の休日";

interface NamedDay {
  readonly name: string;
  readonly on: (year: number) => DayNumber;
  /** First and last year of this row; left out where the row reaches beyond the supported years. */
  readonly from?: number;
  readonly to?: number;
}

const sunday = 0;
const monday = 1;

/** `02-11`: the same date every year. */
function fixed(monthAndDay: string): NamedDay["on"] {
  return (year) => dayNumberOf(`${year}-${monthAndDay}`);
}

/** `01`, 2: the second Monday of January. */
function nthMonday(month: string, nth: number): NamedDay["on"] {
  return (year) => {
    const first = dayNumberOf(`${year}-${month}-01`);
    return first + ((monday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  };
}

/**
 * Article 2 says only "equinox day"; the National Astronomical Observatory announces it in February of the year before.
 * Until then: the short formula of 新こよみ便利帳, which has one constant to 1979 and another from 1980 to 2099.
 *
 * The book subtracts int((year - 1983) / 4) before 1980, where int drops the fraction towards zero. That is the
 * number of 29 Februaries since 1980, counted below zero, and floor((year - 1980) / 4) gives it for both periods.
 */
function equinox(month: string, constantTo1979: number, constantFrom1980: number): NamedDay["on"] {
  return (year) => {
    const constant = year < 1980 ? constantTo1979 : constantFrom1980;
    const day = Math.floor(constant + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));
    return dayNumberOf(`${year}-${month}-${day}`);
  };
}

/**
 * Article 2 through its history: Acts 86 of 1966, 5 of 1989, 22 of 1995 (in force 1996), 141 of 1998 (2000),
 * 59 of 2001 (2003), 43 of 2005 (2007), 43 of 2014 (2016) and 57 of 2018 (2020).
 *
 * The moves of 2020 and 2021: article 32 of the special measures act for the Tokyo Olympics (Act 33 of 2015).
 * No Emperor's Birthday in 2019: supplementary article 10 of the abdication act (Act 63 of 2017), in force 30 April 2019.
 */
const namedDays: readonly NamedDay[] = [
  { name: "元日", on: fixed("01-01") },
  { name: "成人の日", on: fixed("01-15"), to: 1999 },
  { name: "成人の日", on: nthMonday("01", 2), from: 2000 },
  // Named by cabinet order, as article 2 says: order 376 of 1966.
  { name: "建国記念の日", on: fixed("02-11"), from: 1967 },
  { name: "天皇誕生日", on: fixed("02-23"), from: 2020 },
  { name: "春分の日", on: equinox("03", 20.8357, 20.8431) },
  { name: "天皇誕生日", on: fixed("04-29"), to: 1988 },
  { name: "みどりの日", on: fixed("04-29"), from: 1989, to: 2006 },
  { name: "昭和の日", on: fixed("04-29"), from: 2007 },
  { name: "憲法記念日", on: fixed("05-03") },
  { name: "みどりの日", on: fixed("05-04"), from: 2007 },
  { name: "こどもの日", on: fixed("05-05") },
  { name: "海の日", on: fixed("07-20"), from: 1996, to: 2002 },
  { name: "海の日", on: nthMonday("07", 3), from: 2003, to: 2019 },
  { name: "海の日", on: fixed("07-23"), from: 2020, to: 2020 },
  { name: "海の日", on: fixed("07-22"), from: 2021, to: 2021 },
  { name: "海の日", on: nthMonday("07", 3), from: 2022 },
  { name: "山の日", on: fixed("08-11"), from: 2016, to: 2019 },
  { name: "山の日", on: fixed("08-10"), from: 2020, to: 2020 },
  { name: "山の日", on: fixed("08-08"), from: 2021, to: 2021 },
  { name: "山の日", on: fixed("08-11"), from: 2022 },
  { name: "敬老の日", on: fixed("09-15"), from: 1966, to: 2002 },
  { name: "敬老の日", on: nthMonday("09", 3), from: 2003 },
  { name: "秋分の日", on: equinox("09", 23.2588, 23.2488) },
  { name: "体育の日", on: fixed("10-10"), from: 1966, to: 1999 },
  { name: "体育の日", on: nthMonday("10", 2), from: 2000, to: 2019 },
  { name: "スポーツの日", on: fixed("07-24"), from: 2020, to: 2020 },
  { name: "スポーツの日", on: fixed("07-23"), from: 2021, to: 2021 },
  { name: "スポーツの日", on: nthMonday("10", 2), from: 2022 },
  { name: "文化の日", on: fixed("11-03") },
  { name: "勤労感謝の日", on: fixed("11-23") },
  { name: "天皇誕生日", on: fixed("12-23"), from: 1989, to: 2018 },
];

/**
 * Days made holidays by an act for one ceremony. Those of 2019 (Act 99 of 2018, supplementary article 2) count as named
 * days for article 3(2) and 3(3); the earlier ones fell on weekdays with no named day near, so it makes no difference.
 */
const ceremonies: Readonly<Record<JapaneseDate, string>> = {
  "1959-04-10": "結婚の儀",
  "1989-02-24": "大喪の礼",
  "1990-11-12": "即位礼正殿の儀",
  "1993-06-09": "結婚の儀",
  "2019-05-01": "天皇の即位の日",
  "2019-10-22": "即位礼正殿の儀の行われる日",
};

/** Article 3(2) was added by Act 10 of 1973, in force on the day of its promulgation. */
const firstDayWithSubstitutes = dayNumberOf("1973-04-12");
/** Article 3(3) was added by Act 103 of 1985, promulgated on 27 December. */
const firstYearWithCitizensHolidays = 1986;
/** Act 43 of 2005 reworded article 3(2) and 3(3) as they read today. */
const firstYearOfPresentWording = 2007;

/**
 * The holidays of a year by day, each with its name; substitutes are 振替休日, days between two named days 国民の休日.
 *
 * @throws RangeError for a year outside `supportedYears`.
 */
export function holidaysByLaw(year: number): ReadonlyMap<DayNumber, string> {
  if (!(year >= supportedYears.first && year <= supportedYears.last))
    throw new RangeError(
      `Holidays are known for the years ${supportedYears.first} to ${supportedYears.last}, not for ${year}.`,
    );
  const named = namedDaysOf(year);
  const holidays = new Map(named);
  for (const day of named.keys()) {
    const substitute = substituteOf(day, year, named);
    if (substitute !== undefined) holidays.set(substitute, substituteName);
  }
  for (const day of named.keys()) {
    const between = day + 1;
    if (named.has(between + 1) && isCitizensHoliday(between, year, holidays))
      holidays.set(between, citizensHolidayName);
  }
  return holidays;
}

function namedDaysOf(year: number): Map<DayNumber, string> {
  const named = new Map<DayNumber, string>();
  for (const { name, on, from = supportedYears.first, to = supportedYears.last } of namedDays)
    if (year >= from && year <= to) named.set(on(year), name);
  for (const [date, name] of Object.entries(ceremonies))
    if (date.startsWith(`${year}-`)) named.set(dayNumberOf(date), name);
  return named;
}

/** Article 3(2): until 2006 only the next day, since 2007 the nearest following day that has no name. */
function substituteOf(
  day: DayNumber,
  year: number,
  named: ReadonlyMap<DayNumber, string>,
): DayNumber | undefined {
  if (weekdayOf(day) !== sunday || day < firstDayWithSubstitutes) return undefined;
  let substitute = day + 1;
  if (year >= firstYearOfPresentWording) while (named.has(substitute)) substitute++;
  return named.has(substitute) ? undefined : substitute;
}

/**
 * Article 3(3), for a day whose neighbours are both named: until 2006 neither a Sunday nor a substitute counted.
 * Since 2007 a Sunday counts too; a day that is already a holiday keeps its name.
 */
function isCitizensHoliday(day: DayNumber, year: number, holidays: ReadonlyMap<DayNumber, string>): boolean {
  if (year < firstYearWithCitizensHolidays || holidays.has(day)) return false;
  return year >= firstYearOfPresentWording || weekdayOf(day) !== sunday;
}
