import type { Case } from "../../domain/case/case.ts";
import { success } from "../../domain/result.ts";
import { changeCaseIf } from "./change-case-if.ts";
import type { CaseStore } from "../ports/cases.ts";

/**
 * Changes a case on top of whatever others have made of it meanwhile. `next` gives the next version of the case as it is,
 * or undefined where nothing is left to change. Answers the case as it is then. Throws `Unavailable` where others keep
 * writing first.
 */
export function changeCase(cases: Pick<CaseStore, "find" | "update">) {
  return async (kept: Case, next: (current: Case) => Case | undefined): Promise<Case> => {
    const changed = await changeCaseIf(cases)(kept, (current) => success(next(current) ?? current));
    if (!changed.ok) throw new Error(changed.problem);
    return changed.value;
  };
}
