import dayjs from "dayjs";
import dayjsBusinessTime from "dayjs-business-time";
import { createCalendar } from "../domain/calendar/business-calendar.ts";
import { holidaysOfYear } from "../domain/calendar/holidays.ts";
import { dateOfDay, dayNumberOf, formatInstant, instantOfDay } from "../domain/japan-time.ts";
import { interleaved } from "./rounds.ts";

/**
 * The calendar's questions beside dayjs-business-time 1.0.4, with the same hours and closing days, in July 2024.
 * The peer knows no time zone of its own, so the process runs in Japan's.
 */
process.env["TZ"] = "Asia/Tokyo";

const calendar = createCalendar({ opensAtMinute: 540, closesAtMinute: 1020, specialDays: [] });
const years = [2023, 2024, 2025];
const yearEnd = years.flatMap((year) =>
  ["12-29", "12-30", "12-31", "01-01", "01-02", "01-03"].map((day) => `${year}-${day}`),
);
const day = { start: "09:00:00", end: "17:00:00" };
dayjs.extend(dayjsBusinessTime);
dayjs.setBusinessTime({
  sunday: null,
  monday: [day],
  tuesday: [day],
  wednesday: [day],
  thursday: [day],
  friday: [day],
  saturday: null,
});
dayjs.setHolidays([...years.flatMap((year) => [...holidaysOfYear(year).keys()].map(dateOfDay)), ...yearEnd]);

const first = dayNumberOf("2024-07-01");
const instants = Array.from({ length: 997 }, (_, index) =>
  instantOfDay(first + (index % 31), ((index * 37) % 1440) + 0.5),
);
const at = (index: number) => instants[index % instants.length] ?? 0;
const later = (index: number) => at(index) + 20 * 86_400_000;

/** The peer counts the closing minute's first instant as open; half past a minute the two must agree. */
const disagreement = instants.find((instant) => calendar.isOpen(instant) !== dayjs(instant).isBusinessTime());
if (disagreement !== undefined)
  throw new Error(`The two calendars disagree at ${formatInstant(disagreement)}.`);

const questions = [
  [
    "is it open",
    (index: number) => calendar.isOpen(at(index)),
    (index: number) => dayjs(at(index)).isBusinessTime(),
  ],
  [
    "when does it open next",
    (index: number) => calendar.nextOpening(at(index)),
    (index: number) => dayjs(at(index)).nextBusinessTime(),
  ],
  [
    "add three days of opening time",
    (index: number) => calendar.addBusinessMinutes(at(index), 1440),
    (index: number) => dayjs(at(index)).addBusinessMinutes(1440),
  ],
  [
    "opening minutes in twenty days",
    (index: number) => calendar.businessMinutesBetween(at(index), later(index)),
    (index: number) => dayjs(later(index)).businessMinutesDiff(dayjs(at(index))),
  ],
] as const;

for (const [part, ours, peer] of questions) {
  const taken = interleaved({ ours: { times: 200_000, run: ours }, peer: { times: 200, run: peer } });
  console.log(
    JSON.stringify({
      part: `calendar: ${part}`,
      peer: "dayjs-business-time",
      oursValue: taken.ours,
      peerValue: taken.peer,
      unit: "ns",
      ratio: taken.peer / taken.ours,
    }),
  );
}
