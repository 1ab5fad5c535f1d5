import { describe, expect, test } from "vitest";
import { Unavailable } from "../../usecases/ports.ts";
import { type Submission, submitWebForm } from "../../usecases/submit-web-form.ts";
import { at } from "../support/contacts.ts";
import { aDesk } from "../support/desk.ts";

const submission: Submission = {
  submissionId: "6f1c1f0e-0000-4000-8000-000000000001",
  category: "C04",
  content: "歩いたのに歩数が増えません。",
  attributes: { ageBand: "60代", municipality: "ふじみ野市" },
  replyTo: { by: "mail", mail: "someone@example.jp", name: "埼玉 花子" },
};

describe("a written inquiry", () => {
  test("is answered with a receipt number and the day by which it will be answered", async () => {
    const desk = aDesk("2024-07-12T16:00");
    const receipt = await submitWebForm(desk)(submission);
    // Three operating days of 8 hours from Friday 16:00: 1 h on Friday, Tuesday and Wednesday whole (Monday is 海の日), 7 h on Thursday.
    expect(receipt).toMatchObject({ ok: true, value: { answerBy: at("2024-07-18T16:00") } });
  });

  test("becomes a case that owes an answer, and a mail without personal data in its subject", async () => {
    const desk = aDesk();
    const receipt = await submitWebForm(desk)(submission);
    const [opened] = await desk.cases.ofDay(desk.programme.id, "2024-07-16");
    expect(opened).toMatchObject({ status: "received", category: "C04", attributes: submission.attributes });
    expect(receipt.ok && receipt.value.receiptNumber).toBe(opened?.receiptNumber);
    expect(await desk.cases.due(desk.programme.id, at("2024-08-01T00:00"))).toHaveLength(1);
    expect(desk.mailer.sent).toMatchObject([{ to: "someone@example.jp" }]);
    expect(desk.mailer.sent[0]?.subject).not.toMatch(/花子|someone/);
  });

  test("sent fifty times at once is one case and one mail", async () => {
    const desk = aDesk();
    const receipts = await Promise.all(Array.from({ length: 50 }, () => submitWebForm(desk)(submission)));
    expect(new Set(receipts.map((receipt) => receipt.ok && receipt.value.receiptNumber)).size).toBe(1);
    expect(await desk.cases.ofDay(desk.programme.id, "2024-07-16")).toHaveLength(1);
    expect(desk.mailer.sent).toHaveLength(1);
  });

  test("written after going back to a form that was sent is another inquiry", async () => {
    const desk = aDesk();
    await submitWebForm(desk)(submission);
    await submitWebForm(desk)({ ...submission, content: "もう一つ質問があります。" });
    const contents = (await desk.cases.ofDay(desk.programme.id, "2024-07-16")).map((one) => one.content);
    expect(new Set(contents)).toEqual(new Set(["もう一つ質問があります。", submission.content]));
    expect(desk.mailer.sent).toHaveLength(2);
  });

  test("sent again after midnight is still the same case", async () => {
    const desk = aDesk("2024-07-16T23:59:50");
    const first = await submitWebForm(desk)(submission);
    desk.now = at("2024-07-17T00:00:10");
    expect(await submitWebForm(desk)(submission)).toEqual(first);
    expect(await desk.cases.ofDay(desk.programme.id, "2024-07-17")).toEqual([]);
  });

  test("is kept where its mail cannot be sent, and the mail is parked", async () => {
    const desk = aDesk();
    const mailer = { send: async () => Promise.reject(new Unavailable("SES is away")) };
    const receipt = await submitWebForm({ ...desk, mailer })(submission);
    expect(receipt.ok).toBe(true);
    expect(await desk.parked.all(desk.programme.id)).toMatchObject([
      { source: "receipt-mail", reason: "SES is away" },
    ]);
  });

  test.each([
    ["an unknown kind of inquiry", { category: "C99" }],
    ["an unknown municipality", { attributes: { municipality: "東京都" } }],
  ])("with %s is refused in a sentence, and nothing is kept", async (_what, wrong) => {
    const desk = aDesk();
    const receipt = await submitWebForm(desk)({ ...submission, ...wrong });
    expect(receipt).toMatchObject({ ok: false, problem: expect.stringContaining("お選びください") });
    expect(await desk.cases.ofDay(desk.programme.id, "2024-07-16")).toEqual([]);
    expect(desk.mailer.sent).toEqual([]);
  });
});
