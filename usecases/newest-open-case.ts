import type { Case } from "../domain/case/case.ts";
import { dateInReceiptNumber, type ReceiptNumber } from "../domain/case/receipt-number.ts";
import { dateAt, type Instant } from "../domain/japan-time.ts";
import type { CaseStore } from "./ports/cases.ts";

/** Among so many of a person's newest cases an open one is looked for; all are read at once. */
const casesLookedAt = 5;

/** Of a person's cases, the latest first, the newest that is not closed; undefined where the latest few all are. */
export function newestOpenCase(cases: Pick<CaseStore, "find">) {
  return async (
    programme: string,
    receiptNumbers: readonly ReceiptNumber[],
    now: Instant,
  ): Promise<Case | undefined> => {
    const found = await Promise.all(
      receiptNumbers
        .slice(0, casesLookedAt)
        .map((number) => cases.find(programme, number, dateInReceiptNumber(number, dateAt(now)))),
    );
    return found.find((one) => one !== undefined && one.status !== "closed");
  };
}
