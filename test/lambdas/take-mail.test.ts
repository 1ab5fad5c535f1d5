import { describe, expect, test, vi } from "vitest";
import { casesOf, parkedWorkOf } from "../../lambdas/edge/composition.ts";
import { submitWebFormHandler } from "../../lambdas/submit-web-form.ts";
import { takeMailHandler } from "../../lambdas/take-mail.ts";
import { Unavailable } from "../../usecases/ports/host.ts";
import { aCloud } from "../support/cloud.ts";
import { aMail, arrived, s3Event } from "../support/mails.ts";
import { aPage, aPost, asJson, filledIn } from "../support/web-form.ts";
import { aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();
const programme = environment["PROGRAMME"] ?? "";
const bucket = environment["MAIL_BUCKET"] ?? "";

async function anInquiry(): Promise<string> {
  const fields = { ...filledIn, token: await aPage(environment) };
  const post = await aPost("/inquiries", "json", fields, { headers: asJson });
  return JSON.parse((await submitWebFormHandler(aWorld(environment))(post, context)).body).receiptNumber;
}

let names = 0;
async function take(mail: string, world = aWorld(environment)) {
  return takeMailHandler(world)(await arrived(bucket, `mail-${names++}`, mail), context);
}

const kept = (number: string) => casesOf(aWorld(environment)).find(programme, number, "2024-07-16");
const parked = async () =>
  (await parkedWorkOf(aWorld(environment)).all(programme)).filter(({ source }) => source === "mail");

describe("a resident's reply", () => {
  test("joins its case with what the person wrote, the names of its files, and no more", async () => {
    const number = await anInquiry();
    const world = aWorld(environment, "2024-07-17T10:00");
    const text =
      "まだ直りません。𠮷野\r\n\r\n2024年7月17日(水) 9:00 コバトン <a@example.jp>:\r\n> 次のとおり";
    const to = `inquiry+${number}@reply.example.jp`;
    expect(await take(aMail({ to, text, attachments: ["画面.png"] }), world)).toBe("joined");
    expect(await kept(number)).toMatchObject({
      correspondence: [{ from: "inquirer", text: "まだ直りません。𠮷野", attachments: ["画面.png"] }],
      owed: [{ work: "receipt-mail" }, { work: "task" }],
    });
    expect(JSON.stringify(world.logged)).not.toMatch(/someone|花子|直りません/);
  });

  test("delivered five times at once is one letter", async () => {
    const number = await anInquiry();
    const event = await arrived(
      bucket,
      `often-${number}`,
      aMail({ to: `inquiry+${number}@reply.example.jp` }),
    );
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => takeMailHandler(aWorld(environment))(event, context)),
    );
    expect(answers).toEqual(Array(5).fill("joined"));
    expect((await kept(number))?.correspondence).toHaveLength(1);
  });

  test("without a message id is known by where it lies", async () => {
    const number = await anInquiry();
    const event = await arrived(
      bucket,
      `nameless-${number}`,
      aMail({ to: `inquiry+${number}@reply.example.jp`, messageId: "" }),
    );
    for (let delivery = 0; delivery < 2; delivery++)
      await takeMailHandler(aWorld(environment))(event, context);
    expect((await kept(number))?.correspondence).toHaveLength(1);
  });

  test("that has only HTML is read as its words, harmless", async () => {
    const number = await anInquiry();
    const html = "<style>p{}</style><p>直りません。</p><script>alert(1)</script>1 &lt; 2<br>終わり";
    const mail = aMail({ to: `inquiry+${number}@reply.example.jp`, text: html }).replace(
      "text/plain",
      "text/html",
    );
    expect(await take(mail)).toBe("joined");
    expect((await kept(number))?.correspondence?.[0]?.text).toBe("直りません。\n1 < 2\n終わり");
  });
});

describe("a mail that joins no case", () => {
  test.each<[string, (number: string) => Parameters<typeof aMail>[0], RegExp]>([
    ["from somebody else", () => ({ from: "else@example.jp" }), /does not come from the address/],
    ["with a virus", () => ({ headers: ["X-SES-Virus-Verdict: FAIL"] }), /virus/],
    ["an absence note", () => ({ headers: ["Auto-Submitted: auto-replied"] }), /program/],
    ["to nobody of ours", () => ({ to: "reply@example.jp", subject: "こんにちは" }), /no receipt number/],
  ])(
    "is parked with its reason and where it lies, and nothing of what it says: %s",
    async (_what, other, reason) => {
      const number = await anInquiry();
      const world = aWorld(environment);
      const headers = other(number)?.headers ?? [];
      const mail = aMail({ to: `inquiry+${number}@reply.example.jp`, ...other(number) });
      // What SES found stands first; what the sender wrote of it counts for nothing.
      const found = headers[0]?.startsWith("X-SES") ? `${headers[0]}\r\n${mail}` : mail;
      const before = (await parked()).length;
      expect(await take(found, world)).toBe("parked");
      const all = await parked();
      expect(all).toHaveLength(before + 1);
      const mine = all.find(({ payload }) => payload === JSON.stringify({ key: `mails/mail-${names - 1}` }));
      expect(mine?.reason).toMatch(reason);
      expect(JSON.stringify([world.logged, all])).not.toMatch(/someone|else@|花子|本文/);
      expect((await kept(number))?.correspondence).toBeUndefined();
    },
  );

  test("is parked where it is no mail at all", async () => {
    const before = (await parked()).length;
    expect(await take("\u0000\u0001 this is no mail")).toBe("parked");
    expect(await take("")).toBe("parked");
    expect(await parked()).toHaveLength(before + 2);
  });
});

test("a mail whose time was up before it was taken is warned of and let go", async () => {
  const world = aWorld(environment);
  expect(await takeMailHandler(world)(s3Event(bucket, "mails/gone", 1), context)).toBe("gone");
  expect(world.logged).toMatchObject([{ level: "warn" }]);
});

test("where the table is away, the event fails and comes again", async () => {
  const number = await anInquiry();
  const event = await arrived(bucket, `away-${number}`, aMail({ to: `inquiry+${number}@reply.example.jp` }));
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1");
  await expect(takeMailHandler(aWorld(environment))(event, context)).rejects.toBeInstanceOf(Unavailable);
  vi.unstubAllEnvs();
  expect(await takeMailHandler(aWorld(environment))(event, context)).toBe("joined");
});
