import type { Instant } from "../japan-time.ts";
import { type Case, type CaseStatus, caseStatusNames } from "./case.ts";

/**
 * Which status a person may give a case by hand, and what each needs:
 *
 *     受付 ──▶ 対応中 ──▶ 完了 ──reopened──▶ 対応中
 *
 * 照会中 and 架電待ち are entered and left by what makes them true: asking and answering (escalate.ts), promising and making
 * a call back. 完了 needs a category and what was answered, and nothing that is still owed to the inquirer.
 */
const byHand: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  received: ["in-progress", "closed"],
  "in-progress": ["closed"],
  referred: ["in-progress"],
  "awaiting-callback": [],
  closed: ["in-progress"],
};

/** Whether a text is a status' code. */
export function isCaseStatus(text: string): text is CaseStatus {
  return Object.hasOwn(byHand, text);
}

/** The statuses that may be given to a case as it is now. */
export function nextStatuses(kept: Case): CaseStatus[] {
  return byHand[kept.status].filter((to) => problemOfStatus(kept, to) === undefined);
}

/** Why a case cannot take a status, in one sentence that says what to do first; undefined where it can. */
export function problemOfStatus(kept: Case, to: CaseStatus): string | undefined {
  const { status } = kept;
  if (to === "referred") return "照会中にするには、県またはアプリ事業者への照会を入力してください。";
  if (to === "awaiting-callback") return "架電待ちにするには、折返し架電を登録してください。";
  if (status === "awaiting-callback")
    return "折返し架電が残っています。架電の結果を入力するか、折返し架電を終了してください。";
  if (!byHand[status].includes(to))
    return `${caseStatusNames[status]}の案件は${caseStatusNames[to]}にできません。`;
  return openQuestion(kept) ?? (to === "closed" ? missingToClose(kept) : undefined);
}

/** The next version of a case that somebody gave another status. What is closed owes nothing; what is reopened owes by `dueAt`. */
export function statusChanged(
  kept: Case,
  change: { readonly to: CaseStatus; readonly at: Instant; readonly by: string; readonly dueAt: Instant },
): Case {
  const { to, at, by } = change;
  const { dueAt: _due, minutesLeft: _left, ...rest } = kept;
  const isReopened = kept.status === "closed";
  const stillOwed = to === "closed" ? rest : kept;
  return {
    ...stillOwed,
    ...(isReopened && { dueAt: change.dueAt }),
    status: to,
    history: [...kept.history, { at, what: "status-changed", by, to }],
    version: kept.version + 1,
  };
}

function openQuestion({ escalations = [] }: Case): string | undefined {
  const open = escalations.find(({ state }) => state !== "answered-back");
  if (!open) return undefined;
  return open.state === "asked"
    ? `照会${open.number}の回答がまだありません。先に回答を入力してください。`
    : `照会${open.number}の回答を相談者に伝えていません。先に伝えて、その記録をしてください。`;
}

/**
 * What a case lacks to be closed, because reports need it, in one sentence that says what to do; undefined where nothing is.
 * Whatever closes a case asks here: by hand, by telling an answer, by answering in writing. What the former contractor has closed
 * itself is no work of ours, and no report counts it.
 */
export function missingToClose({ category, answer }: Pick<Case, "category" | "answer">): string | undefined {
  if (category === undefined) return "完了にするには、相談内容分類を選んでください。";
  if (answer === undefined || answer.trim() === "") return "完了にするには、何を答えたかを入力してください。";
  return undefined;
}
