import type { BusinessCalendar } from "../calendar/business-calendar.ts";
import type { Case } from "../case/case.ts";
import type { Instant } from "../japan-time.ts";
import { type AttemptOutcome, type ClosingReason, isAttemptOutcome } from "./outcome.ts";

/** An attempt to reach the person of a call back. */
export interface CallAttempt {
  readonly at: Instant;
  /** A staff code. */
  readonly by?: string;
  readonly outcome: AttemptOutcome;
}

/** How often a person is called back in vain, and how long the desk waits in between. Settings of a programme. */
export interface RetryRule {
  readonly mostAttempts: number;
  readonly retryAfterBusinessMinutes: number;
}

/** Where a call back stands. */
export interface CallbackStanding {
  readonly attempts: readonly CallAttempt[];
  readonly attemptsLeft: number;
  /** The first instant at which the person may be called (again), by the business clock. */
  readonly callFrom: Instant;
  readonly canCall: boolean;
}

/** The attempts since the inquirer was last promised a call back; they stand in the case, for the call back itself goes. */
export function attemptsOf({ history }: Pick<Case, "history">): CallAttempt[] {
  const promised = history.findLastIndex(({ what }) => what === "callback-requested");
  return history.slice(promised + 1).flatMap(({ at, what, by, outcome }) => {
    if (what !== "callback-attempted" || outcome === undefined || !isAttemptOutcome(outcome)) return [];
    return [{ at, outcome, ...(by !== undefined && { by }) }];
  });
}

/** A key that is pressed twice, or an answer that was lost, is one attempt: nobody calls twice within so many seconds. */
const sameAttemptSeconds = 20;

function isSameAttempt(last: CallAttempt | undefined, next: Required<CallAttempt>): boolean {
  return (
    last !== undefined &&
    last.by === next.by &&
    last.outcome === next.outcome &&
    next.at - last.at < sameAttemptSeconds * 1000
  );
}

/** Whether the person of a case's call back may be called at `now`: in opening hours, and not too soon after the last time. */
export function standingOf(
  awaiting: Pick<Case, "history"> | undefined,
  calendar: Pick<BusinessCalendar, "addBusinessMinutes" | "isOpen" | "nextOpening">,
  { mostAttempts, retryAfterBusinessMinutes }: RetryRule,
  now: Instant,
): CallbackStanding {
  const attempts = awaiting ? attemptsOf(awaiting) : [];
  const last = attempts.at(-1);
  const waited = last ? calendar.addBusinessMinutes(last.at, retryAfterBusinessMinutes) : now;
  const soonest = Math.max(waited, now);
  const callFrom = calendar.isOpen(soonest) ? soonest : calendar.nextOpening(soonest);
  const attemptsLeft = Math.max(0, mostAttempts - attempts.length);
  return { attempts, attemptsLeft, callFrom, canCall: attemptsLeft > 0 && callFrom <= now };
}

/**
 * The next version of a case of which a call back was tried; undefined where that is written already. A promise is kept once:
 * whoever says again that the person was reached, at whatever time, means the same call.
 */
export function nextAttempt(kept: Case, attempt: Required<CallAttempt>): Case | undefined {
  const made = attemptsOf(kept);
  const isKnown =
    attempt.outcome === "connected"
      ? made.some(({ outcome }) => outcome === "connected")
      : isSameAttempt(made.at(-1), attempt);
  if (isKnown) return undefined;
  const event = { ...attempt, what: "callback-attempted" } as const;
  return { ...kept, history: [...kept.history, event], version: kept.version + 1 };
}

/** Whether the inquirer has been reached since they were last promised a call back. */
export function wasReached({ history }: Pick<Case, "history">): boolean {
  const promised = history.findLastIndex(({ what }) => what === "callback-requested");
  return promised >= 0 && history.slice(promised).some(({ what }) => what === "called-back");
}

/** The next version of a case whose call back was closed without a call that reached anybody. It awaits none any more. */
export function callbackClosed(
  kept: Case,
  closed: { readonly at: Instant; readonly by: string; readonly reason: ClosingReason },
): Case {
  const { at, by, reason } = closed;
  const { dueAt, ...rest } = kept;
  const isAwaiting = kept.status === "awaiting-callback";
  return {
    ...rest,
    ...(!isAwaiting && dueAt !== undefined && { dueAt }),
    status: isAwaiting ? "in-progress" : kept.status,
    history: [...kept.history, { at, what: "callback-closed", by, outcome: reason }],
    version: kept.version + 1,
  };
}
