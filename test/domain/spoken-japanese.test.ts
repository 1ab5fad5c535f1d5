import { describe, expect, test } from "vitest";
import { parseInstant } from "../../domain/japan-time.ts";
import {
  monthAndDay,
  spokenDate,
  spokenMinute,
  spokenMoment,
  spokenTime,
} from "../../domain/spoken-japanese.ts";

function at(text: string): number {
  const instant = parseInstant(text);
  if (!instant.ok) throw new Error(instant.problem);
  return instant.value;
}

describe("a date", () => {
  // Weekdays: Cabinet Office list of 2024, in which 15 July is 海の日, a third Monday.
  test.each([
    ["2024-07-15", "7月15日、月曜日"],
    ["2024-07-16", "7月16日、火曜日"],
    ["2025-03-01", "3月1日、土曜日"],
    ["2024-12-29", "12月29日、日曜日"],
  ])("%s is said without zeros and with its weekday", (date, spoken) => {
    expect(spokenDate(date)).toBe(spoken);
    expect(spoken.startsWith(monthAndDay(date))).toBe(true);
  });
});

describe("a time", () => {
  test.each([
    [0, "午前0時"],
    [5, "午前0時5分"],
    [540, "午前9時"],
    [719, "午前11時59分"],
    [720, "正午"],
    [721, "午後0時1分"],
    [1020, "午後5時"],
    [1050, "午後5時30分"],
    [1439, "午後11時59分"],
    [1440, "午前0時"],
  ])("minute %i is said as %s", (minute, spoken) => {
    expect(spokenMinute(minute)).toBe(spoken);
  });

  test("is Japan's time, and its seconds are not said", () => {
    expect(spokenTime(at("2024-07-16T00:00:59Z"))).toBe("午前9時");
    expect(spokenTime(at("2024-07-16T16:59:59+09:00"))).toBe("午後4時59分");
  });
});

describe("a coming instant", () => {
  test("later on the same day in Japan is said as today", () => {
    expect(spokenMoment(at("2024-07-16T09:00"), at("2024-07-16T00:00"))).toBe("本日、午前9時");
  });

  test("on the next day in Japan is said as tomorrow, with its date, also across a month and a year", () => {
    expect(spokenMoment(at("2024-07-17T09:00"), at("2024-07-16T23:59:59"))).toBe(
      "明日、7月17日、水曜日、午前9時",
    );
    expect(spokenMoment(at("2024-08-01T09:00"), at("2024-07-31T17:00"))).toBe(
      "明日、8月1日、木曜日、午前9時",
    );
    expect(spokenMoment(at("2025-01-01T09:00"), at("2024-12-31T17:00"))).toBe(
      "明日、1月1日、水曜日、午前9時",
    );
  });

  test("on a later day is said with its date alone", () => {
    expect(spokenMoment(at("2024-07-16T09:00"), at("2024-07-13T10:00"))).toBe("7月16日、火曜日、午前9時");
  });

  test("is counted in days of Japan, not of the host or of UTC", () => {
    // 15 July 23:30 in UTC is already 16 July 08:30 in Japan.
    expect(spokenMoment(at("2024-07-16T09:00"), at("2024-07-15T23:30Z"))).toBe("本日、午前9時");
  });
});
