import { describe, expect, test } from "vitest";
import { printedReceiptNumber } from "../../../domain/case/receipt-number.ts";
import type { Role } from "../../../domain/roster.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { answerEscalation } from "../../../usecases/cases/answer-escalation.ts";
import { escalateCase } from "../../../usecases/cases/escalate-case.ts";
import { releaseText } from "../../../usecases/reports/release-text.ts";
import { textsToRelease } from "../../../usecases/reports/texts-to-release.ts";
import { submitWebForm } from "../../../usecases/inquiries/submit-web-form.ts";
import { builtReport } from "../../support/built-report.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";

const written = "埼玉花子です。歩数が増えません。電話は090-1234-5678です。";
const proposed = "［氏名］です。歩数が増えません。電話は［電話番号］です。";
const supervisor = { staff: "sv01", role: "supervisor" as Role };

/** A desk with one written inquiry, and the lines of its log. */
async function aDeskWithAnInquiry() {
  const desk = aDesk("2024-07-16T10:00");
  const lines: string[] = [];
  const note = (message: string, facts: object) => void lines.push(JSON.stringify({ message, ...facts }));
  const taken = await submitWebForm(desk)({
    submissionId: "form",
    language: "ja",
    pictures: [],
    category: "C04",
    content: written,
    attributes: {},
    replyTo: { by: "none" },
  });
  if (!taken.ok) throw new Error("the inquiry was not taken");
  const { receiptNumber } = taken.value;
  desk.now = at("2024-07-17T09:00");
  const services = { ...desk, note };
  const find = async () => {
    const found = await desk.cases.find(kobatonAlkoo.id, receiptNumber, "2024-07-16");
    if (!found) throw new Error("the case is gone");
    return found;
  };
  const shown = async () =>
    (await builtReport(desk, "monthly/2024-07")).rows("03_応対一覧.csv")[0]?.["相談内容"];
  return { desk, lines, receiptNumber, release: releaseText(services), services, find, shown };
}

describe("a free text", () => {
  test("is withheld until a supervisor releases it, and shown as it was proposed", async () => {
    const { release, receiptNumber, find, shown } = await aDeskWithAnInquiry();
    expect(await shown()).toBe("（個人情報の確認待ち）");
    expect(await release(receiptNumber, supervisor)).toMatchObject({ ok: true });
    expect(await shown()).toBe(proposed);
    const kept = await find();
    expect(kept.content).toBe(written);
    expect(kept.releases).toMatchObject([
      { text: proposed, by: "SV01", at: at("2024-07-17T09:00"), marked: 2 },
    ]);
    expect(kept.history.at(-1)).toEqual({ at: at("2024-07-17T09:00"), what: "text-released", by: "SV01" });
  });

  test("is listed with its proposal until then", async () => {
    const { desk, release, receiptNumber } = await aDeskWithAnInquiry();
    const listed = { receiptNumber: printedReceiptNumber(receiptNumber), name: "content" };
    expect(await textsToRelease(desk)("2024-07")).toEqual([
      { ...listed, text: proposed, found: { name: 1, telephone: 1 } },
    ]);
    expect(await textsToRelease(desk)("2024-08")).toEqual([]);
    await release(receiptNumber, supervisor);
    expect(await textsToRelease(desk)("2024-07")).toEqual([]);
  });

  test("may be reworded, and is checked again", async () => {
    const { release, receiptNumber, shown } = await aDeskWithAnInquiry();
    const edited = { ...supervisor, text: "歩数が増えない。電話は０９０－１２３４－５６７８。" };
    expect(await release(receiptNumber, edited)).toMatchObject({
      ok: false,
      problem: expect.stringContaining("電話番号"),
    });
    expect(await release(receiptNumber, { ...supervisor, text: " " })).toMatchObject({ ok: false });
    expect(await shown()).toBe("（個人情報の確認待ち）");
    expect(await release(receiptNumber, { ...supervisor, text: "歩数が増えないとのこと。" })).toMatchObject({
      ok: true,
    });
    expect(await shown()).toBe("歩数が増えないとのこと。");
  });

  test("that was changed since is withheld again", async () => {
    const { desk, release, receiptNumber, find, shown } = await aDeskWithAnInquiry();
    await release(receiptNumber, supervisor);
    const kept = await find();
    await desk.cases.update({ ...kept, content: `${written}妻は恵子です。`, version: kept.version + 1 });
    expect(await shown()).toBe("（個人情報の確認待ち）");
    expect(await textsToRelease(desk)("2024-07")).toHaveLength(1);
    await release(receiptNumber, { ...supervisor, text: "歩数が増えないとのこと。" });
    expect(await shown()).toBe("歩数が増えないとのこと。");
    // What was released of the text that is no longer there is not kept.
    expect((await find()).releases).toHaveLength(1);
  });

  test("is released again as something else", async () => {
    const { release, receiptNumber, find, shown } = await aDeskWithAnInquiry();
    await release(receiptNumber, supervisor);
    await release(receiptNumber, { ...supervisor, text: "歩数が増えないとのこと。" });
    expect(await shown()).toBe("歩数が増えないとのこと。");
    expect((await find()).releases).toHaveLength(1);
  });

  test("that somebody changes while it is looked at is not released", async () => {
    const { desk, services, receiptNumber, find } = await aDeskWithAnInquiry();
    const meanwhile = {
      ...desk.cases,
      update: async (changed: Parameters<typeof desk.cases.update>[0]) => {
        const kept = await find();
        if (kept.content === written)
          await desk.cases.update({ ...kept, content: "妻は恵子です。", version: kept.version + 1 });
        return desk.cases.update(changed);
      },
    };
    const answer = await releaseText({ ...services, cases: meanwhile })(receiptNumber, supervisor);
    expect(answer).toMatchObject({ ok: false, problem: expect.stringContaining("look at it again") });
    expect((await find()).releases).toBeUndefined();
  });

  test.each([
    [{ staff: "OP01", role: "operator" as Role }, "Only a supervisor"],
    [{ staff: "LD01", role: "leader" as Role }, "Only a supervisor"],
    [{ staff: "佐藤", role: "supervisor" as Role }, "not a staff code"],
    [{ ...supervisor, name: "question-1" }, 'no text "question-1"; it has content'],
  ])("is not released by %j", async (order, words) => {
    const { release, receiptNumber, find } = await aDeskWithAnInquiry();
    expect(await release(receiptNumber, order)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(words),
    });
    expect((await find()).releases).toBeUndefined();
  });

  test("of a number that nobody has is refused", async () => {
    const { release } = await aDeskWithAnInquiry();
    expect(await release("4198-0000-0000", supervisor)).toMatchObject({ ok: false });
  });

  test("leaves in the log what kinds were masked, and nothing of what it says", async () => {
    const { release, receiptNumber, lines } = await aDeskWithAnInquiry();
    await release(receiptNumber, supervisor);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        message: "a text was released",
        receiptNumber,
        text: "content",
        by: "SV01",
        as: "proposed",
        name: 1,
        telephone: 1,
      },
    ]);
    expect(lines.join()).not.toMatch(/花子|090|歩数/);
  });
});

describe("a question outside the manual and its answer", () => {
  test("are withheld and released each by itself", async () => {
    const { desk, release, receiptNumber } = await aDeskWithAnInquiry();
    await escalateCase(desk)(receiptNumber, {
      to: "prefecture",
      question: "田中様の件です。",
      staff: "OP01",
    });
    await answerEscalation(desk)(receiptNumber, 1, { answer: "対象です。", staff: "OP01" });
    const row = async () => (await builtReport(desk, "monthly/2024-07")).rows("04_マニュアル範囲外.csv")[0];
    expect(await row()).toMatchObject({
      照会内容: "（個人情報の確認待ち）",
      回答内容: "（個人情報の確認待ち）",
    });
    const names = (await textsToRelease(desk)("2024-07")).map(({ name }) => name);
    expect(names).toEqual(["content", "question-1", "answer-1"]);
    await release(receiptNumber, { ...supervisor, name: "question-1" });
    expect(await row()).toMatchObject({
      照会内容: "［氏名］様の件です。",
      回答内容: "（個人情報の確認待ち）",
    });
    await release(receiptNumber, { ...supervisor, name: "answer-1" });
    expect(await row()).toMatchObject({ 照会内容: "［氏名］様の件です。", 回答内容: "対象です。" });
  });
});
