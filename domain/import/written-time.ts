import { dayNumberOf, type Instant, instantOfDay, parseDate, parseInstant } from "../japan-time.ts";
import { failure, type Result, success } from "../result.ts";

/** The year before the first of each era; 令和 from 2019, 平成 from 1989. */
const yearsBeforeEra: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 };

const era = "(令和|平成|r|h)\\s*(元|\\d{1,2})";
const date = `(?:(\\d{4})|${era})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})日?`;
const weekday = "(?:\\s*\\([日月火水木金土](?:曜日?)?\\))?";
const time = "(?:[\\sT]*(\\d{1,2})(?::|時)(?:(\\d{1,2})(?:分|:(\\d{1,2}))?)?)?";
const pattern = new RegExp(`^${date}${weekday}${time}$`, "i");

/**
 * Reads a date, or a date and time, as people and spreadsheets write it: 2024/6/5, 2024-06-05 10:30, 2024年6月5日（水）10時30分,
 * 令和6年6月5日, R6.6.5, and ISO 8601 with its offset. Without an offset it is Japan time. `minuteOfDay` is what a date alone is
 * taken to mean.
 */
export function readTime(text: string, minuteOfDay: number): Result<Instant> {
  const written = text.normalize("NFKC").trim();
  const exact = parseInstant(written);
  if (exact.ok) return exact;
  const parts = pattern.exec(written);
  if (!parts) return failure("日時として読めません。2024/6/5 または 2024/6/5 10:30 のように書いてください。");
  const [, year, eraName = "", yearOfEra = "", month = "", day = "", hour, minute, second] = parts;
  const fullYear = year ?? String(yearOf(eraName, yearOfEra));
  const found = parseDate(`${fullYear}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  if (!found.ok) return failure(`${fullYear}年${month}月${day}日という日付はありません。`);
  const seconds = hour === undefined ? minuteOfDay * 60 : secondsOf(hour, minute, second);
  if (seconds === undefined) return failure("時刻として読めません。0:00 から 23:59 までで書いてください。");
  return success(instantOfDay(dayNumberOf(found.value)) + seconds * 1000);
}

function yearOf(eraName: string, yearOfEra: string): number {
  return Number(yearsBeforeEra[eraName.toLowerCase()]) + (yearOfEra === "元" ? 1 : Number(yearOfEra));
}

/** Seconds since midnight; undefined where a day has no such time. */
function secondsOf(hour: string, minute = "0", second = "0"): number | undefined {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return Number(hour) * 3600 + Number(minute) * 60 + Number(second);
}
