import type { Case } from "../domain/case/case.ts";
import { dateAt } from "../domain/japan-time.ts";
import type { CaseStore } from "./ports/cases.ts";
import { Unavailable } from "./ports/host.ts";

/** How often a case that others write at the same moment is read and changed again. */
const attempts = 20;

/**
 * Changes a case on top of whatever others have made of it meanwhile. `next` gives the next version of the case as it is,
 * or undefined where nothing is left to change. Answers the case as it is then. Throws `Unavailable` where others keep
 * writing first.
 */
export function changeCase(cases: Pick<CaseStore, "find" | "update">) {
  return async (kept: Case, next: (current: Case) => Case | undefined): Promise<Case> => {
    let current: Case | undefined = kept;
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (!current) throw new Error(`Case ${kept.receiptNumber} is gone.`);
      const changed = next(current);
      if (!changed) return current;
      if (await cases.update(changed)) return changed;
      current = await cases.find(kept.programme, kept.receiptNumber, dateAt(kept.receivedAt));
    }
    throw new Unavailable(`Case ${kept.receiptNumber} was written by others ${attempts} times in a row.`);
  };
}
