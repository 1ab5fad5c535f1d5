import { describe, expect, test } from "vitest";
import type { ReplyTo } from "../../../domain/case/case.ts";
import { answerInquiry } from "../../../usecases/inquiries/answer-inquiry.ts";
import { followUpInquiry } from "../../../usecases/inquiries/follow-up-inquiry.ts";
import {
  answerMailWorker,
  receiptMailWorker,
  taskWorker,
} from "../../../usecases/inquiries/inquiry-workers.ts";
import { openPicture } from "../../../usecases/inquiries/open-picture.ts";
import { type MailEvent, takeMailEvent } from "../../../usecases/inquiries/take-mail-event.ts";
import { type ReceivedMail, takeReply } from "../../../usecases/inquiries/take-reply.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";
import { anInquiryAt, keptCase } from "../../support/inquiries.ts";
import { plainPng } from "../../support/pictures.ts";

type Desk = ReturnType<typeof aDesk>;

const byMail: ReplyTo = { by: "mail", mail: "Someone@Example.jp" };

async function anInquiry(desk: Desk, replyTo: ReplyTo = byMail, withPicture = false): Promise<string> {
  const picture = { name: "画面.png", type: "image/png", bytes: plainPng } as const;
  const pictures = withPicture ? await desk.pictures.keep(desk.programme.id, "page", [picture]) : [];
  return anInquiryAt(desk, { submissionId: "page", replyTo, pictures });
}

const aReply = (number: string, other: Partial<ReceivedMail> = {}): ReceivedMail => ({
  sender: "someone@example.jp",
  recipients: [`inquiry+${number}@reply.example.jp`],
  subject: "Re: 回答",
  text: "まだ直りません。\n\n> 設定を直してください。",
  attachments: [],
  messageId: "<1@example.jp>",
  isAutomatic: false,
  isDangerous: false,
  ...other,
});

/** Does all that is owed now. */
async function settle(desk: Desk): Promise<void> {
  const follow = followUpInquiry({
    ...desk,
    workers: {
      "receipt-mail": receiptMailWorker(desk),
      task: taskWorker(desk),
      "answer-mail": answerMailWorker(desk),
    },
  });
  for (const pushed of desk.inquiries.pushed) await follow(pushed);
}

test("the whole life of an inquiry: form, mail, task, answer, reply, a second task and answer, closed", async () => {
  const desk = aDesk();
  const number = await anInquiry(desk);
  await settle(desk);
  desk.now = at("2024-07-17T10:00");
  expect((await answerInquiry(desk)(number, { text: "設定を直してください。", staff: "OP01" })).ok).toBe(
    true,
  );
  await settle(desk);
  expect((await keptCase(desk, number)).status).toBe("closed");
  desk.now = at("2024-07-18T10:00");
  const joined = await takeReply(desk)(aReply(number));
  // 1,440 minutes of opening hours after Thursday at 10: three operating days, over the weekend to Tuesday.
  expect(joined.ok && joined.value).toMatchObject({ status: "in-progress", dueAt: at("2024-07-23T10:00") });
  await settle(desk);
  desk.now = at("2024-07-19T10:00");
  await answerInquiry(desk)(number, { text: "交換します。", staff: "OP02" });
  await settle(desk);
  const after = await keptCase(desk, number);
  expect(after.status).toBe("closed");
  expect(after.history.map(({ what }) => what)).toEqual([
    "opened",
    "mail-sent",
    "task-started",
    "answered",
    "mail-sent",
    "replied",
    "task-started",
    "answered",
    "mail-sent",
  ]);
  expect(after.correspondence?.map(({ from, text }) => [from, text])).toEqual([
    ["desk", "設定を直してください。"],
    ["inquirer", "まだ直りません。"],
    ["desk", "交換します。"],
  ]);
  expect([...desk.tasks.started.keys()]).toEqual([number, `${number}-2`]);
  expect(desk.mailer.sent.map(({ subject }) => subject.slice(16, 25))).toEqual([
    "お問い合わせを受け",
    "お問い合わせへの回",
    "お問い合わせへの回",
  ]);
  expect(await desk.cases.owing(desk.programme.id)).toEqual([]);
});

describe("a reply", () => {
  test("is joined once, however often its mail comes", async () => {
    const desk = aDesk();
    const number = await anInquiry(desk);
    const replies = await Promise.all(Array.from({ length: 5 }, () => takeReply(desk)(aReply(number))));
    expect(replies.every(({ ok }) => ok)).toBe(true);
    expect((await keptCase(desk, number)).correspondence).toHaveLength(1);
  });

  test("is found by its subject where the address does not name the inquiry", async () => {
    const desk = aDesk();
    const number = await anInquiry(desk);
    const printed = number.replace(/(\d{4})(?=\d)/g, "$1-");
    const mail = aReply(number, {
      recipients: ["kobaton@example.jp"],
      subject: `Re: 回答（受付番号 ${printed}）`,
    });
    expect((await takeReply(desk)(mail)).ok).toBe(true);
  });

  test.each<[string, Partial<ReceivedMail>, RegExp]>([
    ["from somebody else", { sender: "else@example.jp" }, /does not come from the address/],
    ["from nobody", { sender: "" }, /names no sender/],
    ["with no number", { recipients: ["reply@example.jp"] }, /names no receipt number/],
    ["with a number that nobody has", { recipients: ["a+419412345671@example.jp"] }, /that no case has/],
    ["by a program", { isAutomatic: true }, /written by a program/],
    ["with a virus", { isDangerous: true }, /virus/],
    ["without a word", { text: " \n" }, /empty/],
  ])("%s joins nothing, and the reason is said", async (_what, other, problem) => {
    const desk = aDesk();
    const number = await anInquiry(desk);
    const refused = await takeReply(desk)(aReply(number, other));
    expect(refused.ok ? "" : refused.problem).toMatch(problem);
    expect((await keptCase(desk, number)).correspondence).toBeUndefined();
  });

  test("to an inquiry that is answered by telephone joins nothing: nobody knows whose mail it is", async () => {
    const desk = aDesk();
    const number = await anInquiry(desk, { by: "telephone", number: "+819012345678" });
    expect((await takeReply(desk)(aReply(number))).ok).toBe(false);
  });
});

describe("what the mail service tells", () => {
  const anEvent = (receiptNumber: string | undefined, other: Partial<MailEvent> = {}): MailEvent => ({
    what: "mail-bounced",
    reference: "feedback-1",
    at: at("2024-07-16T10:05"),
    kind: "Permanent/General",
    receiptNumber,
    ...other,
  });

  test("is written into the case, and the operators get a task to reach the person otherwise", async () => {
    const desk = aDesk();
    const number = await anInquiry(desk);
    await settle(desk);
    expect((await takeMailEvent(desk)(anEvent(number))).ok).toBe(true);
    await takeMailEvent(desk)(anEvent(number));
    await takeMailEvent(desk)(
      anEvent(number, { what: "mail-complained", reference: "feedback-2", kind: "abuse" }),
    );
    await settle(desk);
    const { history } = await keptCase(desk, number);
    expect(history.map(({ what, note }) => [what, note])).toEqual([
      ["opened", undefined],
      ["mail-sent", undefined],
      ["task-started", undefined],
      ["mail-bounced", "Permanent/General"],
      ["mail-complained", "abuse"],
      ["task-started", undefined],
    ]);
    expect([...desk.tasks.started.keys()]).toEqual([number, `${number}-2`]);
  });

  test.each([
    ["about no inquiry", undefined, /no inquiry/],
    ["about one that nobody has", "419412345671", /no case has/],
    ["with a number that does not check", "419412345672", /no case has/],
  ])("%s is answered with the reason", async (_what, number, problem) => {
    const refused = await takeMailEvent(aDesk())(anEvent(number));
    expect(refused.ok ? "" : refused.problem).toMatch(problem);
  });
});

describe("a picture of a case", () => {
  test("lies with what is kept before the case is open", async () => {
    const desk = aDesk();
    const number = await anInquiry(desk, byMail, true);
    expect((await keptCase(desk, number)).pictures).toMatchObject([
      { name: "画面.png", key: expect.stringMatching(/^kept\//) },
    ]);
  });

  test.each([
    ["scanning", "検査中です。数分で終わります。少し待ってから、もう一度開いてください。"],
    ["dangerous", "危険のため開けません。画像の内容は、相談者に文か電話で確かめてください。"],
    ["not-scannable", "検査できないため開けません。画像の内容は、相談者に文か電話で確かめてください。"],
    ["gone", "保存期間を過ぎたため開けません。"],
  ] as const)("that is %s is not handed out", async (state, sentence) => {
    const desk = aDesk();
    const number = await anInquiry(desk, byMail, true);
    desk.pictures.found(state);
    const refused = await openPicture(desk)(number, 0);
    expect(refused.ok ? "" : refused.problem).toBe(sentence);
  });

  test("that is clean is, and one that is not there is not", async () => {
    const desk = aDesk();
    const number = await anInquiry(desk, byMail, true);
    desk.pictures.found("clean");
    expect(await openPicture(desk)(number, 0)).toEqual({
      ok: true,
      value: { type: "image/png", bytes: plainPng },
    });
    expect((await openPicture(desk)(number, 1)).ok).toBe(false);
    expect((await openPicture(desk)("1", 0)).ok).toBe(false);
  });

  test("that cannot be kept is the reason for which no case is opened: the form comes back", async () => {
    const desk = aDesk();
    const away = { ...desk, pictures: { ...desk.pictures, accept: () => Promise.reject(new Error("away")) } };
    await expect(anInquiry(away as Desk)).rejects.toThrow("away");
    expect(await desk.cases.ofDay(desk.programme.id, "2024-07-16")).toEqual([]);
  });
});
