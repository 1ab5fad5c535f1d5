import { deployedName } from "../domain/environment-settings.ts";
import { datesBetween, dateOfDay, dayNumberOf, type JapaneseMonth } from "../domain/japan-time.ts";
import type { Programme } from "../domain/programme.ts";

/**
 * Days for which a daily backup is kept, in Tokyo and in Osaka: as long as a table can be wound back, so that what was erased
 * is gone from both on the same day (docs/decisions/0012-how-long-backups-live.md).
 */
export const dailyKeptDays = 35;

/** When backups are made, in Japan time: the desk is closed, and the reports of the first day are made at 06:00. */
export const backupHours = { daily: 2, monthly: 3 } as const;

/** The monthly backups of one year: at 03:00 Japan time on the first day of these months, and on no others. */
export interface MonthlyBackups {
  /** Unique in the programme; the name in the plan. */
  readonly id: string;
  /** Fields of a cron expression. */
  readonly days: { readonly day: string; readonly month: string; readonly year: string };
  /** Days after which such a backup vanishes. */
  readonly keptDays: number;
}

/**
 * The monthly backups of a contract: on the first day after each of its months. Each is kept past the last day of the
 * contract, on which the completion report needs the rows of all months (R52), and for as long after it as a daily backup.
 *
 * A backup's lifetime is counted from its making, and AWS Backup names one lifetime for a rule, so the first of a year
 * decides for the others of that year: they outlive the contract by some months unless they are erased by hand.
 */
export function monthlyBackups({ contract }: Pick<Programme, "contract">): MonthlyBackups[] {
  const lastNeeded = dayNumberOf(contract.to) + dailyKeptDays;
  const months = [
    ...new Set(datesBetween(contract.from, contract.to).map((date) => monthAfter(date.slice(0, 7)))),
  ];
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return years.map((year) => {
    const ofYear = months.filter((month) => month.startsWith(year));
    return {
      id: `Monthly${year}`,
      days: { day: "1", month: ofYear.map((month) => Number(month.slice(5))).join(","), year },
      keptDays: Math.max(dailyKeptDays, ...ofYear.map((month) => lastNeeded - dayNumberOf(`${month}-01`))),
    };
  });
}

/** The longest that any backup of the contract is kept, in days: no vault takes one for longer. */
export function longestKeptDays(programme: Pick<Programme, "contract">): number {
  return Math.max(dailyKeptDays, ...monthlyBackups(programme).map(({ keptDays }) => keptDays));
}

/**
 * The name of the vault that holds a programme's copies in Osaka. The stack there makes it and the one in Tokyo sends to it;
 * both ask here, because a stack cannot refer to another region.
 */
export function copiesVaultName(environment: string, programme: Pick<Programme, "id">): string {
  return `${deployedName(environment, programme)}-copies`;
}

function monthAfter(month: JapaneseMonth): JapaneseMonth {
  return dateOfDay(dayNumberOf(`${month}-01`) + 31).slice(0, 7);
}
