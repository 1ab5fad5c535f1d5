import type { BusinessCalendar } from "../calendar/business-calendar.ts";
import type { Instant } from "../japan-time.ts";
import { failure, type Result, success } from "../result.ts";
import type { Case } from "./case.ts";
import { missingToClose } from "./status-rules.ts";
import type { Answer, Escalation, Question } from "./escalation.ts";

/** A case is one item of at most 400 KB (DynamoDB's limit): so many questions of so many characters fit in well. */
const mostEscalations = 20;
const longestEscalationText = 2000;

/**
 * The next version of a case of which a question was put to an addressee. A clock that runs stops, with what is left of it;
 * one that has run out does not, and the case stays late. Where nothing was promised yet, `answerBackMinutes` of opening hours
 * are left.
 */
export function escalated(
  kept: Case,
  question: Omit<Question, "number">,
  calendar: Pick<BusinessCalendar, "businessMinutesBetween">,
  answerBackMinutes: number,
): Result<Case> {
  const { escalations = [] } = kept;
  if (escalations.length >= mostEscalations)
    return failure(`The case has ${mostEscalations} escalations already: open another case for what is new.`);
  if (!isFitting(question.question)) return failure(unfitting("question"));
  const number = escalations.length + 1;
  return success({
    ...withClockStopped(kept, question.askedAt, calendar, answerBackMinutes),
    status: "referred",
    escalations: [...escalations, { ...question, number, state: "asked" }],
    history: [...kept.history, { at: question.askedAt, what: "escalated", by: question.askedBy }],
    version: kept.version + 1,
  });
}

/** The next version of a case of which a question was answered. Where it was the last open one, the clock goes on. */
export function escalationAnswered(
  kept: Case,
  number: number,
  answer: Answer,
  calendar: Pick<BusinessCalendar, "addBusinessMinutes">,
): Result<Case> {
  const found = numbered(kept, number);
  if (!found.ok) return found;
  if (found.value.state !== "asked")
    return failure(`Escalation ${number} was answered already: tell the inquirer, or ask again.`);
  if (answer.answeredAt < found.value.askedAt) return failure("The answer is older than its question.");
  if (!isFitting(answer.answer)) return failure(unfitting("answer"));
  const escalations = replaced(kept, { ...found.value, ...answer, state: "answered" });
  const isLast = escalations.every(({ state }) => state !== "asked");
  return success({
    ...(isLast ? withClockRunning(kept, answer.answeredAt, calendar) : kept),
    status: isLast ? "in-progress" : "referred",
    escalations,
    history: [...kept.history, { at: answer.answeredAt, what: "escalation-answered", by: answer.answeredBy }],
    version: kept.version + 1,
  });
}

/**
 * The next version of a case whose inquirer was told the answer. Where nothing else is open and the case has what reports need,
 * nothing is owed any more and it is closed; where it lacks some of that, what was told is written down, and the case stays
 * among those that are due until somebody has closed it.
 */
export function answeredBack(
  kept: Case,
  number: number,
  told: { readonly at: Instant; readonly by: string },
): Result<Case> {
  const found = numbered(kept, number);
  if (!found.ok) return found;
  const { value } = found;
  if (value.state === "asked") return failure(`Escalation ${number} has no answer yet: enter it first.`);
  if (value.state === "answered-back") return failure(`Escalation ${number} was answered back already.`);
  const { dueAt, ...withoutDue } = kept;
  const escalations = replaced(kept, {
    ...value,
    state: "answered-back",
    answeredBackAt: told.at,
    answeredBackBy: told.by,
    ...(dueAt !== undefined && { dueAt }),
  });
  const isTold = escalations.every(({ state }) => state === "answered-back");
  const isDone = isTold && missingToClose(kept) === undefined;
  return success({
    ...(isDone ? withoutDue : kept),
    status: isDone ? "closed" : kept.status,
    escalations,
    history: [...kept.history, { at: told.at, what: "answered-back", by: told.by }],
    version: kept.version + 1,
  });
}

function withClockStopped(
  kept: Case,
  at: Instant,
  calendar: Pick<BusinessCalendar, "businessMinutesBetween">,
  answerBackMinutes: number,
): Case {
  if (kept.minutesLeft !== undefined) return kept;
  const { dueAt, ...rest } = kept;
  if (dueAt === undefined) return { ...rest, minutesLeft: answerBackMinutes };
  const left = calendar.businessMinutesBetween(at, dueAt);
  return left > 0 ? { ...rest, minutesLeft: left } : kept;
}

/** What was promised for itself meanwhile, such as a call back, stays due where it is due earlier. */
function withClockRunning(
  kept: Case,
  at: Instant,
  calendar: Pick<BusinessCalendar, "addBusinessMinutes">,
): Case {
  const { minutesLeft, ...rest } = kept;
  if (minutesLeft === undefined) return kept;
  const dueAt = calendar.addBusinessMinutes(at, minutesLeft);
  return { ...rest, dueAt: Math.min(dueAt, kept.dueAt ?? dueAt) };
}

function numbered({ escalations = [] }: Case, number: number): Result<Escalation> {
  const found = escalations.find((one) => one.number === number);
  if (found) return success(found);
  const known = escalations.map((one) => one.number).join(", ") || "none: escalate it first";
  return failure(`The case has no escalation ${number}; it has ${known}.`);
}

function replaced({ escalations = [] }: Case, changed: Escalation): Escalation[] {
  return escalations.map((one) => (one.number === changed.number ? changed : one));
}

function isFitting(text: string): boolean {
  return text.trim() !== "" && text.length <= longestEscalationText;
}

function unfitting(what: string): string {
  return `Write the ${what}, in at most ${longestEscalationText} characters.`;
}
