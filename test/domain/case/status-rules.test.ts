import { describe, expect, test } from "vitest";
import { awaitingCallback, type Case, caseOfCall, type CaseStatus } from "../../../domain/case/case.ts";
import type { Escalation } from "../../../domain/case/escalation.ts";
import { nextStatuses, problemOfStatus, statusChanged } from "../../../domain/case/status-rules.ts";
import { at } from "../../support/contacts.ts";

const opened = caseOfCall({
  programme: "kobaton-alkoo",
  receiptNumber: "419800000017",
  contactId: "c",
  arrivedAt: at("2024-07-16T10:00"),
});
const complete: Case = { ...opened, category: "A01", answer: "案内した" };
const question: Escalation = {
  number: 1,
  to: "prefecture",
  question: "対象ですか。",
  askedAt: 1,
  askedBy: "OP01",
  state: "asked",
};

describe("a case's status", () => {
  test.each<[string, Case, CaseStatus[]]>([
    ["that was received", { ...complete, status: "received" }, ["in-progress", "closed"]],
    ["that somebody works on", complete, ["closed"]],
    ["that somebody works on and that has no answer", opened, []],
    ["with a question that others have", { ...complete, status: "referred", escalations: [question] }, []],
    ["that awaits a call back", { ...complete, status: "awaiting-callback" }, []],
    ["that is closed", { ...complete, status: "closed" }, ["in-progress"]],
  ])("of one %s can become %j", (_what, kept, next) => {
    expect(nextStatuses(kept)).toEqual(next);
  });

  test.each<[string, Case, CaseStatus, string]>([
    ["完了 without a category", { ...opened, answer: "案内した" }, "closed", "相談内容分類を選んで"],
    ["完了 without an answer", { ...opened, category: "A01", answer: " " }, "closed", "何を答えたか"],
    [
      "完了 while a question is open",
      { ...complete, escalations: [question] },
      "closed",
      "照会1の回答がまだ",
    ],
    [
      "完了 before the inquirer was told what others answered",
      {
        ...complete,
        escalations: [{ ...question, state: "answered", answer: "可", answeredAt: 2, answeredBy: "OP01" }],
      },
      "closed",
      "相談者に伝えていません",
    ],
    ["照会中 by hand", complete, "referred", "照会を入力"],
    ["架電待ち by hand", complete, "awaiting-callback", "折返し架電を登録"],
    ["受付 again", complete, "received", "対応中の案件は受付にできません"],
    [
      "完了 over a call back",
      awaitingCallback(complete, { at: 1, dueAt: 2 }),
      "closed",
      "折返し架電が残って",
    ],
  ])("is refused with what to do first: %s", (_what, kept, to, words) => {
    expect(problemOfStatus(kept, to)).toContain(words);
  });

  test("that is closed owes nothing; one that is reopened owes an answer again", () => {
    const by = { at: at("2024-07-16T11:00"), by: "OP01", dueAt: at("2024-07-17T11:00") };
    const closed = statusChanged({ ...complete, dueAt: 5, minutesLeft: 3 }, { ...by, to: "closed" });
    expect(closed).toMatchObject({ status: "closed", version: 2 });
    expect("dueAt" in closed || "minutesLeft" in closed).toBe(false);
    expect(closed.history.at(-1)).toEqual({ at: by.at, what: "status-changed", by: "OP01", to: "closed" });
    expect(statusChanged(closed, { ...by, to: "in-progress" })).toMatchObject({
      status: "in-progress",
      dueAt: by.dueAt,
      version: 3,
    });
  });
});
