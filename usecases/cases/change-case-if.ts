import type { Case } from "../../domain/case/case.ts";
import { dateAt } from "../../domain/japan-time.ts";
import type { Result } from "../../domain/result.ts";
import { changeKept } from "../kept/change-kept.ts";
import type { CaseStore } from "../ports/cases.ts";

/** Changes a case as `changeKept` does: where `next` allows it, on top of whatever others have made of it meanwhile. */
export function changeCaseIf(cases: Pick<CaseStore, "find" | "update">) {
  return (kept: Case, next: (current: Case) => Result<Case>): Promise<Result<Case>> => {
    const { programme, receiptNumber, receivedAt } = kept;
    const place = {
      name: `Case ${receiptNumber}`,
      update: (changed: Case) => cases.update(changed),
      find: () => cases.find(programme, receiptNumber, dateAt(receivedAt)),
    };
    return changeKept(place, kept, next);
  };
}
