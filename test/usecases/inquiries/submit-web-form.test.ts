import { describe, expect, test } from "vitest";
import type { ReplyTo } from "../../../domain/case/case.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import { type Submission, submitWebForm } from "../../../usecases/inquiries/submit-web-form.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";

const submission: Submission = {
  submissionId: "6f1c1f0e-0000-4000-8000-000000000001",
  language: "ja",
  category: "C04",
  content: "歩いたのに歩数が増えません。",
  attributes: { ageBand: "60代", municipality: "ふじみ野市" },
  replyTo: { by: "mail", mail: "someone@example.jp", name: "埼玉 花子" },
  pictures: [],
};

describe("a written inquiry", () => {
  test("is answered with a receipt number and the day by which it will be answered", async () => {
    const desk = aDesk("2024-07-12T16:00");
    const receipt = await submitWebForm(desk)(submission);
    // Three operating days of 8 hours from Friday 16:00: 1 h on Friday, Tuesday and Wednesday whole (Monday is 海の日), 7 h on Thursday.
    expect(receipt).toMatchObject({ ok: true, value: { answerBy: at("2024-07-18T16:00") } });
  });

  test("becomes a case that owes an answer, and with it what the service has to do", async () => {
    const desk = aDesk();
    const receipt = await submitWebForm(desk)({ ...submission, language: "en" });
    const [opened] = await desk.cases.ofDay(desk.programme.id, "2024-07-16");
    expect(opened).toMatchObject({
      status: "received",
      category: "C04",
      attributes: submission.attributes,
      language: "en",
      owed: [{ work: "receipt-mail" }, { work: "task" }],
      version: 1,
    });
    expect(opened).not.toHaveProperty("pictures");
    expect(receipt.ok && receipt.value.receiptNumber).toBe(opened?.receiptNumber);
    expect(await desk.cases.due(desk.programme.id, at("2024-08-01T00:00"))).toHaveLength(1);
    expect(desk.inquiries.pushed).toEqual([
      { programme: "kobaton-alkoo", receiptNumber: opened?.receiptNumber, received: "2024-07-16" },
    ]);
  });

  test.each<[string, ReplyTo, string[], boolean]>([
    ["by mail", { by: "mail", mail: "a@example.jp" }, ["receipt-mail", "task"], true],
    ["by telephone", { by: "telephone", number: "+819012345678", reachable: "夕方" }, ["task"], true],
    ["not at all", { by: "none" }, ["task"], false],
  ])(
    "that is answered %s owes that work, and an answer only where one is wanted",
    async (_how, replyTo, works, isDue) => {
      const desk = aDesk();
      const receipt = await submitWebForm(desk)({ ...submission, replyTo });
      const [opened] = await desk.cases.ofDay(desk.programme.id, "2024-07-16");
      expect(opened?.owed?.map(({ work }) => work)).toEqual(works);
      expect([opened?.dueAt !== undefined, receipt.ok && receipt.value.answerBy !== undefined]).toEqual([
        isDue,
        isDue,
      ]);
    },
  );

  test("sent fifty times at once is one case", async () => {
    const desk = aDesk();
    const receipts = await Promise.all(Array.from({ length: 50 }, () => submitWebForm(desk)(submission)));
    expect(new Set(receipts.map((receipt) => receipt.ok && receipt.value.receiptNumber)).size).toBe(1);
    expect(await desk.cases.ofDay(desk.programme.id, "2024-07-16")).toHaveLength(1);
  });

  test("is the same when its fields come in another order, and its pictures under another key", async () => {
    const desk = aDesk();
    const picture = { key: "one", name: "a.png", type: "image/png", bytes: 9 } as const;
    const first = await submitWebForm(desk)({ ...submission, pictures: [picture] });
    const again = await submitWebForm(desk)({
      ...submission,
      attributes: { municipality: "ふじみ野市", ageBand: "60代" },
      pictures: [{ ...picture, key: "two" }],
    });
    expect(again).toEqual(first);
  });

  test("written after going back to a form that was sent is another inquiry", async () => {
    const desk = aDesk();
    await submitWebForm(desk)(submission);
    await submitWebForm(desk)({ ...submission, content: "もう一つ質問があります。" });
    const contents = (await desk.cases.ofDay(desk.programme.id, "2024-07-16")).map((one) => one.content);
    expect(new Set(contents)).toEqual(new Set(["もう一つ質問があります。", submission.content]));
  });

  test("sent again after midnight is still the same case", async () => {
    const desk = aDesk("2024-07-16T23:59:50");
    const first = await submitWebForm(desk)(submission);
    desk.now = at("2024-07-17T00:00:10");
    expect(await submitWebForm(desk)(submission)).toEqual(first);
    expect(await desk.cases.ofDay(desk.programme.id, "2024-07-17")).toEqual([]);
  });

  test("is taken where the queue is away, and where the special days cannot be read", async () => {
    const desk = aDesk();
    const away = async () => Promise.reject(new Unavailable("away"));
    const receipt = await submitWebForm({
      ...desk,
      inquiries: { push: away },
      specialDays: { ...desk.specialDays, all: away },
    })(submission);
    expect(receipt.ok).toBe(true);
    expect(await desk.cases.owing(desk.programme.id)).toHaveLength(1);
    expect(desk.warnings).toHaveLength(2);
  });

  test("is not said to be taken where its case cannot be written", async () => {
    const desk = aDesk();
    const cases = { ...desk.cases, open: async () => Promise.reject(new Unavailable("away")) };
    await expect(submitWebForm({ ...desk, cases })(submission)).rejects.toBeInstanceOf(Unavailable);
    expect(desk.inquiries.pushed).toEqual([]);
  });

  test.each([
    ["an unknown kind of inquiry", { category: "C99" }],
    ["an unknown municipality", { attributes: { municipality: "東京都" } }],
  ])("with %s is refused in a sentence, and nothing is kept", async (_what, wrong) => {
    const desk = aDesk();
    const receipt = await submitWebForm(desk)({ ...submission, ...wrong });
    expect(receipt).toMatchObject({ ok: false, problem: expect.stringContaining("お選びください") });
    expect(await desk.cases.ofDay(desk.programme.id, "2024-07-16")).toEqual([]);
  });
});
