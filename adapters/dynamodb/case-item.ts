import type { Case } from "../../domain/case/case.ts";
import { openCaseOf, urgencyOf } from "../../domain/case/owner.ts";
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
  const owner = openCaseOf(kept);
  return {
    day: dayKey(programme, dateAt(kept.receivedAt)),
    ...rest,
    ...(owesAnswer(kept) && { openWork: programme }),
    ...(kept.owed && kept.owed.length > 0 && { owedWork: programme }),
    ...(questions && { questions: `${programme}#${questions}` }),
    ...(owner !== undefined && { openOwner: `${programme}#${owner}`, urgency: urgencyOf(kept) }),
  };
}

/** A case as its item holds it. */
export function caseOf(programme: string, item: Item): Case {
  const { day: _day, openWork: _openWork, owedWork: _owedWork, questions: _questions, ...known } = item;
  const { openOwner: _openOwner, urgency: _urgency, ...rest } = known;
  return { programme, ...rest } as Case;
}
