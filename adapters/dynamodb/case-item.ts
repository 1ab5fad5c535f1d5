import type { Case } from "../../domain/case/case.ts";
import { questionsOf } from "../../domain/case/questions.ts";
import { dateAt } from "../../domain/japan-time.ts";
import { dayKey } from "./day-key.ts";
import type { Item } from "./table.ts";

/** Whether a case stands in the index of open work. */
export function owesAnswer({ dueAt, status }: Case): boolean {
  return dueAt !== undefined && status !== "closed";
}

/** The item of a case, with what its indexes need. */
export function itemOf(kept: Case): Item {
  const { programme, ...rest } = kept;
  const questions = questionsOf(kept);
  return {
    day: dayKey(programme, dateAt(kept.receivedAt)),
    ...rest,
    ...(owesAnswer(kept) && { openWork: programme }),
    ...(kept.owed && kept.owed.length > 0 && { owedWork: programme }),
    ...(questions && { questions: `${programme}#${questions}` }),
  };
}

/** A case as its item holds it. */
export function caseOf(programme: string, item: Item): Case {
  const { day: _day, openWork: _openWork, owedWork: _owedWork, questions: _questions, ...rest } = item;
  return { programme, ...rest } as Case;
}
