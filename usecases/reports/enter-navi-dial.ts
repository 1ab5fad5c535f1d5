import {
  dateAt,
  datesBetween,
  type Instant,
  type JapaneseMonth,
  monthAt,
  parseMonth,
} from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { correctedCount, type NaviDialCount, timesEntered } from "../../domain/report/entered/navi-dial.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import type { Clock } from "../ports/host.ts";
import type { NaviDialStore } from "../ports/reports.ts";

/**
 * Enters what Navi-Dial counted in a month of the contract that has begun; figures that were entered before stay in its
 * history. The report shows the last ones beside its own. Where others were entered than were `seen`, nothing is.
 */
export function enterNaviDial(services: {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly naviDial: NaviDialStore;
}) {
  const { programme, clock, naviDial } = services;
  return async (entry: {
    readonly month: string;
    readonly busy: string;
    readonly closed: string;
    readonly staff: string;
    /** How often figures were entered for the month, as the one who enters has seen it. @default whatever is there is corrected */
    readonly seen?: number;
  }): Promise<Result<NaviDialCount>> => {
    const month = parseMonth(entry.month);
    if (!month.ok) return month;
    const { from, to } = programme.contract;
    if (month.value < from.slice(0, 7) || month.value > to.slice(0, 7))
      return failure(`${month.value} is outside the contract: choose a month from ${from} to ${to}.`);
    const enteredAt = clock.now();
    if (month.value > monthAt(enteredAt)) return failure(`${month.value} has not begun yet.`);
    const busy = parseCount(entry.busy);
    if (!busy.ok) return busy;
    const closed = parseCount(entry.closed);
    if (!closed.ok) return closed;
    const by = staffCodeNamed(entry.staff);
    if (!by.ok) return by;
    const before = (await naviDial.all(programme.id)).find((one) => one.month === month.value);
    const figures = { busy: busy.value, closed: closed.value, enteredAt, enteredBy: by.value };
    const count = correctedCount(before, month.value, figures);
    if (count === before) return success(count);
    const isSeen = entry.seen === undefined || entry.seen === timesEntered(before);
    return isSeen && (await naviDial.keep(programme.id, count)) ? success(count) : failure(otherFigures);
  };
}

const otherFigures =
  "ほかの人がこの月の数を入力しました。入力は残っています。その数を確かめて、もう一度登録してください。";

/** The months of the contract that have begun, the first first, each with what was entered for it. */
export function naviDialMonths({
  programme,
  naviDial,
}: {
  readonly programme: Programme;
  readonly naviDial: Pick<NaviDialStore, "all">;
}) {
  return async (
    now: Instant,
  ): Promise<{ readonly month: JapaneseMonth; readonly count?: NaviDialCount }[]> => {
    const counts = new Map((await naviDial.all(programme.id)).map((count) => [count.month, count]));
    const { from, to } = programme.contract;
    const last = dateAt(now) < to ? dateAt(now) : to;
    const months = new Set(datesBetween(from, last).map((date) => date.slice(0, 7)));
    return [...months].map((month) => {
      const count = counts.get(month);
      return { month, ...(count && { count }) };
    });
  };
}

function parseCount(text: string): Result<number> {
  return /^\d{1,7}$/.test(text)
    ? success(Number(text))
    : failure(`"${text}" is not a number of calls: write it in digits, such as 12.`);
}
