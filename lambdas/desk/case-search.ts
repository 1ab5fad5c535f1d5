import { casesOfNumber } from "../../usecases/cases/cases-of-person.ts";
import { refusedBecause, summaryOf } from "./case-answer.ts";
import { behind, placeOf, receivedPlace, strangePlace } from "./cursor.ts";
import type { RouteHandlers } from "./route-handler.ts";

/** Finds the cases of a telephone number. Each that is shown is in the audit: it says that this person has asked. */
export function caseSearchHandlers(
  parts: Parameters<typeof casesOfNumber>[0],
): RouteHandlers<"findCasesOfNumber"> {
  const search = casesOfNumber(parts);
  return {
    async findCasesOfNumber({ request: { number, after }, at }) {
      const place = after === undefined ? undefined : placeOf(receivedPlace, after);
      if (after !== undefined && !place) return strangePlace;
      const found = await search(number, place);
      if (!found.ok) return { ...refusedBecause(found.problem), field: "number" };
      const { cases, next } = found.value;
      return {
        answer: { now: at, cases: cases.map(summaryOf), ...behind(next) },
        about: cases.map(({ receiptNumber }) => receiptNumber),
      };
    },
  };
}
