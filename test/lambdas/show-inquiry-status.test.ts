import { afterEach, describe, expect, test, vi } from "vitest";
import { showInquiryStatusHandler } from "../../lambdas/show-inquiry-status.ts";
import { submitWebFormHandler } from "../../lambdas/submit-web-form.ts";
import { aCloud } from "../support/cloud.ts";
import { aPage, aPost, aRestEvent, asJson, filledIn } from "../support/web-form.ts";
import { aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();
const world = aWorld(environment);
const show = showInquiryStatusHandler(world);
afterEach(() => void vi.unstubAllEnvs());

const personal = { content: "歩いたのに歩数が増えません。", mail: "hanako@example.jp", name: "埼玉 花子" };

async function anInquiry(): Promise<string> {
  const fields = { ...filledIn, ...personal, token: await aPage(environment) };
  const answer = await submitWebFormHandler(world)(
    await aPost("/inquiries", "json", fields, { headers: asJson }),
    context,
  );
  return JSON.parse(answer.body).receiptNumber;
}

const ask = async (receiptNumber: string, contact: string, language = "ja") =>
  show(await aPost("/inquiry-status", "urlencoded", { receiptNumber, contact, language }), context);

const number = await anInquiry();

describe("the page that says where an inquiry stands", () => {
  test("asks in the language that is named", async () => {
    const [japanese, english] = [
      await show(aRestEvent("GET", "/inquiry-status"), context),
      await show(aRestEvent("GET", "/inquiry-status", { query: { language: "en" } }), context),
    ];
    expect([japanese.statusCode, english.statusCode]).toEqual([200, 200]);
    expect(japanese.body).toContain('<html lang="ja"');
    expect(english.body).toContain('<html lang="en"');
  });

  test("says it to who knows number and contact, however they are typed, and nothing of what was written", async () => {
    const printed = number.replace(/(\d{4})(?=\d)/g, "$1-");
    const answer = await ask(printed, " HANAKO@example.jp ");
    expect(answer).toMatchObject({ statusCode: 200, headers: { "cache-control": "no-store" } });
    expect(answer.body).toContain("受付");
    expect(answer.body).toContain("7月19日");
    expect(answer.body).not.toMatch(/歩いた|花子/);
  });

  test("says the same of a wrong contact and of a number that nobody has, but for what was typed", async () => {
    // 198th day of 2024, seven nines, Damm's check digit by hand through the table of decision 0002: 419899999990 to …999 hold one.
    const unknown = Array.from({ length: 10 }, (_, digit) => `41989999999${digit}`);
    const answers = await Promise.all(unknown.map((one) => ask(one, "else@example.jp")));
    const [notFound] = answers.filter(({ statusCode }) => statusCode === 404);
    const wrong = await ask(number, "else@example.jp");
    expect(wrong.statusCode).toBe(404);
    const typed = unknown[answers.findIndex(({ statusCode }) => statusCode === 404)] ?? "";
    expect(notFound?.body.replaceAll(typed, "")).toBe(wrong.body.replaceAll(number, ""));
    expect(wrong.body).not.toMatch(/hanako|歩いた|花子/);
  });

  test.each([
    ["a number that is too short", "4198", "hanako@example.jp", 400],
    [
      "a number with a wrong digit",
      `${number.slice(0, 11)}${(Number(number[11]) + 1) % 10}`,
      "hanako@example.jp",
      400,
    ],
    ["no contact", number, " ", 400],
    ["markup", `"><script>alert(1)</script>`, `"><img src=x>`, 400],
  ])("helps with %s", async (_what, receiptNumber, contact, status) => {
    const answer = await ask(receiptNumber, contact);
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toMatch(/<script>alert|<img/);
  });

  test("says so where the table is away, with what was typed", async () => {
    vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1");
    const away = aWorld(environment);
    const post = await aPost("/inquiry-status", "multipart", {
      receiptNumber: number,
      contact: "hanako@example.jp",
    });
    const answer = await showInquiryStatusHandler(away)(post, context);
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain(number);
    expect(JSON.stringify(away.logged)).not.toContain("hanako");
  });

  test("refuses a body that is none", async () => {
    const answer = await show(
      aRestEvent("POST", "/inquiry-status", { body: "x", headers: { "Content-Type": "text/plain" } }),
      context,
    );
    expect(answer.statusCode).toBe(400);
  });
});
