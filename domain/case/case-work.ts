import type { Instant } from "../japan-time.ts";
import type { Case, CaseEvent } from "./case.ts";
import type { OwedWork, WorkName } from "./owed-work.ts";

/** What the history says once the work is done. */
const doneAs: Readonly<Record<WorkName, CaseEvent["what"]>> = {
  "receipt-mail": "mail-sent",
  task: "task-started",
  "answer-mail": "mail-sent",
};

/** The next version of a case of which `work` was done at `at`; undefined where it is not owed (any more). */
export function workDone(kept: Case, work: WorkName, at: Instant): Case | undefined {
  if (!isOwed(kept, work)) return undefined;
  const { owed = [], ...rest } = kept;
  const left = owed.filter((one) => one.work !== work);
  return {
    ...rest,
    ...(left.length > 0 && { owed: left }),
    history: [...kept.history, { at, what: doneAs[work] }],
    version: kept.version + 1,
  };
}

/** The next version of a case in which somebody has begun `work`; undefined where it is not owed or somebody else has. */
export function workClaimed(kept: Case, work: WorkName, now: Instant, until: Instant): Case | undefined {
  return isFree(kept, work, now) ? withWork(kept, { work, claimedUntil: until }) : undefined;
}

/** The next version of a case in which `work` may be begun again at once; undefined where it is not owed. */
export function workReleased(kept: Case, work: WorkName): Case | undefined {
  return isOwed(kept, work) ? withWork(kept, { work }) : undefined;
}

/** The next version of a case that owes `work` as well; undefined where it does already. */
export function workOwed(kept: Case, work: WorkName): Case | undefined {
  if (isOwed(kept, work)) return undefined;
  return { ...kept, owed: [...(kept.owed ?? []), { work }], version: kept.version + 1 };
}

/** Whether a case owes a work that nobody has begun, or that whoever began it has not ended in time. */
export function isFree(kept: Case, work: WorkName, now: Instant): boolean {
  return (kept.owed ?? []).some((one) => one.work === work && (one.claimedUntil ?? now) <= now);
}

function isOwed(kept: Case, work: WorkName): boolean {
  return (kept.owed ?? []).some((one) => one.work === work);
}

function withWork(kept: Case, changed: OwedWork): Case {
  const owed = (kept.owed ?? []).map((one) => (one.work === changed.work ? changed : one));
  return { ...kept, owed, version: kept.version + 1 };
}
