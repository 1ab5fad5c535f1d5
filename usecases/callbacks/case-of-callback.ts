import type { Callback } from "../../domain/callback/callback.ts";
import { awaitingCallback, type Case, caseOfCall, hasAskedForCallback } from "../../domain/case/case.ts";
import { dateAt, type Instant, millisPerDay } from "../../domain/japan-time.ts";
import { changeCase } from "../cases/change-case.ts";
import { findCaseOf, openCase } from "../cases/open-case.ts";
import type { CaseStore } from "../ports/cases.ts";

/** The case of a call that lasts at `at`: of that date or, where the call began before midnight, of the one before. */
export function findCaseOfCall(cases: CaseStore) {
  return async (programme: string, contactId: string, at: Instant): Promise<Case | undefined> => {
    const origin = { kind: "call", contactId } as const;
    const [today, dayBefore] = await Promise.all(
      [at, at - millisPerDay].map((day) => findCaseOf(cases)(programme, origin, day)),
    );
    return today ?? dayBefore;
  };
}

/** The case that awaits a call back: of the call that asked, or the written inquiry that is to be answered by telephone. */
export function findAwaitingCase(cases: CaseStore) {
  return async (callback: Callback): Promise<Case | undefined> => {
    const { programme, contactId, requestedAt, inquiryReceivedAt } = callback;
    return inquiryReceivedAt === undefined
      ? findCaseOfCall(cases)(programme, contactId, requestedAt)
      : cases.find(programme, contactId, dateAt(inquiryReceivedAt));
  };
}

/**
 * Opens the case that awaits a call back, or lets the case that the call already has await it; once, whoever does it and
 * however often. `personKey` is under whom the case is found later.
 */
export function ensureCaseOfCallback(cases: CaseStore) {
  return async (callback: Callback, personKey: string): Promise<void> => {
    const { programme, contactId, requestedAt, dueAt } = callback;
    const request = { at: requestedAt, dueAt };
    const found = await findCaseOfCall(cases)(programme, contactId, requestedAt);
    const kept = found ?? (await open());
    await changeCase(cases)(kept, (current) =>
      hasAskedForCallback(current) ? undefined : awaitingCallback(current, request),
    );

    async function open(): Promise<Case> {
      const origin = { kind: "call", contactId } as const;
      const opened = await openCase(cases)(origin, requestedAt, (receiptNumber) => {
        const call = { programme, receiptNumber, contactId, arrivedAt: requestedAt, personKey };
        return { ...awaitingCallback(caseOfCall(call), request), version: 1 };
      });
      return opened.case;
    }
  };
}
