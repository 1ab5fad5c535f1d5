import type { CaseDetail, CaseSummary } from "../../contract/cases.ts";
import type { Case } from "../../domain/case/case.ts";
import { nextStatuses, problemOfStatus } from "../../domain/case/status-rules.ts";
import type { Result } from "../../domain/result.ts";
import { isForScreens } from "./answer.ts";
import type { Refused } from "./route-handler.ts";

/** Cases as the contract answers them, and the refusals that all of their handlers share. */

export const unknownCase: Refused = {
  refused: "not-found",
  problem: "この受付番号の相談案件はありません。番号を確かめるか、案件一覧から選んでください。",
};

/** What a list shows of a case: nothing that says who asks, and nothing of what was written. */
export function summaryOf(kept: Case): CaseSummary {
  const { receiptNumber, receivedAt, dueAt, status, origin, category, attributes, owner, version } = kept;
  return {
    receiptNumber,
    receivedAt,
    status,
    origin: origin.kind,
    attributes: { ...attributes },
    version,
    ...(dueAt !== undefined && { dueAt }),
    ...(category !== undefined && { category }),
    ...(owner !== undefined && { owner }),
  };
}

export function detailOf(kept: Case): CaseDetail {
  const { content, answer, replyTo, minutesLeft, escalations = [], history } = kept;
  const missingToClose = kept.status === "closed" ? undefined : problemOfStatus(kept, "closed");
  return {
    ...summaryOf(kept),
    ...(content !== undefined && { content }),
    ...(answer !== undefined && { answer }),
    nextStatuses: nextStatuses(kept),
    ...(missingToClose !== undefined && { missingToClose }),
    ...(replyTo && { replyTo: { ...replyTo } }),
    ...(minutesLeft !== undefined && { minutesLeft }),
    escalations: escalations.map((one) => ({ ...one })),
    pictures: (kept.pictures ?? []).map(({ name }) => name),
    correspondence: (kept.correspondence ?? []).map(({ attachments, messageId: _mail, ...one }) => ({
      ...one,
      ...(attachments && { attachments: [...attachments] }),
    })),
    history: history.map(({ fields, ...one }) => ({ ...one, ...(fields && { fields: [...fields] }) })),
  };
}

/** A case that was written, with its audit; or why it was not. */
export function caseOutcome(result: Result<Case>) {
  return result.ok
    ? { answer: detailOf(result.value), about: [result.value.receiptNumber] }
    : refusedBecause(result.problem);
}

/** A refusal in the words of the use case where they are for screens; those for the command line are not. */
export function refusedBecause(problem: string): Refused {
  return {
    refused: "wrong",
    problem: isForScreens(problem)
      ? problem
      : "いまの案件ではできません。「更新」を押して、いまの状況を確かめてください。入力は残っています。",
  };
}
