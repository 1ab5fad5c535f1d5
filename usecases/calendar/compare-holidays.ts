import {
  differenceInWords,
  type HolidayDifference,
  holidayDifferences,
  type OfficialHoliday,
  readWholeList,
  yearOf,
} from "../../domain/calendar/published-holidays.ts";
import { lastOfficialYear } from "../../domain/calendar/official-holidays.generated.ts";
import { type Instant, formatInstant, millisPerDay } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { HolidayListStore, PublishedHolidays } from "../ports/calendar.ts";
import { type Clock, Unavailable } from "../ports/host.ts";

/** What a comparison is made from. */
export interface HolidayServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly published: PublishedHolidays;
  readonly lists: HolidayListStore;
  readonly warn: (message: string, cause: unknown) => void;
}

/** A comparison that found no difference. */
export interface ComparedHolidays {
  /** When the list that was compared was fetched. */
  readonly fetchedAt: Instant;
  readonly lastYear: number;
  /** Whether the list has a year that this service only computes: time for `npm run holidays`. */
  readonly hasNewYear: boolean;
}

/** Without a sound list for longer than this, somebody must look: the address or the layout has changed. */
const longestWithoutListDays = 7;

/**
 * Compares the holidays of this service with the list that the Cabinet Office publishes today. A list that is whole and
 * sound is kept; where none can be had, the last one is compared, for up to 7 days after it was fetched. The failure is
 * one sentence: the dates that differ, or that there is no list.
 */
export function compareHolidays({ programme, clock, published, lists, warn }: HolidayServices) {
  return async (): Promise<Result<ComparedHolidays>> => {
    const now = clock.now();
    const kept = await lists.last(programme.id);
    const fetched = await fetchList(now).catch((cause: unknown) => {
      if (!(cause instanceof Unavailable)) throw cause;
      warn("the published list of holidays cannot be had; the last one is compared", cause);
      return undefined;
    });
    if (fetched) await lists.keep(programme.id, fetched);
    const list = fetched ?? kept;
    if (!list || now - list.fetchedAt > longestWithoutListDays * millisPerDay)
      return failure(
        `The Cabinet Office's list of holidays could not be had ${list ? `since ${formatInstant(list.fetchedAt)}` : "yet"}: ` +
          "look whether its address or layout has changed (docs/runbooks/hours.md).",
      );
    const rows = readWholeList(list.bytes, 0);
    if (!rows.ok) throw new Error(`The list that was kept cannot be read. ${rows.problem}`);
    const differences = holidayDifferences(rows.value);
    return differences.length > 0
      ? failure(differenceSentence(differences))
      : success({ fetchedAt: list.fetchedAt, ...extentOf(rows.value) });
  };

  async function fetchList(fetchedAt: Instant) {
    const bytes = await published.fetch();
    const rows = readWholeList(bytes, lastOfficialYear);
    if (!rows.ok)
      throw new Unavailable(`What was published was refused, the last list stays. ${rows.problem}`);
    return { fetchedAt, bytes };
  }
}

function extentOf(rows: readonly OfficialHoliday[]) {
  const lastYear = Math.max(...rows.map(yearOf));
  return { lastYear, hasNewYear: lastYear > lastOfficialYear };
}

/** So many dates are named; a list that differs on more is another list. */
const mostNamed = 5;

function differenceSentence(differences: readonly HolidayDifference[]): string {
  const named = differences.slice(0, mostNamed).map(differenceInWords);
  const more = differences.length - named.length;
  return (
    `The Cabinet Office's list of holidays and ours differ: ${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}. ` +
    "See docs/runbooks/hours.md."
  );
}
