import type { Case } from "../domain/case/case.ts";
import type { Result } from "../domain/result.ts";
import { changeCase } from "./change-case.ts";
import type { CaseStore } from "./ports/cases.ts";

/**
 * Changes a case on top of whatever others have made of it meanwhile, where `next` allows it: the answer is the case as it is
 * then, or the sentence for which it was left as it was. A `next` that answers the case itself
 * leaves it. Throws `Unavailable` where others keep writing first.
 */
export function changeCaseIf(cases: Pick<CaseStore, "find" | "update">) {
  return async (kept: Case, next: (current: Case) => Result<Case>): Promise<Result<Case>> => {
    let last: Result<Case> = next(kept);
    if (!last.ok) return last;
    await changeCase(cases)(kept, (current) => {
      last = next(current);
      return last.ok && last.value !== current ? last.value : undefined;
    });
    return last;
  };
}
