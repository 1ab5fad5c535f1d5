import type { Case } from "../../domain/case/case.ts";
import { isFree, workClaimed, workDone, workReleased } from "../../domain/case/case-work.ts";
import type { WorkName } from "../../domain/case/owed-work.ts";
import type { Instant } from "../../domain/japan-time.ts";
import { changeCase } from "../cases/change-case.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { Clock } from "../ports/host.ts";
import type { PushedInquiry } from "../ports/inquiries.ts";

/** One kind of work that a case may owe. */
export interface Worker {
  /** Whether it may be done at an instant; else it stays owed. @default at any time */
  readonly mayBegin?: (now: Instant) => Promise<boolean>;
  /** Does it. May be called again for the same case: whoever did it last may not have been able to say so. */
  readonly carryOut: (kept: Case) => Promise<void>;
}

export type Workers = Readonly<Partial<Record<WorkName, Worker>>>;

/** What is left of an inquiry's work: nothing, or something that must wait; "unknown" where there is no such case. */
export type FollowedUp = "done" | "waiting" | "unknown";

/**
 * Whoever begins a work has so long to say that it is done: longer than a function may run, so that two never do it at
 * once, and short enough that what a crash left is soon done again.
 */
const leaseMillis = 10 * 60_000;

/**
 * Does what a case owes, in its order. Each work is claimed before it is done and struck off after it; striking one off and
 * claiming the next is one write. What fails is free again at once, and the failure goes on to whoever delivers inquiries.
 *
 * A work is done at least once: only where everything stops between doing it and striking it off is it done a second time,
 * after the lease.
 */
export function followUpInquiry(services: {
  readonly clock: Clock;
  readonly cases: CaseStore;
  readonly workers: Workers;
}) {
  const { clock, cases, workers } = services;
  const change = changeCase(cases);

  return async ({ programme, receiptNumber, received }: PushedInquiry): Promise<FollowedUp> => {
    let kept = await cases.find(programme, receiptNumber, received);
    if (!kept) return "unknown";
    let finished: WorkName | undefined;
    for (const next of await worksThatMayBegin(kept)) {
      const step = await strikeOffAndClaim(kept, finished, next);
      kept = step.kept;
      finished = step.isMine ? next : undefined;
      if (step.isMine) await carryOut(kept, next);
    }
    if (finished) kept = (await strikeOffAndClaim(kept, finished)).kept;
    return kept.owed ? "waiting" : "done";
  };

  /** Asked before anything is done, so that nothing can fail between a work's end and its being struck off. */
  async function worksThatMayBegin(kept: Case): Promise<WorkName[]> {
    const now = clock.now();
    const free = (kept.owed ?? []).map(({ work }) => work).filter((work) => isFree(kept, work, now));
    const may = await Promise.all(
      free.map(async (work) => workers[work] && ((await workers[work].mayBegin?.(now)) ?? true)),
    );
    return free.filter((_work, index) => may[index]);
  }

  /** `isMine` is false where another has claimed `next` meanwhile: it is theirs to end. */
  async function strikeOffAndClaim(
    before: Case,
    finished: WorkName | undefined,
    next?: WorkName,
  ): Promise<{ readonly kept: Case; readonly isMine: boolean }> {
    let isMine = false;
    const kept = await change(before, (current) => {
      const now = clock.now();
      const struckOff = finished && workDone(current, finished, now);
      const claimed = next && workClaimed(struckOff ?? current, next, now, now + leaseMillis);
      isMine = claimed !== undefined;
      return claimed ? { ...claimed, version: current.version + 1 } : struckOff;
    });
    return { kept, isMine };
  }

  async function carryOut(kept: Case, work: WorkName): Promise<void> {
    try {
      await workers[work]?.carryOut(kept);
    } catch (cause) {
      // Where not even that can be written, the lease ends by itself.
      await change(kept, (current) => workReleased(current, work)).catch(() => undefined);
      throw cause;
    }
  }
}
