import { readdir } from "node:fs/promises";
import {
  GetSendQuotaCommand,
  SendEmailCommand,
  type SendEmailCommandInput,
  SESClient,
} from "@aws-sdk/client-ses";
import { describe, expect, onTestFinished, test } from "vitest";
import { localAccess } from "../../local/local-access.ts";
import { type MailServer, startMailServer } from "../../local/mail-server.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function serverOn(folder: string): Promise<{ server: MailServer; ses: SESClient }> {
  const server = await startMailServer({ folder });
  const ses = new SESClient({ endpoint: server.endpoint, maxAttempts: 1, ...localAccess });
  onTestFinished(async () => {
    ses.destroy();
    await server.stop().catch(() => undefined);
  });
  return { server, ses };
}

function mail(subject: string, more: Partial<SendEmailCommandInput> = {}): SendEmailCommand {
  return new SendEmailCommand({
    Source: "noreply@example.jp",
    Destination: { ToAddresses: ["resident@example.jp"] },
    Message: {
      Subject: { Data: subject, Charset: "UTF-8" },
      Body: { Text: { Data: "受付番号 & 内容\n100% + <確認>", Charset: "UTF-8" } },
    },
    ...more,
  });
}

describe("SES v1 SendEmail", () => {
  test("keeps the mail, Japanese text included, before the sender hears of it", async () => {
    const { server, ses } = await serverOn(await temporaryFolder());
    const { MessageId } = await ses.send(mail("【受付】お問い合わせ"));
    const mails = await server.mails();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      messageId: MessageId,
      from: "noreply@example.jp",
      destination: { to: ["resident@example.jp"], cc: [], bcc: [] },
      subject: "【受付】お問い合わせ",
      body: { text: "受付番号 & 内容\n100% + <確認>" },
    });
    expect(mails[0]!.receivedAt).toBeGreaterThan(Date.UTC(2024, 0, 1));
  });

  test("mails survive a restart and stay in the order of sending", async () => {
    const folder = await temporaryFolder();
    const first = await serverOn(folder);
    for (const number of [1, 2, 3, 4, 5]) await first.ses.send(mail(`mail ${number}`));
    await first.server.stop();
    const second = await serverOn(folder);
    await second.ses.send(mail("mail 6"));
    expect((await second.server.mails()).map(({ subject }) => subject)).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `mail ${number}`),
    );
  });

  test("two servers on one folder see each other's mails, on different folders not", async () => {
    const folder = await temporaryFolder();
    const [one, other, elsewhere] = [
      await serverOn(folder),
      await serverOn(folder),
      await serverOn(await temporaryFolder()),
    ];
    await Promise.all([one.ses.send(mail("from one")), elsewhere.ses.send(mail("from elsewhere"))]);
    expect((await other.server.mails()).map(({ subject }) => subject)).toEqual(["from one"]);
    expect((await elsewhere.server.mails()).map(({ subject }) => subject)).toEqual(["from elsewhere"]);
  });

  test("fifty mails at once are fifty files", async () => {
    const folder = await temporaryFolder();
    const { server, ses } = await serverOn(folder);
    const subjects = Array.from({ length: 50 }, (_, at) => `mail ${at}`);
    await Promise.all(subjects.map((subject) => ses.send(mail(subject))));
    expect((await readdir(folder)).filter((name) => name.endsWith(".json"))).toHaveLength(50);
    expect(new Set((await server.mails()).map(({ subject }) => subject))).toEqual(new Set(subjects));
  });

  test("a second recipient, which would get nothing, is refused", async () => {
    const { server, ses } = await serverOn(await temporaryFolder());
    const toTwo = mail("two", { Destination: { ToAddresses: ["a@example.jp", "b@example.jp"] } });
    await expect(ses.send(toTwo)).rejects.toMatchObject({
      name: "InvalidParameterValue",
      message: "The local SES does not provide Destination.ToAddresses.member.2 in SendEmail.",
    });
    expect(await server.mails()).toEqual([]);
  });

  test("a mail without a body, and an unknown call, is answered with an error that the client can read", async () => {
    const { ses } = await serverOn(await temporaryFolder());
    const empty = mail("empty", { Message: { Subject: { Data: "empty" }, Body: {} } });
    await expect(ses.send(empty)).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(ses.send(new GetSendQuotaCommand({}))).rejects.toMatchObject({
      name: "InvalidAction",
      message: "The local SES does not provide GetSendQuota.",
    });
  });
});

describe("SES v2 and the inbox", () => {
  const headers = { authorization: "AWS4-HMAC-SHA256 local", "content-type": "application/json" };

  test("v2 SendEmail is kept too, with several recipients", async () => {
    const { server } = await serverOn(await temporaryFolder());
    const reply = await fetch(`${server.endpoint}/v2/email/outbound-emails`, {
      method: "POST",
      headers,
      body: JSON.stringify({
        FromEmailAddress: "noreply@example.jp",
        Destination: { ToAddresses: ["a@example.jp", "b@example.jp"] },
        Content: { Simple: { Subject: { Data: "件名" }, Body: { Text: { Data: "本文" } } } },
      }),
    });
    expect(reply.status).toBe(200);
    expect(await server.mails()).toMatchObject([
      { subject: "件名", body: { text: "本文" }, destination: { to: ["a@example.jp", "b@example.jp"] } },
    ]);
  });

  test("any other v2 call is refused by name", async () => {
    const { server } = await serverOn(await temporaryFolder());
    const reply = await fetch(`${server.endpoint}/v2/email/account`, { headers });
    expect(reply.status).toBe(501);
    expect(await reply.json()).toMatchObject({
      message: "The local SES does not provide GET /v2/email/account.",
    });
  });

  test("the inbox page is served, and shows and clears what is in the folder", async () => {
    const folder = await temporaryFolder();
    const first = await serverOn(folder);
    await first.ses.send(mail("kept"));
    await first.server.stop();
    const { server } = await serverOn(folder);
    expect(await (await fetch(server.endpoint)).text()).toContain("/store?since=");
    const store = await (await fetch(`${server.endpoint}/store?since=0`)).json();
    expect(store).toMatchObject({ emails: [{ subject: "kept", attachments: [] }] });
    await fetch(`${server.endpoint}/clear-store`, { method: "POST" });
    expect(await server.mails()).toEqual([]);
  });
});
