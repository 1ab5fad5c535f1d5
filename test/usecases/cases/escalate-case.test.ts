import { describe, expect, test } from "vitest";
import { caseOfCall } from "../../../domain/case/case.ts";
import { printedReceiptNumber, receiptNumberOf } from "../../../domain/case/receipt-number.ts";
import { answerEscalation, answerInquirer } from "../../../usecases/cases/answer-escalation.ts";
import { escalateCase } from "../../../usecases/cases/escalate-case.ts";
import { writeCase } from "../../../usecases/cases/write-case.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";

const receiptNumber = receiptNumberOf("2024-07-16", "call c");
const question = { to: "prefecture", question: "対象ですか。", staff: "op01" };

async function aDeskWithACase() {
  const desk = aDesk("2024-07-16T10:30");
  const arrivedAt = at("2024-07-16T10:00");
  await desk.cases.open(
    caseOfCall({ programme: desk.programme.id, receiptNumber, contactId: "c", arrivedAt }),
  );
  return desk;
}

describe("a question outside the manual", () => {
  test("is asked, answered and told, found by the number as it is printed", async () => {
    const desk = await aDeskWithACase();
    const number = printedReceiptNumber(receiptNumber);
    expect(await escalateCase(desk)(number, question)).toMatchObject({ ok: true });
    const [asked] = await desk.cases.ofDay(desk.programme.id, "2024-07-16");
    // One operating day for who called; the clock stands.
    expect(asked).toMatchObject({ status: "referred", minutesLeft: 480, escalations: [{ askedBy: "OP01" }] });
    desk.now = at("2024-07-17T12:00");
    await answerEscalation(desk)(number, 1, { answer: "対象です。", staff: "OP02" });
    expect(await desk.cases.due(desk.programme.id, at("2024-07-18T12:00"))).toEqual([
      { receiptNumber, dueAt: at("2024-07-18T12:00") },
    ]);
    const [kept] = await desk.cases.ofDay(desk.programme.id, "2024-07-16");
    const fields = { category: desk.programme.categories[0]!.code, answer: "対象です。" };
    const change = { baseVersion: kept!.version, fields };
    await writeCase(desk)({ receiptNumber: number, staff: "OP01", change });
    await answerInquirer(desk)(number, 1, "OP01");
    const [told] = await desk.cases.ofDay(desk.programme.id, "2024-07-16");
    expect(told).toMatchObject({ status: "closed", version: 5 });
    expect(await desk.cases.due(desk.programme.id, at("2025-01-01T00:00"))).toEqual([]);
  });

  test("reckons with a day on which the desk is closed for once", async () => {
    const desk = await aDeskWithACase();
    await desk.specialDays.enter(desk.programme.id, { kind: "closing", date: "2024-07-18", reason: "停電" });
    await escalateCase(desk)(receiptNumber, question);
    desk.now = at("2024-07-17T12:00");
    const answered = await answerEscalation(desk)(receiptNumber, 1, { answer: "可", staff: "OP02" });
    expect(answered).toMatchObject({ ok: true, value: { dueAt: at("2024-07-19T12:00") } });
  });

  test("of two who answer at once one does, and the other is told so", async () => {
    const desk = await aDeskWithACase();
    await escalateCase(desk)(receiptNumber, question);
    const answers = await Promise.all(
      ["OP02", "OP03"].map((staff) => answerEscalation(desk)(receiptNumber, 1, { answer: "可", staff })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const [kept] = await desk.cases.ofDay(desk.programme.id, "2024-07-16");
    expect(kept?.history.filter(({ what }) => what === "escalation-answered")).toHaveLength(1);
  });

  test.each([
    [
      "somebody whom nobody may ask",
      receiptNumber,
      { ...question, to: "mayor" },
      "prefecture or app-operator",
    ],
    ["a name in the place of a staff code", receiptNumber, { ...question, staff: "山田" }, "never a name"],
    ["a number with a wrong digit", "4198-0000-0000", question, "受付番号に誤りがあります"],
    ["a number that nobody has", receiptNumberOf("2024-07-16", "none"), question, "There is no case"],
    ["no question", receiptNumber, { ...question, question: "" }, "Write the question"],
  ])("is refused with a sentence: %s", async (_what, number, asked, words) => {
    const desk = await aDeskWithACase();
    expect(await escalateCase(desk)(number, asked)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(words),
    });
    expect((await desk.cases.ofDay(desk.programme.id, "2024-07-16"))[0]?.version).toBe(1);
  });
});
