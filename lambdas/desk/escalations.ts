import type { Case } from "../../domain/case/case.ts";
import type { Escalation } from "../../domain/case/escalation.ts";
import { answerEscalation, answerInquirer } from "../../usecases/cases/answer-escalation.ts";
import { answerInquiry, type AnswerServices } from "../../usecases/inquiries/answer-inquiry.ts";
import { caseByNumber } from "../../usecases/cases/case-by-number.ts";
import { escalateCase } from "../../usecases/cases/escalate-case.ts";
import { caseOutcome, unknownCase } from "./case-answer.ts";
import type { Refused, RouteHandlers } from "./route-handler.ts";

type Names = "escalateCase" | "enterEscalationAnswer" | "tellInquirer" | "answerInquiry";

/** Puts questions of cases to others, takes their answers, and answers who asked. */
export function escalationHandlers(parts: AnswerServices): RouteHandlers<Names> {
  const find = caseByNumber(parts);
  const escalate = escalateCase(parts);
  const enterAnswer = answerEscalation(parts);
  const tell = answerInquirer(parts);
  const answer = answerInquiry(parts);
  return {
    async escalateCase({ path: { receiptNumber }, request, by: { staff } }) {
      if (!(await find(receiptNumber)).ok) return unknownCase;
      return caseOutcome(await escalate(receiptNumber, { ...request, staff }));
    },
    async enterEscalationAnswer({ path: { receiptNumber, number }, request, by: { staff } }) {
      const found = await find(receiptNumber);
      if (!found.ok) return unknownCase;
      const refused = refusalUnless(found.value, number, "asked");
      return refused ?? caseOutcome(await enterAnswer(receiptNumber, Number(number), { ...request, staff }));
    },
    async tellInquirer({ path: { receiptNumber, number }, by: { staff } }) {
      const found = await find(receiptNumber);
      if (!found.ok) return unknownCase;
      const refused = refusalUnless(found.value, number, "answered");
      return refused ?? caseOutcome(await tell(receiptNumber, Number(number), staff));
    },
    async answerInquiry({ path: { receiptNumber }, request, by: { staff } }) {
      const found = await find(receiptNumber);
      if (!found.ok) return unknownCase;
      const refused = refusalToAnswer(found.value);
      return refused ?? caseOutcome(await answer(receiptNumber, { ...request, staff }));
    },
  };
}

const unlike: Readonly<Record<Escalation["state"], string>> = {
  asked: "この照会には、まだ回答がありません。先に回答を入力してください。",
  answered: "この照会には、もう回答があります。相談者に伝えるか、もう一度照会してください。",
  "answered-back": "この照会の回答は、もう相談者に伝えています。",
};

/** Why a question is not worked on, where it is in another state than it has to be. */
function refusalUnless(kept: Case, number: string, state: Escalation["state"]): Refused | undefined {
  const found = kept.escalations?.find((one) => String(one.number) === number);
  if (!found) return { refused: "not-found", problem: "この照会はありません。「更新」を押してください。" };
  if (found.state === state) return undefined;
  return { refused: "conflict", problem: unlike[found.state], version: kept.version };
}

function refusalToAnswer({ replyTo, escalations = [], owed = [] }: Case): Refused | undefined {
  if (!replyTo)
    return { refused: "wrong", problem: "電話の相談です。電話で答えて、何を答えたかを書いてください。" };
  if (escalations.some(({ state }) => state === "asked"))
    return { refused: "wrong", problem: "照会の回答がまだありません。先に回答を入力してください。" };
  if (owed.some(({ work }) => work === "answer-mail"))
    return {
      refused: "wrong",
      problem: "前の回答メールを送っているところです。数分待ってから、もう一度送ってください。",
    };
  return undefined;
}
