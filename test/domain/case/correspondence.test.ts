import { describe, expect, test } from "vitest";
import { type Case, caseOfWebForm, type ReplyTo } from "../../../domain/case/case.ts";
import {
  answered,
  hasLetter,
  longestLetter,
  mailFailed,
  mostLetters,
  replied,
} from "../../../domain/case/correspondence.ts";
import type { Escalation } from "../../../domain/case/escalation.ts";
import type { WorkName } from "../../../domain/case/owed-work.ts";
import { at } from "../../support/contacts.ts";

const now = at("2024-07-17T10:00");
const callBackBy = at("2024-07-17T12:00");
const dueAt = at("2024-07-22T10:00");
const mail: ReplyTo = { by: "mail", mail: "someone@example.jp" };
const telephone: ReplyTo = { by: "telephone", number: "+819012345678" };

const anInquiry = (replyTo: ReplyTo = mail, owes: readonly WorkName[] = []): Case =>
  caseOfWebForm({
    programme: "water-desk",
    receiptNumber: "419848291374",
    submissionId: "page",
    receivedAt: at("2024-07-16T10:00"),
    dueAt: at("2024-07-19T10:00"),
    category: "C04",
    content: "歩数が増えません。",
    attributes: {},
    replyTo,
    owes,
  });

function withoutCategory(): Case {
  const { category: _category, ...rest } = anInquiry();
  return rest;
}

const answer = { at: now, by: "OP01", text: " 直しました。\n", callBackBy };
const reply = { at: now, text: "ありがとう。", attachments: [], messageId: "<1>", dueAt };

function right(result: ReturnType<typeof answered>): Case {
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

describe("an answer", () => {
  test("by mail closes the case and owes the mail", () => {
    const kept = right(answered(anInquiry(), answer));
    expect(kept).toMatchObject({
      status: "closed",
      answer: "直しました。",
      owed: [{ work: "answer-mail" }],
      correspondence: [{ at: now, from: "desk", by: "OP01", text: "直しました。" }],
      version: 2,
    });
    expect(kept).not.toHaveProperty("dueAt");
    expect(kept.history.at(-1)).toEqual({ at: now, what: "answered", by: "OP01" });
  });

  test("by telephone makes the person's call back due", () => {
    const kept = right(answered(anInquiry(telephone), answer));
    expect(kept).toMatchObject({ status: "awaiting-callback", dueAt: callBackBy, version: 2 });
    expect(kept).not.toHaveProperty("owed");
    expect(kept.history.map(({ what }) => what)).toEqual(["opened", "answered", "callback-requested"]);
  });

  test("where none is wanted closes the case and owes nothing", () => {
    const kept = right(answered(anInquiry({ by: "none" }), answer));
    expect(kept.status).toBe("closed");
    expect([kept.dueAt, kept.owed]).toEqual([undefined, undefined]);
  });

  test("makes a task needless that nobody has begun, and waits for one that somebody has", () => {
    const waiting = anInquiry(mail, ["receipt-mail", "task"]);
    expect(right(answered(waiting, answer)).owed?.map(({ work }) => work)).toEqual([
      "receipt-mail",
      "answer-mail",
    ]);
    const begun: Case = { ...waiting, owed: [{ work: "task", claimedUntil: now }] };
    expect(right(answered(begun, answer)).owed?.map(({ work }) => work)).toEqual(["task", "answer-mail"]);
  });

  const question = { number: 1, to: "prefecture", question: "いつ?", askedAt: now, askedBy: "OP01" } as const;
  const answeredQuestion: Escalation = {
    ...question,
    state: "answered",
    answer: "明日",
    answeredAt: now,
    answeredBy: "OP01",
  };

  test("tells what an escalation brought; the clock that stood for it is done", () => {
    const { dueAt: _due, ...rest } = anInquiry();
    const kept = right(answered({ ...rest, escalations: [answeredQuestion] }, answer));
    expect(kept.escalations).toMatchObject([{ state: "answered-back", answeredBackBy: "OP01" }]);
    expect(kept.history.map(({ what }) => what)).toEqual(["opened", "answered-back", "answered"]);
    expect(kept.version).toBe(2);
  });

  test.each<[string, Case, Partial<typeof answer>, RegExp]>([
    ["nothing is written", anInquiry(), { text: " \n" }, /Write the answer/],
    ["too much is written", anInquiry(), { text: "あ".repeat(longestLetter + 1) }, /at most 4000/],
    [
      "an escalation is open",
      { ...anInquiry(), escalations: [{ ...question, state: "asked" }] },
      {},
      /Escalation 1/,
    ],
    ["it has no category", withoutCategory(), {}, /完了にするには、相談内容分類を選んでください。/],
    ["the one before is not sent yet", anInquiry(mail, ["answer-mail"]), {}, /still on its way/],
  ])("is refused with what to do, where %s", (_when, kept, other, problem) => {
    const result = answered(kept, { ...answer, ...other });
    expect(result.ok ? "" : result.problem).toMatch(problem);
  });

  test("is refused for a case that says no way of answering", () => {
    const { replyTo: _none, ...kept } = anInquiry();
    expect(answered(kept, answer).ok).toBe(false);
  });

  test("is refused where the case holds as many letters as fit into its row", () => {
    const correspondence = Array.from(
      { length: mostLetters },
      () => ({ at: now, from: "desk", text: "x" }) as const,
    );
    expect(answered({ ...anInquiry(), correspondence }, answer).ok).toBe(false);
    expect(replied({ ...anInquiry(), correspondence }, reply).ok).toBe(false);
  });
});

describe("a reply", () => {
  test("opens a closed case again: due by the new date, with a task for the operators", () => {
    const closed = { ...right(answered(anInquiry(), answer)), owed: [] };
    const kept = right(replied(closed, reply));
    expect(kept).toMatchObject({ status: "in-progress", dueAt, owed: [{ work: "task" }], version: 3 });
    expect(kept.correspondence?.map(({ from, text }) => [from, text])).toEqual([
      ["desk", "直しました。"],
      ["inquirer", "ありがとう。"],
    ]);
    expect(hasLetter(kept, "<1>")).toBe(true);
    expect(hasLetter(kept, "<2>")).toBe(false);
  });

  test("to an open case leaves its date, which is earlier, and its status", () => {
    const kept = right(replied(anInquiry(), reply));
    expect(kept).toMatchObject({
      status: "received",
      dueAt: at("2024-07-19T10:00"),
      owed: [{ work: "task" }],
    });
  });

  test("to a case whose clock stands lets it stand", () => {
    const { dueAt: _due, ...rest } = anInquiry();
    const kept = right(replied({ ...rest, status: "referred", minutesLeft: 60 }, reply));
    expect(kept).toMatchObject({ status: "referred", minutesLeft: 60 });
    expect(kept).not.toHaveProperty("dueAt");
  });

  test("names the files that came with it, and says that they are not kept", () => {
    const kept = right(replied(anInquiry(), { ...reply, attachments: ["画面.png", "表.xlsx"] }));
    expect(kept.correspondence?.[0]?.attachments).toEqual(["画面.png", "表.xlsx"]);
    expect(kept.history.at(-1)?.note).toBe("添付は保存していません: 画面.png、表.xlsx");
  });

  test("that is too long is cut, between characters", () => {
    const kept = right(replied(anInquiry(), { ...reply, text: "😀".repeat(longestLetter) }));
    const { text = "" } = kept.correspondence?.[0] ?? {};
    expect(text.length).toBeLessThanOrEqual(longestLetter);
    expect([text.isWellFormed(), text.at(-1)]).toEqual([true, "…"]);
  });
});

describe("a mail that did not reach its inquirer", () => {
  const bounced = {
    at: now,
    what: "mail-bounced",
    reference: "feedback-1",
    note: "Permanent/General",
    dueAt,
  } as const;

  test("opens the case again and has the operators told, once an event", () => {
    const closed = { ...right(answered(anInquiry(), answer)), owed: [] };
    const kept = mailFailed(closed, bounced);
    expect(kept).toMatchObject({ status: "in-progress", dueAt, owed: [{ work: "task" }] });
    expect(kept?.history.at(-1)).toEqual({
      at: now,
      what: "mail-bounced",
      reference: "feedback-1",
      note: "Permanent/General",
    });
    expect(mailFailed(kept!, bounced)).toBeUndefined();
    expect(mailFailed(kept!, { ...bounced, reference: "feedback-2" })?.owed).toEqual([{ work: "task" }]);
  });
});
