import { monthAt, parseMonth } from "../domain/japan-time.ts";
import type { Programme } from "../domain/programme.ts";
import type { NaviDialCount } from "../domain/report/navi-dial.ts";
import { failure, type Result, success } from "../domain/result.ts";
import { staffCodeNamed } from "./case-by-number.ts";
import type { Clock } from "./ports/host.ts";
import type { NaviDialStore } from "./ports/reports.ts";

/**
 * Enters what Navi-Dial counted in a month of the contract that has begun; figures that were entered before are replaced.
 * The report shows them beside its own.
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
    const count = {
      month: month.value,
      busy: busy.value,
      closed: closed.value,
      enteredAt,
      enteredBy: by.value,
    };
    await naviDial.enter(programme.id, count);
    return success(count);
  };
}

function parseCount(text: string): Result<number> {
  return /^\d{1,7}$/.test(text)
    ? success(Number(text))
    : failure(`"${text}" is not a number of calls: write it in digits, such as 12.`);
}
