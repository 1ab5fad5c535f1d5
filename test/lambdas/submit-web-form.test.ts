import type { APIGatewayProxyEvent } from "aws-lambda";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { parseReceiptNumber } from "../../domain/case/receipt-number.ts";
import { casesOf } from "../../lambdas/edge/composition.ts";
import { submitWebFormHandler } from "../../lambdas/submit-web-form.ts";
import { followUpInquiryHandler } from "../../lambdas/follow-up-inquiry.ts";
import { drainQueue } from "../../local/queue-runner.ts";
import { startEmbeddedCloud } from "../../local/embedded-cloud.ts";
import { aCloud } from "../support/cloud.ts";
import { anExchangeForTest } from "../support/connect.ts";
import { aFile, pngWithMore } from "../support/pictures.ts";
import { aPage, aPost, aRestEvent, asJson, bodyTypes, filledIn } from "../support/web-form.ts";
import { aWorld, context } from "../support/world.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";

const { environment } = await aCloud();
const programme = environment["PROGRAMME"] ?? "";
const world = aWorld(environment);
const submit = submitWebFormHandler(world);
const send = (event: APIGatewayProxyEvent) => submit(event, context);

const inquiry = async (other: Record<string, string> = {}, secondsAgo = 60) => ({
  ...filledIn,
  token: await aPage(environment, secondsAgo),
  ...other,
});
const caseOf = (receiptNumber: string) => casesOf(world).find(programme, receiptNumber, "2024-07-16");
const allCases = () => casesOf(world).ofDay(programme, "2024-07-16");
const png = (name: string, bytes = 20) => aFile(name, pngWithMore(bytes));

describe("an inquiry from the form", () => {
  test.each(bodyTypes)(
    "that came as %s is answered to its script with a number that checks and the time of the answer",
    async (type) => {
      const fields = await inquiry({ ageBand: "60代", device: "", name: "埼玉 花子" });
      const answer = await send(await aPost("/inquiries", type, fields, { headers: asJson }));
      expect(answer.statusCode).toBe(201);
      const { receiptNumber, answerBy } = JSON.parse(answer.body);
      expect(parseReceiptNumber(receiptNumber).ok).toBe(true);
      expect(answerBy).toBe("2024-07-19T10:00:00+09:00");
      const kept = await caseOf(receiptNumber);
      expect(kept).toMatchObject({
        attributes: { ageBand: "60代" },
        replyTo: { by: "mail", mail: "someone@example.jp", name: "埼玉 花子" },
        owed: [{ work: "receipt-mail" }, { work: "task" }],
      });
      expect(kept?.attributes).not.toHaveProperty("device");
    },
  );

  test.each(["urlencoded", "multipart"] as const)(
    "sent without script as %s is answered with a page that shows the number",
    async (type) => {
      const answer = await send(await aPost("/inquiries", type, await inquiry()));
      expect(answer).toMatchObject({
        statusCode: 201,
        headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
      });
      expect(answer.headers?.["content-security-policy"]).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(answer.headers).not.toHaveProperty("set-cookie");
      expect(answer.body).toMatch(/\d{4}-\d{4}-\d{4}/);
    },
  );

  test.each([
    [
      "telephone",
      { telephone: "０９０ー１２３４ー５６７８", reachable: "平日の夕方", mail: "x@example.jp" },
      { by: "telephone", number: "+819012345678", reachable: "平日の夕方" },
    ],
    ["none", { telephone: "090-1234-5678", name: "埼玉 花子" }, { by: "none" }],
  ])("that wants its answer by %s keeps what belongs to it and no more", async (replyBy, other, replyTo) => {
    const answer = await send(
      await aPost("/inquiries", "multipart", await inquiry({ replyBy, ...other }), { headers: asJson }),
    );
    const { receiptNumber, answerBy } = JSON.parse(answer.body);
    expect((await caseOf(receiptNumber))?.replyTo).toEqual(replyTo);
    expect(answerBy === undefined).toBe(replyBy === "none");
  });

  test.each([
    ["no category", { category: "" }, "category"],
    ["a category that is the desk's own", { category: "C15" }, "category"],
    ["blank content", { content: " \n　" }, "content"],
    ["too much content", { content: "あ".repeat(4001) }, "content"],
    ["no way of replying", { replyBy: "" }, "replyBy"],
    ["a wrong mail address", { mail: "someone" }, "mail"],
    ["a wrong telephone number", { replyBy: "telephone", telephone: "110" }, "telephone"],
    ["no consent", { consent: "" }, "consent"],
    ["an unknown municipality", { municipality: "東京都" }, "municipality"],
  ])(
    "with %s is given back with what is wrong, to the script and as the form",
    async (_what, wrong, field) => {
      const before = (await allCases()).length;
      const json = await send(
        await aPost("/inquiries", "multipart", await inquiry(wrong), { headers: asJson }),
      );
      expect(json.statusCode).toBe(400);
      expect(JSON.parse(json.body)).toEqual({ problems: [{ field, code: expect.any(String) }] });
      const kept = { content: "書いたことは残ります。", ...wrong };
      const page = await send(await aPost("/inquiries", "urlencoded", await inquiry(kept)));
      expect(page.statusCode).toBe(400);
      expect(page.body).toContain("<form");
      expect(page.body).toContain(kept.content.trim());
      expect((await allCases()).length).toBe(before);
    },
  );

  test.each([
    ["not JSON", { "Content-Type": "application/json" }, "{", 400],
    ["another content type", { "Content-Type": "text/plain" }, "hello", 400],
    ["no content type", {}, "category=C04", 400],
    ["multipart without its boundary", { "Content-Type": "multipart/form-data" }, "x", 400],
    [
      "a multipart body that is cut off",
      { "Content-Type": "multipart/form-data; boundary=b" },
      '--b\r\nContent-Disposition: form-data; name="content"\r\n\r\nabc',
      400,
    ],
    [
      "ten million bytes of text",
      { "Content-Type": "application/x-www-form-urlencoded" },
      `language=en&content=${"a".repeat(10_000_000)}`,
      413,
    ],
  ])(
    "that is %s is refused with a page that says so, and is no fault of ours",
    async (_what, headers, body, status) => {
      const answer = await send(aRestEvent("POST", "/inquiries", { headers: { ...headers }, body }));
      expect(answer.statusCode).toBe(status);
      expect(answer.body).toContain("<h1");
      if (status === 413) expect(answer.body).toContain('<html lang="en"');
      const json = await send(aRestEvent("POST", "/inquiries", { headers: { ...headers, ...asJson }, body }));
      expect(JSON.parse(json.body)).toEqual({ fault: status === 413 ? "too-large" : "unreadable" });
    },
  );

  test("sent twice, by script and without, has one number", async () => {
    const fields = await inquiry();
    const one = await send(await aPost("/inquiries", "multipart", fields, { headers: asJson }));
    const two = await send(await aPost("/inquiries", "urlencoded", fields));
    expect(two.body.replaceAll("-", "")).toContain(JSON.parse(one.body).receiptNumber);
  });
});

describe("a page of the form", () => {
  test.each([
    ["one that was open for a day and a second", async () => aPage(environment, 24 * 3600 + 1)],
    ["none", async () => ""],
    ["one of another service", async () => `${(await aPage(environment)).slice(0, -4)}AAAA`],
    ["one of tomorrow", async () => aPage(environment, -3600)],
  ])(
    "%s is answered with the form, what was typed, and a new page; that one is taken",
    async (_what, token) => {
      const fields = await inquiry({ token: await token(), content: "書いたことは残ります。" });
      const json = await send(await aPost("/inquiries", "multipart", fields, { headers: asJson }));
      expect(json.statusCode).toBe(409);
      expect(JSON.parse(json.body)).toMatchObject({ notice: "expired", token: expect.any(String) });
      const page = await send(await aPost("/inquiries", "urlencoded", fields));
      expect(page.statusCode).toBe(409);
      expect(page.body).toContain("書いたことは残ります。");
      const renewed = /name="token" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
      expect(renewed).not.toBe("");
      expect(renewed).not.toBe(fields.token);
      // It was handed out this instant: whoever presses as fast as a robot is asked once more.
      expect(
        (await send(await aPost("/inquiries", "urlencoded", { ...fields, token: renewed }))).statusCode,
      ).toBe(403);
    },
  );

  test.each([
    ["sooner than two seconds after it was handed out", {}, 0, {}],
    ["with the trap filled in", { website: "https://spam.example" }, 60, {}],
    ["by another site's page", {}, 60, { "Sec-Fetch-Site": "cross-site" }],
  ])(
    "that is sent %s is taken for a robot's: nothing is kept, and a person presses again",
    async (_how, other, secondsAgo, headers) => {
      const before = (await allCases()).length;
      const fields = await inquiry({ content: `書いたこと ${_how}`, ...other }, secondsAgo);
      const answer = await send(await aPost("/inquiries", "urlencoded", fields, { headers: { ...headers } }));
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain(fields.token);
      expect(answer.body).toContain("書いたこと");
      expect(answer.body).not.toContain("spam.example");
      const json = await send(
        await aPost("/inquiries", "json", fields, { headers: { ...headers, ...asJson } }),
      );
      expect([json.statusCode, JSON.parse(json.body)]).toEqual([403, { fault: "bot" }]);
      expect((await allCases()).length).toBe(before);
    },
  );

  test("of our own site is taken", async () => {
    const headers = { "Sec-Fetch-Site": "same-origin" };
    expect(
      (await send(await aPost("/inquiries", "urlencoded", await inquiry(), { headers }))).statusCode,
    ).toBe(201);
  });

  test("shows what was typed before it is sent, and keeps nothing yet", async () => {
    const before = (await allCases()).length;
    const fields = await inquiry({ content: "確かめてから送ります。" });
    const answer = await send(await aPost("/form-check", "multipart", fields));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain("確かめてから送ります。");
    expect(answer.body).toContain(`value="${fields.token}"`);
    expect(answer.body).toContain('action="inquiries"');
    expect((await allCases()).length).toBe(before);
    const wrong = await send(await aPost("/form-check", "multipart", { ...fields, mail: "x" }));
    expect(wrong.statusCode).toBe(400);
    expect(wrong.body).toContain("確かめてから送ります。");
  });

  test("comes back to be changed, in another language where that is asked for", async () => {
    const fields = await inquiry({ content: "直します。", switchTo: "en" });
    const answer = await send(await aPost("/form-edit", "multipart", fields));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain("直します。");
    expect(answer.body).toContain('<html lang="en"');
    expect(answer.body).toContain(`value="${fields.token}"`);
  });
});

describe("pictures", () => {
  const withFiles = async (files: readonly File[]) => {
    const answer = await send(
      await aPost("/inquiries", "multipart", await inquiry(), { headers: asJson, files }),
    );
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  };

  test.each([
    ["four", [png("1.png"), png("2.png"), png("3.png"), png("4.png")], "pictures-too-many"],
    [
      "a text that is called a picture",
      [new File(["<svg/>"], "a.png", { type: "image/png" })],
      "pictures-wrong-type",
    ],
    [
      "more than four million bytes",
      [png("1.png", 2_000_000), png("2.png", 2_000_000)],
      "pictures-too-large",
    ],
  ])("%s are refused by what they are", async (_what, files, code) => {
    expect(await withFiles(files)).toEqual({
      status: 400,
      body: { problems: [{ field: "pictures", code }] },
    });
  });

  test("a file field that was left empty is none", async () => {
    expect((await withFiles([new File([], "", { type: "application/octet-stream" })])).status).toBe(201);
  });
});

describe("where something is away", () => {
  async function withCloudEnding<Answer>(work: (address: string) => Promise<Answer>): Promise<Answer> {
    onTestFinished(() => void vi.unstubAllEnvs());
    return work("http://127.0.0.1:1");
  }

  test("the table: nothing is promised, and the form comes back with what was typed", async () => {
    await withCloudEnding(async (address) => {
      vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", address);
      const failing = submitWebFormHandler(aWorld(environment));
      const fields = await inquiry({ content: "失われません。" });
      const page = await failing(await aPost("/inquiries", "urlencoded", fields), context);
      expect(page.statusCode).toBe(503);
      expect(page.body).toContain("失われません。");
      expect(page.body).toContain(fields.token);
      const json = await failing(await aPost("/inquiries", "json", fields, { headers: asJson }), context);
      expect([json.statusCode, JSON.parse(json.body)]).toEqual([503, { fault: "fault" }]);
    });
  });

  test("the queue: the inquiry is in, and is owed", async () => {
    const deaf = {
      ...environment,
      INQUIRY_QUEUE_URL: "http://127.0.0.1:1/000000000000/callcentre-inquiries.fifo",
    };
    const failing = aWorld(deaf);
    const answer = await submitWebFormHandler(failing)(
      await aPost("/inquiries", "json", await inquiry(), { headers: asJson }),
      context,
    );
    expect(answer.statusCode).toBe(201);
    const { receiptNumber } = JSON.parse(answer.body);
    expect(await casesOf(world).owing(programme)).toContainEqual(expect.objectContaining({ receiptNumber }));
    expect(failing.logged).toMatchObject([{ level: "warn" }]);
  });
});

test("one submission sent fifty times at once makes one case, one mail and one task", async () => {
  const cloud = await startEmbeddedCloud({
    stateFolder: await temporaryFolder(),
    newSecret: () => "a secret",
  });
  const { exchange, endpoint } = await anExchangeForTest();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await cloud.stop();
  });
  const own = { ...cloud.environment, PROGRAMME: programme, AWS_ENDPOINT_URL_CONNECT: endpoint };
  for (const [name, value] of Object.entries(own)) vi.stubEnv(name, value);
  const ownWorld = aWorld(own);
  const take = submitWebFormHandler(ownWorld);
  const token = await aPage(own);
  const answers = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const type = bodyTypes[index % bodyTypes.length] ?? "json";
      return take(await aPost("/inquiries", type, { ...filledIn, token }, { headers: asJson }), context);
    }),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(50).fill(201));
  expect(new Set(answers.map(({ body }) => JSON.parse(body).receiptNumber)).size).toBe(1);
  const followUp = followUpInquiryHandler(ownWorld);
  await drainQueue(cloud.inquiries.queue, (event) => followUp(event, context));
  await exchange.advanceBy(0);
  expect(await casesOf(ownWorld).ofDay(programme, "2024-07-16")).toHaveLength(1);
  expect(await cloud.mails()).toHaveLength(1);
  expect(exchange.calls()).toHaveLength(1);
  expect(cloud.inquiries.queue.dead).toEqual([]);
});

test("nothing of what was sent or by whom is in the log", () => {
  expect(world.logged).toEqual([]);
});
