import { dateOfDay, dayNumberOf, type JapaneseDate } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { dailyKeptDays, monthlyBackups } from "../../lib/backup-schedules.ts";

/** The date on which the last backup that may hold personal data vanishes, with the schedules that are deployed. */
export function backupsAreGoneBy(programme: Programme): JapaneseDate {
  const monthly = monthlyBackups(programme).map(({ days, keptDays }) => {
    const last = days.month.split(",").at(-1) ?? "";
    return dayNumberOf(`${days.year}-${last.padStart(2, "0")}-01`) + keptDays;
  });
  const erased = dayNumberOf(programme.contract.to) + programme.retention.daysAfterContract;
  return dateOfDay(Math.max(...monthly, erased + dailyKeptDays));
}
