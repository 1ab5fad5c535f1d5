import type { Case } from "../../domain/case/case.ts";
import {
  dateInReceiptNumber,
  parseReceiptNumber,
  printedReceiptNumber,
} from "../../domain/case/receipt-number.ts";
import { dateAt } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { Clock } from "../ports/host.ts";

/** Finds a case by its receipt number as a member of staff writes it. */
export function caseByNumber(services: {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly cases: Pick<CaseStore, "find">;
}) {
  const { programme, clock, cases } = services;
  return async (text: string): Promise<Result<Case>> => {
    const number = parseReceiptNumber(text);
    if (!number.ok) return number;
    const received = dateInReceiptNumber(number.value, dateAt(clock.now()));
    const found = await cases.find(programme.id, number.value, received);
    return found
      ? success(found)
      : failure(`There is no case ${printedReceiptNumber(number.value)}: check the number.`);
  };
}
