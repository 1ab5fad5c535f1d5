import type { ShownNaviDialMonth } from "../../contract/navi-dial.ts";
import { type Instant, type JapaneseMonth, monthAt } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { type NaviDialCount, timesEntered } from "../../domain/report/entered/navi-dial.ts";
import { enterNaviDial, naviDialMonths } from "../../usecases/reports/enter-navi-dial.ts";
import type { NaviDialStore } from "../../usecases/ports/reports.ts";
import type { RouteHandlers } from "./route-handler.ts";

/** What Navi-Dial counted, as leaders and supervisors copy it from its operator's page. */
export function naviDialHandlers(parts: {
  readonly programme: Programme;
  readonly naviDial: NaviDialStore;
}): RouteHandlers<"listNaviDial" | "enterNaviDial"> {
  return {
    async listNaviDial({ at }) {
      const months = (await naviDialMonths(parts)(at)).map(({ month, count }) => shown(month, count, at));
      const isMissing = ({ state }: ShownNaviDialMonth) => state === "missing";
      return {
        answer: {
          months: [...months.filter(isMissing), ...months.filter((one) => !isMissing(one)).reverse()],
        },
      };
    },
    async enterNaviDial({ path: { month }, request, by: { staff }, at }) {
      const known = (await naviDialMonths(parts)(at)).find((one) => one.month === month);
      if (!known)
        return {
          refused: "not-found",
          problem: "この月の数は入力できません。契約の期間のうち、始まった月を選んでください。",
        };
      const enter = enterNaviDial({ ...parts, clock: { now: () => at } });
      const entered = await enter({ ...request, month, staff });
      return entered.ok
        ? { answer: shown(month, entered.value, at) }
        : { refused: "conflict", version: timesEntered(known.count), problem: entered.problem };
    },
  };
}

function shown(month: JapaneseMonth, count: NaviDialCount | undefined, now: Instant): ShownNaviDialMonth {
  const without = month === monthAt(now) ? "running" : "missing";
  const entries = count ? [...(count.earlier ?? []), count] : [];
  return {
    month,
    state: count ? "entered" : without,
    version: timesEntered(count),
    entries: entries
      .map(({ busy, closed, enteredAt, enteredBy }) => ({ busy, closed, enteredAt, enteredBy }))
      .reverse(),
  };
}
