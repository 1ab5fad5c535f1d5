import { createHash } from "node:crypto";
import { createCalendar } from "../../../domain/calendar/business-calendar.ts";
import { formatInstant } from "../../../domain/japan-time.ts";

/**
 * A digest of many answers of one calendar, and the host's offset from UTC in minutes in January and in July.
 * Run as a program it prints both, so that hosts in different time zones can be compared.
 */
export function calendarDigest(): { readonly answers: string; readonly hostOffsets: string } {
  const calendar = createCalendar({
    opensAtMinute: 540,
    closesAtMinute: 1020,
    specialDays: [
      { kind: "closing", date: "2026-03-09", reason: "庁舎の停電" },
      { kind: "opening", date: "2026-11-01", reason: "臨時開設", opensAtMinute: 60, closesAtMinute: 1440 },
    ],
  });
  const hash = createHash("sha256");
  // Every 7 hours 13 minutes through two years: past each change of summer time anywhere.
  for (let at = Date.UTC(2025, 11, 20); at < Date.UTC(2028, 0, 10); at += 433 * 60_000)
    hash.update(
      [
        formatInstant(at),
        calendar.isOpen(at),
        calendar.reasonClosed(at)?.name,
        formatInstant(calendar.nextOpening(at)),
        formatInstant(calendar.addBusinessMinutes(at, 1_000)),
        calendar.businessMinutesBetween(at, at + 10 * 86_400_000),
      ].join(),
    );
  hash.update(calendar.operatingDays("2025-04-01", "2028-03-31").join());
  const hostOffsets = [0, 6].map((month) => new Date(2026, month, 15).getTimezoneOffset()).join();
  return { answers: hash.digest("hex"), hostOffsets };
}

if (import.meta.main) console.log(JSON.stringify(calendarDigest()));
