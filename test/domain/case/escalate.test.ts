import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCalendar } from "../../../domain/calendar/business-calendar.ts";
import { type Case, caseOfCall, caseOfWebForm } from "../../../domain/case/case.ts";
import { answeredBack, escalated, escalationAnswered } from "../../../domain/case/escalate.ts";
import { problemOfStatus } from "../../../domain/case/status-rules.ts";
import type { Result } from "../../../domain/result.ts";
import { at } from "../../support/contacts.ts";

const calendar = createCalendar({ opensAtMinute: 540, closesAtMinute: 1020, specialDays: [] });

/** Written on Tuesday 16 July 2024 at 10:00, and to be answered within three operating days: by Friday the 19th, 10:00. */
const written: Case = caseOfWebForm({
  programme: "kobaton-alkoo",
  receiptNumber: "419800000017",
  submissionId: "s",
  receivedAt: at("2024-07-16T10:00"),
  dueAt: at("2024-07-19T10:00"),
  category: "C04",
  content: "歩数",
  attributes: {},
  replyTo: { by: "none" },
});

const { category: _category, ...withoutCategory } = written;

function value(result: Result<Case>): Case {
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

const ask = (kept: Case, when: string, to: "prefecture" | "app-operator" = "prefecture") =>
  escalated(kept, { to, question: "対象は？", askedAt: at(when), askedBy: "OP01" }, calendar, 480);
const answer = (kept: Case, number: number, when: string) =>
  escalationAnswered(
    kept,
    number,
    { answer: "対象です。", answeredAt: at(when), answeredBy: "OP02" },
    calendar,
  );
const tell = (kept: Case, number: number, when: string) =>
  answeredBack(kept, number, { at: at(when), by: "OP03" });

describe("the clock of the inquirer's answer", () => {
  test("stands while an addressee has the question, and goes on with exactly what was left", () => {
    // Asked on Wednesday at 15:00: left are 2 h of Wednesday, 8 h of Thursday and 1 h of Friday: 660 minutes.
    const asked = value(ask(written, "2024-07-17T15:00"));
    expect([asked.status, asked.dueAt, asked.minutesLeft]).toEqual(["referred", undefined, 660]);
    // Answered on Monday the 22nd at 16:00: 1 h that day, 8 h on Tuesday, 2 h on Wednesday.
    const answered = value(answer(asked, 1, "2024-07-22T16:00"));
    expect(answered.status).toBe("in-progress");
    expect(answered.minutesLeft).toBeUndefined();
    expect(answered.dueAt).toBe(at("2024-07-24T11:00"));
  });

  test("goes on at the next opening where the answer comes to a closed desk", () => {
    const asked = value(ask(written, "2024-07-19T09:59"));
    expect(asked.minutesLeft).toBe(1);
    expect(value(answer(asked, 1, "2024-07-19T20:00")).dueAt).toBe(at("2024-07-22T09:01"));
  });

  test("stands until the last of several questions is answered", () => {
    const first = value(ask(written, "2024-07-17T15:00"));
    const both = value(ask(first, "2024-07-18T15:00", "app-operator"));
    expect(both.minutesLeft).toBe(660);
    const one = value(answer(both, 2, "2024-07-19T10:00"));
    expect([one.status, one.dueAt, one.minutesLeft]).toEqual(["referred", undefined, 660]);
    expect(value(answer(one, 1, "2024-07-22T16:00")).dueAt).toBe(at("2024-07-24T11:00"));
  });

  test("that has run out is not stopped: the case stays late", () => {
    const asked = value(ask(written, "2024-07-19T10:01"));
    expect([asked.dueAt, asked.minutesLeft]).toEqual([written.dueAt, undefined]);
    expect(value(answer(asked, 1, "2024-07-22T10:00")).dueAt).toBe(written.dueAt);
  });

  test("of a call to which nothing was promised begins with the answer", () => {
    const call = caseOfCall({
      programme: "kobaton-alkoo",
      receiptNumber: "419800000025",
      contactId: "c",
      arrivedAt: at("2024-07-16T10:00"),
    });
    const asked = value(ask(call, "2024-07-16T10:30"));
    expect(asked.minutesLeft).toBe(480);
    expect(value(answer(asked, 1, "2024-07-17T12:00")).dueAt).toBe(at("2024-07-18T12:00"));
  });

  test("never gives or takes a millisecond of opening hours, whenever it is asked and answered", () => {
    const minute = 60_000;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 * 24 * 60 * minute }),
        fc.integer({ min: 0, max: 30 * 24 * 60 * minute }),
        (until, later) => {
          const askedAt = written.receivedAt + until;
          const question = { to: "prefecture", question: "？", askedAt, askedBy: "OP01" } as const;
          const asked = value(escalated(written, question, calendar, 480));
          fc.pre(asked.minutesLeft !== undefined);
          const given = { answer: "！", answeredAt: askedAt + later, answeredBy: "OP01" };
          const { dueAt = 0 } = value(escalationAnswered(asked, 1, given, calendar));
          const ran =
            calendar.businessMinutesBetween(written.receivedAt, askedAt) +
            calendar.businessMinutesBetween(given.answeredAt, dueAt);
          // Three operating days of eight hours were promised.
          expect(ran).toBeCloseTo(3 * 480, 6);
        },
      ),
    );
  });
});

describe("an escalation", () => {
  test("is asked, answered and told, each with its time and who did it, and the last one closes the case", () => {
    const asked = value(ask({ ...written, answer: "対象です。" }, "2024-07-17T15:00"));
    const answered = value(answer(asked, 1, "2024-07-18T11:00"));
    const told = value(tell(answered, 1, "2024-07-18T12:00"));
    expect(told.escalations).toEqual([
      {
        number: 1,
        to: "prefecture",
        question: "対象は？",
        askedAt: at("2024-07-17T15:00"),
        askedBy: "OP01",
        state: "answered-back",
        answer: "対象です。",
        answeredAt: at("2024-07-18T11:00"),
        answeredBy: "OP02",
        answeredBackAt: at("2024-07-18T12:00"),
        answeredBackBy: "OP03",
        // 660 minutes from Thursday 11:00: 6 h that day, 5 h on Friday.
        dueAt: at("2024-07-19T14:00"),
      },
    ]);
    expect([told.status, told.dueAt, told.version]).toEqual(["closed", undefined, written.version + 3]);
    expect(told.history.map(({ what, by }) => [what, by])).toEqual([
      ["opened", undefined],
      ["escalated", "OP01"],
      ["escalation-answered", "OP02"],
      ["answered-back", "OP03"],
    ]);
  });

  test.each([
    ["what was answered", written, "何を答えたか"],
    ["a category", { ...withoutCategory, answer: "対象です。" }, "相談内容分類"],
  ])(
    "that is told in a case without %s is told, and the case stays due until that is there",
    (_what, kept, said) => {
      const answered = value(answer(value(ask(kept, "2024-07-17T15:00")), 1, "2024-07-18T11:00"));
      const told = value(tell(answered, 1, "2024-07-18T12:00"));
      expect(told.escalations).toMatchObject([{ state: "answered-back", answeredBackBy: "OP03" }]);
      expect([told.status, told.dueAt]).toEqual(["in-progress", at("2024-07-19T14:00")]);
      expect(problemOfStatus(told, "closed")).toContain(said);
      const complete = { ...told, category: "C04", answer: "対象です。" };
      expect(problemOfStatus(complete, "closed")).toBeUndefined();
    },
  );

  test("that is told while another is open leaves the case open", () => {
    const both = value(ask(value(ask(written, "2024-07-17T15:00")), "2024-07-17T16:00", "app-operator"));
    const told = value(tell(value(answer(both, 1, "2024-07-18T10:00")), 1, "2024-07-18T11:00"));
    expect([told.status, told.minutesLeft]).toEqual(["referred", 660]);
  });

  test.each([
    [
      "is not answered twice",
      () =>
        answer(
          value(answer(value(ask(written, "2024-07-17T15:00")), 1, "2024-07-17T16:00")),
          1,
          "2024-07-17T16:01",
        ),
      "answered already",
    ],
    [
      "is not told before it is answered",
      () => tell(value(ask(written, "2024-07-17T15:00")), 1, "2024-07-17T16:00"),
      "no answer yet",
    ],
    ["that nobody made is not answered", () => answer(written, 1, "2024-07-17T16:00"), "no escalation 1"],
    [
      "is not answered before it was asked",
      () => answer(value(ask(written, "2024-07-17T15:00")), 1, "2024-07-17T14:00"),
      "older than its question",
    ],
    [
      "says something",
      () =>
        escalated(written, { to: "prefecture", question: " ", askedAt: 0, askedBy: "OP01" }, calendar, 480),
      "Write the question",
    ],
    [
      "is not longer than an item of the store can hold",
      () =>
        escalated(
          written,
          { to: "prefecture", question: "あ".repeat(2001), askedAt: 0, askedBy: "OP01" },
          calendar,
          480,
        ),
      "2000",
    ],
  ])("%s", (_what, attempt, words) => {
    expect(attempt()).toMatchObject({ ok: false, problem: expect.stringContaining(words) });
  });

  test("is one of at most twenty of a case", () => {
    let kept = written;
    for (let number = 1; number <= 20; number++) kept = value(ask(kept, "2024-07-17T15:00"));
    expect(kept.escalations).toHaveLength(20);
    expect(ask(kept, "2024-07-17T15:00")).toMatchObject({ ok: false });
  });
});
