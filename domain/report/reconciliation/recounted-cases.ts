import { type Case, isWritten } from "../../case/case.ts";
import { printedReceiptNumber } from "../../case/receipt-number.ts";
import { dateAt, type JapaneseDate } from "../../japan-time.ts";

/** The cases of a period as they are counted again. */
export interface CountedCases {
  readonly receiptNumbers: ReadonlySet<string>;
  readonly written: ReadonlyMap<JapaneseDate, number>;
}

/** Counts cases, a day after the other. */
export function countingCases() {
  const receiptNumbers = new Set<string>();
  const written = new Map<JapaneseDate, number>();
  return {
    take(one: Pick<Case, "receiptNumber" | "origin" | "receivedAt">): void {
      receiptNumbers.add(printedReceiptNumber(one.receiptNumber));
      const date = dateAt(one.receivedAt);
      if (isWritten(one.origin)) written.set(date, (written.get(date) ?? 0) + 1);
    },
    counted: (): CountedCases => ({ receiptNumbers, written }),
  };
}
