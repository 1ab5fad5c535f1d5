import * as v from "valibot";
import { japaneseDate, receiptNumber } from "../../contract/fields.ts";
import type { Case } from "../../domain/case/case.ts";
import { dateInReceiptNumber, parseReceiptNumber } from "../../domain/case/receipt-number.ts";
import { dateAt } from "../../domain/japan-time.ts";
import type { CaseStore } from "../../usecases/ports/cases.ts";
import { detailOf, summaryOf, unknownCase } from "./case-answer.ts";
import { cursorOf, placeOf, strangePlace } from "./cursor.ts";
import type { RouteHandlers } from "./route-handler.ts";

const rowsOfAPage = 25;

const openPlace = v.object({ dueAt: v.number(), receiptNumber, received: japaneseDate });

/** Lists of cases, and one case. */
export function caseHandlers(parts: {
  readonly programme: string;
  readonly cases: CaseStore;
}): RouteHandlers<"listCases" | "readCase"> {
  const { programme, cases } = parts;
  return {
    async listCases({ request, by, at }) {
      const { after, limit = rowsOfAPage } = request;
      if (request.view !== "day") {
        const place = after === undefined ? undefined : placeOf(openPlace, after);
        if (after !== undefined && !place) return strangePlace;
        const page = { limit, ...(place && { after: place }) };
        const read =
          request.view === "mine"
            ? cases.ownedPage(programme, by.staff.toUpperCase(), page)
            : cases.openPage(programme, page);
        return { answer: shownPage(at, await read) };
      }
      const place = after === undefined ? undefined : placeOf(receiptNumber, after);
      if (after !== undefined && place === undefined) return strangePlace;
      const page = { limit, ...(place !== undefined && { after: place }) };
      return { answer: shownPage(at, await cases.pageOfDay(programme, request.date, page)) };
    },
    async readCase({ path, at }) {
      const number = parseReceiptNumber(path.receiptNumber);
      if (!number.ok) return unknownCase;
      const received = dateInReceiptNumber(number.value, dateAt(at));
      const found = await cases.find(programme, number.value, received);
      return found ? { answer: detailOf(found), about: [found.receiptNumber] } : unknownCase;
    },
  };
}

function shownPage(now: number, page: { readonly cases: readonly Case[]; readonly next?: unknown }) {
  return {
    now,
    cases: page.cases.map(summaryOf),
    ...(page.next !== undefined && { next: cursorOf(page.next) }),
  };
}
