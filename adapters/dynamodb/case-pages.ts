import { openCaseOf } from "../../domain/case/owner.ts";
import type { CaseStore, OpenPlace } from "../../usecases/ports/cases.ts";
import { caseOf, owesAnswer } from "./case-item.ts";
import { dayKey } from "./day-key.ts";
import { indexPage } from "./index-page.ts";
import type { Item, Table } from "./table.ts";

/** Lists of cases a page at a time: each page reads as many items as it shows, and one more key. */
export function casePages(table: Table): Pick<CaseStore, "openPage" | "ownedPage" | "pageOfDay"> {
  return {
    async openPage(programme, { limit, after }) {
      const { cases, last } = await indexPage(table, programme, {
        index: "Due",
        partition: ["openWork", programme],
        limit,
        after: after && {
          openWork: programme,
          dueAt: after.dueAt,
          day: dayKey(programme, after.received),
          receiptNumber: after.receiptNumber,
        },
      });
      return { cases: cases.filter(owesAnswer), ...(last && { next: placeOf(last, "dueAt") }) };
    },
    async ownedPage(programme, owner, { limit, after }) {
      const partition = `${programme}#${owner}`;
      const { cases, last } = await indexPage(table, programme, {
        index: "Owner",
        partition: ["openOwner", partition],
        limit,
        after: after && {
          openOwner: partition,
          urgency: after.dueAt,
          day: dayKey(programme, after.received),
          receiptNumber: after.receiptNumber,
        },
      });
      // The index may be a moment behind the cases.
      const owned = cases.filter((one) => openCaseOf(one) === owner);
      return { cases: owned, ...(last && { next: placeOf(last, "urgency") }) };
    },
    async pageOfDay(programme, date, { limit, after }) {
      const day = dayKey(programme, date);
      const items = await table.page({
        partition: ["day", day],
        limit: limit + 1,
        after: after === undefined ? undefined : { day, receiptNumber: after },
      });
      const cases = items.slice(0, limit).map((item) => caseOf(programme, item));
      const last = items.length > limit ? cases.at(-1) : undefined;
      return { cases, ...(last && { next: last.receiptNumber }) };
    },
  };
}

function placeOf(item: Item, sortKey: "dueAt" | "urgency"): OpenPlace {
  return {
    dueAt: Number(item[sortKey]),
    receiptNumber: String(item["receiptNumber"]),
    received: String(item["day"]).slice(-"2024-07-16".length),
  };
}
