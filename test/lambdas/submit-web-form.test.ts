import type { APIGatewayProxyEvent } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { newId } from "../../adapters/system/ids.ts";
import { parseReceiptNumber } from "../../domain/case/receipt-number.ts";
import { casesOf } from "../../lambdas/edge/composition.ts";
import { submitWebFormHandler } from "../../lambdas/submit-web-form.ts";
import { aCloud } from "../support/cloud.ts";
import { aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();
const programme = environment["PROGRAMME"] ?? "";
const world = aWorld(environment);
const submit = submitWebFormHandler(world);

const fields = (other: Record<string, string> = {}) => ({
  submissionId: newId(),
  category: "C04",
  content: "歩いたのに歩数が増えません。",
  mail: "someone@example.jp",
  consent: "yes",
  ...other,
});
const post = (contentType: string, body: string, isBase64Encoded = false) =>
  submit(
    { headers: { "Content-Type": contentType }, body, isBase64Encoded } as unknown as APIGatewayProxyEvent,
    context,
  );
const sendJson = (other?: Record<string, string>) =>
  post("application/json; charset=utf-8", JSON.stringify(fields(other)));
const sendForm = (other?: Record<string, string>) =>
  post("application/x-www-form-urlencoded", new URLSearchParams(fields(other)).toString());

describe("an inquiry from the form", () => {
  test("sent by its script is answered with a receipt number that checks, and the time of the answer", async () => {
    const answer = await sendJson({ ageBand: "60代", device: "" });
    expect(answer.statusCode).toBe(201);
    const { receiptNumber, answerBy } = JSON.parse(answer.body);
    expect(parseReceiptNumber(receiptNumber).ok).toBe(true);
    expect(answerBy).toBe("2024-07-19T10:00:00+09:00");
    const kept = await casesOf(world).find(programme, receiptNumber, "2024-07-16");
    expect(kept).toMatchObject({ attributes: { ageBand: "60代" }, replyTo: { by: "mail", mail: "someone@example.jp" } });
    expect(kept?.attributes).not.toHaveProperty("device");
  });

  test("sent without script is answered with a page that shows the number and the day", async () => {
    const answer = await sendForm();
    expect(answer).toMatchObject({
      statusCode: 201,
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    expect(answer.body).toMatch(/受付番号は <strong>\d{4}-\d{4}-\d{4}<\/strong>/);
    expect(answer.body).toContain("7月19日（金）");
  });

  test("is read where API Gateway has encoded the body", async () => {
    const body = Buffer.from(new URLSearchParams(fields()).toString()).toString("base64");
    expect((await post("application/x-www-form-urlencoded", body, true)).statusCode).toBe(201);
  });

  test.each([
    ["no category", { category: "" }, "種類"],
    ["an unknown category", { category: "X" }, "種類"],
    ["blank content", { content: " \n　" }, "内容"],
    ["too much content", { content: "あ".repeat(4001) }, "4000文字"],
    ["no mail address", { mail: "" }, "メールアドレス"],
    ["a wrong mail address", { mail: "someone" }, "メールアドレス"],
    ["no consent", { consent: "" }, "同意"],
    ["an unknown municipality", { municipality: "東京都" }, "選択肢"],
    ["no submission id", { submissionId: "" }, "読み込み直して"],
  ])("with %s is refused in a Japanese sentence, on both ways", async (_what, wrong, words) => {
    const json = await sendJson(wrong);
    expect(json.statusCode).toBe(400);
    expect(JSON.parse(json.body).problem).toContain(words);
    const page = await sendForm(wrong);
    expect(page.statusCode).toBe(400);
    expect(page.body).toContain(words);
  });

  test.each([
    ["not JSON", "application/json", "{"],
    ["null", "application/json", "null"],
    ["an empty body", "application/x-www-form-urlencoded", ""],
    ["another content type", "text/plain", "hello"],
  ])("that is %s is refused and not a fault", async (_what, type, body) => {
    expect((await post(type, body)).statusCode).toBe(400);
  });

  test("shows nothing that was typed as markup, and is kept as it was typed", async () => {
    const hostile = `<script>alert(1)</script> =1+1 𠮷 髙 \u202e 😀 ' " & \u0007`;
    const answer = await sendJson({ content: hostile });
    const kept = await casesOf(world).find(programme, JSON.parse(answer.body).receiptNumber, "2024-07-16");
    expect(kept?.content).toBe(hostile);
    expect((await sendForm({ municipality: "<img src=x>" })).body).not.toContain("<img");
  });

  test("sent twice has one number", async () => {
    const submissionId = newId();
    const [one, two] = [await sendJson({ submissionId }), await sendForm({ submissionId })];
    expect(two.body.replaceAll("-", "")).toContain(JSON.parse(one.body).receiptNumber);
  });

  test("leaves no trace of the inquirer in the log", () => {
    expect(JSON.stringify(world.logged)).not.toMatch(/someone|歩数/);
  });
});
