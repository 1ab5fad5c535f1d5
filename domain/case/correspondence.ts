import type { Instant } from "../japan-time.ts";
import { failure, type Result, success } from "../result.ts";
import type { Case, CaseEvent } from "./case.ts";
import { workOwed } from "./case-work.ts";
import { answeredBack } from "./escalate.ts";
import { missingToClose } from "./status-rules.ts";
import type { Letter } from "./letter.ts";
import type { WorkName } from "./owed-work.ts";

/** A case is one item of at most 400 KB (DynamoDB's limit): so many letters of so many characters fit in beside the rest. */
export const mostLetters = 10;
export const longestLetter = 4000;

/**
 * The next version of a case that the desk answers at `at`. Where the inquirer chose mail, the mail is owed and the case closed;
 * where they chose the telephone, they are to be called back by `callBackBy`; where they want no answer, it is closed. What an
 * escalation brought is told with it. Nothing is sent where the case lacks what it has to have to be closed (status-rules.ts).
 */
export function answered(
  kept: Case,
  answer: {
    readonly at: Instant;
    readonly by: string;
    readonly text: string;
    readonly callBackBy: Instant;
  },
): Result<Case> {
  const { at, by, callBackBy } = answer;
  const text = answer.text.trim();
  const problem = obstacleTo(kept, text);
  if (problem) return failure(problem);
  const missing = kept.replyTo?.by === "telephone" ? undefined : missingToClose({ ...kept, answer: text });
  if (missing) return failure(missing);
  const told = escalationsTold(kept, { at, by });
  const { dueAt: _dueAt, minutesLeft: _minutesLeft, owed = [], ...rest } = told;
  const left = owed.filter(({ work, claimedUntil }) => work !== "task" || claimedUntil !== undefined);
  const withLetter: Case = {
    ...rest,
    status: "closed",
    answer: text,
    ...(left.length > 0 && { owed: left }),
    correspondence: [...(kept.correspondence ?? []), { at, from: "desk", by, text }],
    history: [...told.history, { at, what: "answered", by }],
  };
  const standing =
    kept.replyTo?.by === "telephone"
      ? toBeCalledBack(withLetter, at, callBackBy)
      : withWork(withLetter, kept.replyTo?.by === "mail" ? "answer-mail" : undefined);
  return success({ ...standing, version: kept.version + 1 });
}

function toBeCalledBack(kept: Case, at: Instant, dueAt: Instant): Case {
  const history = [...kept.history, { at, what: "callback-requested" } as const];
  return { ...kept, status: "awaiting-callback", dueAt, history };
}

function obstacleTo(
  { replyTo, correspondence = [], escalations = [], owed = [] }: Case,
  text: string,
): string | undefined {
  if (!replyTo)
    return "This inquiry says no way of answering it: it came by telephone, so answer it in a call.";
  if (text === "" || text.length > longestLetter)
    return `Write the answer, in at most ${longestLetter} characters.`;
  const asked = escalations.find(({ state }) => state === "asked");
  if (asked) return `Escalation ${asked.number} has no answer yet: enter it first (case escalation-answer).`;
  if (owed.some(({ work }) => work === "answer-mail"))
    return "The answer before this one is still on its way to the mail service: try again in a few minutes.";
  return correspondence.length < mostLetters
    ? undefined
    : `The case holds ${mostLetters} letters already: answer in a call, and write down there what was said.`;
}

function escalationsTold(kept: Case, told: { readonly at: Instant; readonly by: string }): Case {
  return (kept.escalations ?? [])
    .filter(({ state }) => state === "answered")
    .reduce((current, { number }) => {
      const next = answeredBack(current, number, told);
      return next.ok ? next.value : current;
    }, kept);
}

/** Whether a mail was taken into a case already. */
export function hasLetter({ correspondence = [] }: Case, messageId: string): boolean {
  return correspondence.some((letter) => letter.messageId === messageId);
}

/**
 * The next version of a case to which its inquirer has written again: it is open again, an answer is due by `dueAt` where none is due already, and the operators are told.
 */
export function replied(
  kept: Case,
  reply: {
    readonly at: Instant;
    readonly text: string;
    readonly attachments: readonly string[];
    readonly messageId: string;
    readonly dueAt: Instant;
  },
): Result<Case> {
  const { at, messageId, attachments, dueAt } = reply;
  if ((kept.correspondence ?? []).length >= mostLetters)
    return failure(`The case holds ${mostLetters} letters already.`);
  const text = shortened(reply.text);
  const letter: Letter = {
    at,
    from: "inquirer",
    text,
    ...(attachments.length > 0 && { attachments }),
    messageId,
  };
  const withLetter = { ...kept, correspondence: [...(kept.correspondence ?? []), letter] };
  const note = attachments.length > 0 ? `添付は保存していません: ${attachments.join("、")}` : undefined;
  return success(openAgain(withLetter, { at, what: "replied", ...(note !== undefined && { note }) }, dueAt));
}

/**
 * The next version of a case of which a mail did not reach its inquirer, or was called unwanted by them: the operators are
 * told, so that they reach the person otherwise. Undefined where that is known already.
 */
export function mailFailed(
  kept: Case,
  failed: Pick<CaseEvent, "at" | "note"> & {
    readonly what: "mail-bounced" | "mail-complained";
    readonly reference: string;
    readonly dueAt: Instant;
  },
): Case | undefined {
  const { dueAt, ...event } = failed;
  if (kept.history.some(({ reference }) => reference === event.reference)) return undefined;
  return openAgain(kept, event, dueAt);
}

function openAgain(kept: Case, event: CaseEvent, dueAt: Instant): Case {
  const isTimed = kept.dueAt !== undefined || kept.minutesLeft !== undefined;
  const open: Case = {
    ...kept,
    status: kept.status === "closed" ? "in-progress" : kept.status,
    ...(!isTimed && { dueAt }),
    history: [...kept.history, event],
  };
  return { ...withWork(open, "task"), version: kept.version + 1 };
}

function withWork(kept: Case, work: WorkName | undefined): Case {
  return (work && workOwed(kept, work)) ?? kept;
}

/** No more than fits, without half a character at the end. */
function shortened(text: string): string {
  return text.length <= longestLetter ? text : `${text.slice(0, longestLetter - 1).toWellFormed()}…`;
}
