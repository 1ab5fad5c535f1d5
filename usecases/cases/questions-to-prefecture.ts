import type { Case } from "../../domain/case/case.ts";
import { escalationAnswered } from "../../domain/case/escalate.ts";
import type { Escalation } from "../../domain/case/escalation.ts";
import { type CaseQuestions, questionsToPrefecture } from "../../domain/case/questions.ts";
import type { ReceiptNumber } from "../../domain/case/receipt-number.ts";
import type { Instant } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { releaseOf } from "../../domain/report/personal-data/released-text.ts";
import { failure, type Result } from "../../domain/result.ts";
import { isPrefectureCode } from "../../domain/staff-code.ts";
import { caseByNumber } from "./case-by-number.ts";
import { changeCaseIf } from "./change-case-if.ts";
import { deskCalendar } from "../calendar/desk-calendar.ts";
import type { EscalationServices } from "./escalate-case.ts";
import type { CaseStore, ReceivedPlace } from "../ports/cases.ts";

/** A question as the prefecture sees it. It says what is asked, and nothing of who asks. */
export interface PrefectureQuestion {
  readonly receiptNumber: ReceiptNumber;
  /** Within its case, from 1. */
  readonly number: number;
  readonly category?: string;
  readonly askedAt: Instant;
  /** What a supervisor released; absent until then. */
  readonly question?: string;
  readonly answer?: AnswerSeen;
}

interface AnswerSeen {
  /** What the prefecture wrote itself, or what was released of what the desk wrote down; absent until then. */
  readonly text?: string;
  readonly answeredAt: Instant;
  /** A user name of the prefecture or a staff code. */
  readonly by: string;
}

const questionsOfAPage = 20;

/**
 * The questions that were put to the prefecture, a page of cases at a time: those of the cases in which one is open, the oldest
 * case first, with what was answered of them before; or those of the cases in which all are answered, the latest first. Free
 * text is what was released (decision 0018), and nothing else.
 */
export function questionsForPrefecture(services: {
  readonly programme: Pick<Programme, "id">;
  readonly cases: Pick<CaseStore, "questionPage">;
}) {
  const { programme, cases } = services;
  return async (
    questions: CaseQuestions,
    after?: ReceivedPlace,
  ): Promise<{ readonly questions: readonly PrefectureQuestion[]; readonly next?: ReceivedPlace }> => {
    const page = await cases.questionPage(programme.id, questions, {
      limit: questionsOfAPage,
      ...(after && { after }),
    });
    return {
      questions: page.cases.flatMap((one) =>
        questionsToPrefecture(one).map((escalation) => seenOf(one, escalation)),
      ),
      ...(page.next && { next: page.next }),
    };
  };
}

function seenOf({ receiptNumber, category, releases }: Case, escalation: Escalation): PrefectureQuestion {
  const question = releaseOf(escalation.question, releases)?.text;
  return {
    receiptNumber,
    number: escalation.number,
    askedAt: escalation.askedAt,
    ...(category !== undefined && { category }),
    ...(question !== undefined && { question }),
    ...(escalation.state !== "asked" && { answer: answerSeen(escalation, releases) }),
  };
}

function answerSeen(
  { answer, answeredAt, answeredBy }: Exclude<Escalation, { state: "asked" }>,
  releases: Case["releases"],
): AnswerSeen {
  const text = isPrefectureCode(answeredBy) ? answer : releaseOf(answer, releases)?.text;
  return { answeredAt, by: answeredBy, ...(text !== undefined && { text }) };
}

/** What somebody of the prefecture answers. */
interface AnswerOfPrefecture {
  readonly receiptNumber: string;
  readonly question: number;
  readonly answer: string;
  /** A user name of the prefecture. */
  readonly officer: string;
}

/** Why an answer was not taken: there is no such question to the prefecture, or it was answered meanwhile. */
export interface NotAnswered {
  readonly kind: "unknown" | "answered" | "withheld" | "wrong";
  readonly problem: string;
}

/**
 * Takes what the prefecture answers to a question that was put to it and that it may see. Of two who answer one question, the
 * second is told. The clock of the inquirer's answer goes on as with every answer (`answerEscalation`).
 */
export function answerAsPrefecture(services: EscalationServices) {
  const { programme, clock, cases, specialDays } = services;
  return async (
    given: AnswerOfPrefecture,
  ): Promise<
    { readonly ok: true; readonly value: PrefectureQuestion } | ({ readonly ok: false } & NotAnswered)
  > => {
    const found = await caseByNumber(services)(given.receiptNumber);
    if (!found.ok || !questionOf(found.value, given.question)) return refused("unknown");
    const calendar = await deskCalendar(programme, specialDays);
    let why: NotAnswered["kind"] = "answered";
    const answer = { answer: given.answer, answeredAt: clock.now(), answeredBy: given.officer };
    const changed = await changeCaseIf(cases)(found.value, (current): Result<Case> => {
      const question = questionOf(current, given.question);
      why = reasonAgainst(current, question);
      if (question?.state !== "asked" || why === "withheld") return failure(why);
      why = "wrong";
      return escalationAnswered(current, given.question, answer, calendar);
    });
    const answered = changed.ok && questionOf(changed.value, given.question);
    return answered ? { ok: true, value: seenOf(changed.value, answered) } : refused(why);
  };
}

function questionOf(kept: Case, number: number): Escalation | undefined {
  return questionsToPrefecture(kept).find((one) => one.number === number);
}

function reasonAgainst({ releases }: Case, question: Escalation | undefined): NotAnswered["kind"] {
  if (!question) return "unknown";
  if (question.state !== "asked") return "answered";
  return releaseOf(question.question, releases) ? "wrong" : "withheld";
}

const problems: Readonly<Record<NotAnswered["kind"], string>> = {
  unknown: "この照会はありません。一覧を開き直してください。",
  answered:
    "この照会には、先に回答が入りました。入力は残っています。一覧を更新して、先の回答を確かめてください。",
  withheld: "この照会は、相談窓口が個人情報を確認しています。確認が終わると回答できます。",
  wrong: "回答を1字以上2,000字以内で書いてください。",
};

function refused(kind: NotAnswered["kind"]): { readonly ok: false } & NotAnswered {
  return { ok: false, kind, problem: problems[kind] };
}
