import { describe, expect, test } from "vitest";
import type { Case } from "../../../domain/case/case.ts";
import { dateAt } from "../../../domain/japan-time.ts";
import { followUpInquiry, type Workers } from "../../../usecases/inquiries/follow-up-inquiry.ts";
import { receiptMailWorker, taskWorker } from "../../../usecases/inquiries/inquiry-workers.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import type { PushedInquiry } from "../../../usecases/ports/inquiries.ts";
import { resumeInquiries } from "../../../usecases/inquiries/resume-inquiries.ts";
import { submitWebForm } from "../../../usecases/inquiries/submit-web-form.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";

type Desk = ReturnType<typeof aDesk>;

const workersOf = (desk: Desk): Workers => ({
  "receipt-mail": receiptMailWorker(desk),
  task: taskWorker(desk),
});

const followUp = (desk: Desk, workers: Workers = workersOf(desk)) => followUpInquiry({ ...desk, workers });

async function anInquiry(desk: Desk, language: "ja" | "easy" | "en" = "ja"): Promise<PushedInquiry> {
  const receipt = await submitWebForm(desk)({
    submissionId: "6f1c1f0e-0000-4000-8000-000000000001",
    language,
    category: "C04",
    content: "歩いたのに歩数が増えません。",
    attributes: {},
    replyTo: { by: "mail", mail: "someone@example.jp", name: "埼玉 花子" },
    pictures: [],
  });
  if (!receipt.ok) throw new Error(receipt.problem);
  return {
    programme: desk.programme.id,
    receiptNumber: receipt.value.receiptNumber,
    received: dateAt(desk.now),
  };
}

async function kept(desk: Desk): Promise<Case> {
  const [only] = await desk.cases.ofDay(desk.programme.id, "2024-07-16");
  if (!only) throw new Error("There is no case.");
  return only;
}

describe("what an inquiry owes", () => {
  test("is done: a mail in text and HTML without personal data in its subject, and a task that names nobody", async () => {
    const desk = aDesk();
    const inquiry = await anInquiry(desk);
    expect(await followUp(desk)(inquiry)).toBe("done");
    const [mail] = desk.mailer.sent;
    expect(mail).toMatchObject({ from: "kobaton-alkoo@example.jp", to: "someone@example.jp" });
    const printed = inquiry.receiptNumber.replace(/(\d{4})(?=\d)/g, "$1-");
    for (const part of [mail?.subject, mail?.text, mail?.html]) expect(part).toContain(printed);
    expect(mail?.html).toContain('<html lang="ja">');
    expect(mail?.subject).not.toMatch(/花子|someone/);
    const [task] = desk.tasks.started.values();
    expect(task).toMatchObject({
      name: `WEBフォーム ${printed}`,
      description: "歩数の計測・反映、返信 メール、期限 2024-07-19 10:00",
    });
    expect(JSON.stringify(task)).not.toMatch(/花子|someone|歩いた/);
    const { owed, history } = await kept(desk);
    expect(owed).toBeUndefined();
    expect(history.map(({ what }) => what)).toEqual(["opened", "mail-sent", "task-started"]);
    expect(await desk.cases.owing(desk.programme.id)).toEqual([]);
  });

  test("takes four writes in all, the one that opened the case included", async () => {
    const desk = aDesk();
    await followUp(desk)(await anInquiry(desk));
    expect((await kept(desk)).version).toBe(4);
  });

  test.each([
    ["easy", "しつもんを 受け取りました", '<html lang="ja">'],
    ["en", "We have received your inquiry", '<html lang="en">'],
  ] as const)("is confirmed in the language of the form: %s", async (language, subject, html) => {
    const desk = aDesk();
    await followUp(desk)(await anInquiry(desk, language));
    expect(desk.mailer.sent[0]?.subject).toContain(subject);
    expect(desk.mailer.sent[0]?.html).toContain(html);
  });

  test("is not done a second time, however often the queue delivers", async () => {
    const desk = aDesk();
    const inquiry = await anInquiry(desk);
    for (let delivery = 0; delivery < 3; delivery++) await followUp(desk)(inquiry);
    expect([desk.mailer.sent.length, desk.tasks.started.size]).toEqual([1, 1]);
  });

  test("of an unknown inquiry is nothing", async () => {
    const desk = aDesk();
    const unknown = { programme: desk.programme.id, receiptNumber: "419800000017", received: "2024-07-16" };
    expect(await followUp(desk)(unknown)).toBe("unknown");
  });

  test.each([
    ["after closing time", "2024-07-16T17:00", "2024-07-17T09:00"],
    ["before opening time", "2024-07-16T08:59:59", "2024-07-16T09:00"],
  ])("%s, the mail goes and the task waits until the desk opens", async (_when, submitted, opening) => {
    const desk = aDesk(submitted);
    const inquiry = await anInquiry(desk);
    expect(await followUp(desk)(inquiry)).toBe("waiting");
    expect([desk.mailer.sent.length, desk.tasks.started.size]).toEqual([1, 0]);
    expect((await kept(desk)).owed).toEqual([{ work: "task" }]);
    desk.now = at(opening);
    expect(await resumeInquiries(desk)()).toBe(1);
    expect(desk.inquiries.pushed.at(-1)).toEqual(inquiry);
    expect(await followUp(desk)(inquiry)).toBe("done");
    expect([desk.mailer.sent.length, desk.tasks.started.size]).toEqual([1, 1]);
    expect(await resumeInquiries(desk)()).toBe(0);
  });

  test("waits for half a second before each task, so that two a second are started at most", async () => {
    const pauses: number[] = [];
    const desk = aDesk();
    const pause = async (milliseconds: number) => void pauses.push(milliseconds);
    await followUp(desk, { task: taskWorker({ ...desk, pause }) })(await anInquiry(desk));
    expect(pauses).toEqual([500]);
  });

  test("fails with its cause and may be begun again at once; what was done before it stays done", async () => {
    const desk = aDesk();
    const inquiry = await anInquiry(desk);
    const failing = { start: async () => Promise.reject(new Unavailable("Connect is away")) };
    const workers = { ...workersOf(desk), task: taskWorker({ ...desk, tasks: failing }) };
    await expect(followUp(desk, workers)(inquiry)).rejects.toThrow("Connect is away");
    expect((await kept(desk)).owed).toEqual([{ work: "task" }]);
    expect(await followUp(desk)(inquiry)).toBe("done");
    expect([desk.mailer.sent.length, desk.tasks.started.size]).toEqual([1, 1]);
  });

  test("that somebody has begun is left alone for ten minutes, and then done again", async () => {
    const desk = aDesk();
    const inquiry = await anInquiry(desk);
    const { promise: never } = Promise.withResolvers<void>();
    void followUp(desk, { "receipt-mail": { carryOut: () => never } })(inquiry);
    await expect.poll(async () => (await kept(desk)).version).toBe(2);
    desk.now = at("2024-07-16T10:09:59");
    expect(await followUp(desk)(inquiry)).toBe("waiting");
    expect(desk.mailer.sent).toEqual([]);
    desk.now = at("2024-07-16T10:10");
    expect(await followUp(desk)(inquiry)).toBe("done");
    expect(desk.mailer.sent).toHaveLength(1);
  });

  test("is done once by twenty who deliver it at the same moment", async () => {
    const desk = aDesk();
    const inquiry = await anInquiry(desk);
    await Promise.all(Array.from({ length: 20 }, () => followUp(desk)(inquiry)));
    expect([desk.mailer.sent.length, desk.tasks.started.size]).toEqual([1, 1]);
    expect((await kept(desk)).owed).toBeUndefined();
  });
});
