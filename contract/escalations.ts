import * as v from "valibot";
import { caseDetail } from "./cases.ts";
import { deskStaff, type Route } from "./route.ts";

const longestText = 2000;
const longestLetter = 4000;

const writtenText = (what: string, longest: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, `${what}を入力してください。`),
    v.maxLength(longest, `${what}は${longest}文字までです。短くしてから、もう一度送ってください。`),
  );

/** Questions outside the manual, what is answered to them, and the answer to who asked (R24, R25). */
export const escalationRoutes = {
  escalateCase: {
    method: "POST",
    path: "/cases/{receiptNumber}/escalations",
    roles: deskStaff,
    readsPersonalData: true,
    request: v.object({
      to: v.picklist(["prefecture", "app-operator"], "照会先を選んでください。"),
      question: writtenText("照会の内容", longestText),
    }),
    answer: caseDetail,
  },
  enterEscalationAnswer: {
    method: "POST",
    path: "/cases/{receiptNumber}/escalations/{number}/answer",
    roles: deskStaff,
    readsPersonalData: true,
    request: v.object({ answer: writtenText("照会への回答", longestText) }),
    answer: caseDetail,
  },
  tellInquirer: {
    method: "POST",
    path: "/cases/{receiptNumber}/escalations/{number}/told",
    roles: deskStaff,
    readsPersonalData: true,
    request: v.object({}),
    answer: caseDetail,
  },
  answerInquiry: {
    method: "POST",
    path: "/cases/{receiptNumber}/answer",
    roles: deskStaff,
    readsPersonalData: true,
    request: v.object({ text: writtenText("回答", longestLetter) }),
    answer: caseDetail,
  },
} as const satisfies Record<string, Route>;
