import { describe, expect, test } from "vitest";
import type { ReplyTo } from "../../../domain/case/case.ts";
import { answerInquiry } from "../../../usecases/inquiries/answer-inquiry.ts";
import { followUpInquiry } from "../../../usecases/inquiries/follow-up-inquiry.ts";
import { answerMailWorker } from "../../../usecases/inquiries/inquiry-workers.ts";
import { recordContact } from "../../../usecases/calls/record-contact.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";
import { anInquiryAt, keptCase } from "../../support/inquiries.ts";
import { openCallbacks } from "../../support/open-callbacks.ts";

type Desk = ReturnType<typeof aDesk>;

const mail: ReplyTo = { by: "mail", mail: "someone@example.jp", name: "埼玉 花子" };
const telephone: ReplyTo = { by: "telephone", number: "+819012345678" };
const answer = { text: "設定を直してください。\n手順は次のとおりです。", staff: "op01" };

const anInquiry = (desk: Desk, replyTo: ReplyTo, language: "ja" | "en" = "ja") =>
  anInquiryAt(desk, { submissionId: `page of ${replyTo.by}`, language, replyTo });

const send = (desk: Desk) => followUpInquiry({ ...desk, workers: { "answer-mail": answerMailWorker(desk) } });

describe("an answer by mail", () => {
  test("goes out once, in text and HTML, with the receipt number in its subject and nothing about the person", async () => {
    const desk = aDesk();
    const number = await anInquiry(desk, mail);
    const answered = await answerInquiry(desk)(number, answer);
    expect(answered.ok && answered.value.status).toBe("closed");
    const pushed = desk.inquiries.pushed.at(-1)!;
    expect(pushed.receiptNumber).toBe(number);
    for (let delivery = 0; delivery < 2; delivery++) await send(desk)(pushed);
    const printed = number.replace(/(\d{4})(?=\d)/g, "$1-");
    expect(desk.mailer.sent).toMatchObject([
      {
        from: "kobaton-alkoo@example.jp",
        to: "someone@example.jp",
        subject: `【コバトンALKOOマイレージ】お問い合わせへの回答（受付番号 ${printed}）`,
        replyTo: `inquiry+${number}@reply.example.jp`,
        tags: { receipt: number },
      },
    ]);
    const [sent] = desk.mailer.sent;
    expect(sent?.text).toContain("設定を直してください。\n手順は次のとおりです。");
    expect(sent?.text).toContain("このメールに返信してください");
    expect(sent?.html).toContain("設定を直してください。<br>");
    expect(`${sent?.subject}${JSON.stringify(sent?.tags)}`).not.toMatch(/花子|someone/);
    expect((await keptCase(desk, number)).history.map(({ what }) => what)).toEqual([
      "opened",
      "answered",
      "mail-sent",
    ]);
  });

  test("stands in the frame of the inquirer's language", async () => {
    const desk = aDesk();
    const number = await anInquiry(desk, mail, "en");
    await answerInquiry(desk)(number, answer);
    await send(desk)(desk.inquiries.pushed.at(-1)!);
    expect(desk.mailer.sent[0]?.subject).toMatch(/^\[Kobaton.+Our answer to your inquiry/);
    expect(desk.mailer.sent[0]?.html).toContain('<html lang="en">');
  });

  test("says that nobody reads replies where no domain takes them", async () => {
    const desk = aDesk();
    const { replyDomain: _none, ...webForm } = desk.programme.webForm;
    const silent = { ...desk, programme: { ...desk.programme, webForm } };
    const number = await anInquiry(silent, mail);
    await answerInquiry(silent)(number, answer);
    await send(silent)(desk.inquiries.pushed.at(-1)!);
    expect(desk.mailer.sent[0]?.text).toContain("返信はお読みできません");
    expect(desk.mailer.sent[0]?.replyTo).toBe("kobaton-alkoo@example.jp");
  });

  test("that the queue does not take stays owed, and is warned of", async () => {
    const desk = aDesk();
    const number = await anInquiry(desk, mail);
    const deaf = { ...desk, inquiries: { push: () => Promise.reject(new Error("away")) } };
    expect((await answerInquiry(deaf)(number, answer)).ok).toBe(true);
    expect((await keptCase(desk, number)).owed?.map(({ work }) => work)).toContain("answer-mail");
    expect(desk.warnings).toHaveLength(1);
  });
});

describe("an answer by telephone", () => {
  test("puts the person on the list of call backs, with the number and by when", async () => {
    const desk = aDesk("2024-07-16T16:30");
    const number = await anInquiry(desk, telephone);
    const answered = await answerInquiry(desk)(number, answer);
    // 120 minutes of opening hours: 30 until 17:00, and 90 from 09:00.
    const dueAt = at("2024-07-17T10:30");
    expect(answered.ok && answered.value).toMatchObject({ status: "awaiting-callback", dueAt });
    expect(await openCallbacks(desk.callbacks, desk.programme.id)).toMatchObject([
      { number: "+819012345678", dueAt, contactId: number },
    ]);
    expect(desk.mailer.sent).toEqual([]);
  });

  test("ends when a call of ours reaches the person: the number is gone", async () => {
    const desk = aDesk();
    const number = await anInquiry(desk, telephone);
    await answerInquiry(desk)(number, answer);
    await recordContact(desk)({
      contactId: "ours",
      initiatedAt: at("2024-07-16T11:00"),
      source: { kind: "record", lastUpdatedAt: at("2024-07-16T11:10") },
      facts: {
        channel: "VOICE",
        initiationMethod: "OUTBOUND",
        personKey: await desk.personKeys.keyOf(desk.programme.id, "+819012345678"),
        connectedToSystemAt: at("2024-07-16T11:01"),
        disconnectedAt: at("2024-07-16T11:09"),
      },
    });
    expect(await openCallbacks(desk.callbacks, desk.programme.id)).toEqual([]);
    const after = await keptCase(desk, number);
    expect(after.status).toBe("in-progress");
    expect(after.history.map(({ what }) => what)).toEqual([
      "opened",
      "answered",
      "callback-requested",
      "called-back",
    ]);
  });

  test("may be given again where its case could not be written; the call back is kept once", async () => {
    const desk = aDesk();
    const number = await anInquiry(desk, telephone);
    const failing = { ...desk, cases: { ...desk.cases, update: () => Promise.reject(new Error("away")) } };
    await expect(answerInquiry(failing)(number, answer)).rejects.toThrow("away");
    expect((await answerInquiry(desk)(number, answer)).ok).toBe(true);
    expect(await openCallbacks(desk.callbacks, desk.programme.id)).toHaveLength(1);
  });

  test("is refused where the person is to be called back for something else already", async () => {
    const desk = aDesk();
    const number = await anInquiry(desk, telephone);
    await desk.callbacks.keep({
      programme: desk.programme.id,
      personKey: await desk.personKeys.keyOf(desk.programme.id, "+819012345678"),
      contactId: "call",
      number: "+819012345678",
      requestedAt: desk.now,
      dueAt: at("2024-07-16T12:00"),
    });
    const refused = await answerInquiry(desk)(number, answer);
    expect(refused.ok ? "" : refused.problem).toContain("2024-07-16 12:00");
    expect((await keptCase(desk, number)).status).toBe("received");
  });
});

test("where no answer is wanted, the case is closed with what was done", async () => {
  const desk = aDesk();
  const number = await anInquiry(desk, { by: "none" });
  const answered = await answerInquiry(desk)(number, answer);
  expect(answered.ok && answered.value).toMatchObject({ status: "closed", correspondence: [{ by: "OP01" }] });
  expect(await openCallbacks(desk.callbacks, desk.programme.id)).toEqual([]);
});

test.each([
  ["419412345671", "OP01", "There is no case"],
  ["12", "OP01", "12桁"],
  ["", "花子", "not a staff code"],
])("is refused with what to do for the number %j and the code %j", async (number, staff, problem) => {
  const desk = aDesk();
  const known = await anInquiry(desk, mail);
  const refused = await answerInquiry(desk)(number || known, { text: "答え", staff });
  expect(refused.ok ? "" : refused.problem).toContain(problem);
});
