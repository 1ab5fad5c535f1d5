import { afterEach, expect, test, vi } from "vitest";
import { casesOf } from "../../lambdas/edge/composition.ts";
import { followUpInquiryHandler } from "../../lambdas/follow-up-inquiry.ts";
import { resumeInquiriesHandler } from "../../lambdas/resume-inquiries.ts";
import { submitWebFormHandler } from "../../lambdas/submit-web-form.ts";
import { FifoQueue } from "../../local/fifo-queue.ts";
import { startQueueServer } from "../../local/queue-server.ts";
import { sqsEvent } from "../../local/sqs-event.ts";
import { aCloud } from "../support/cloud.ts";
import { anExchangeForTest } from "../support/connect.ts";
import { aPage, aPost, asJson, filledIn } from "../support/web-form.ts";
import { aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();
const programme = environment["PROGRAMME"] ?? "";
afterEach(() => void vi.unstubAllEnvs());

async function anInquiry(): Promise<string> {
  const fields = { ...filledIn, token: await aPage(environment) };
  const post = await aPost("/inquiries", "json", fields, { headers: asJson });
  return JSON.parse((await submitWebFormHandler(aWorld(environment))(post, context)).body).receiptNumber;
}

function delivered(...bodies: string[]) {
  let ids = 0;
  const queue = new FifoQueue(() => `m${ids++}`);
  for (const body of bodies) queue.send(body, programme);
  return sqsEvent(queue.receive(10));
}

const pushed = (receiptNumber: string) =>
  JSON.stringify({ programme, receiptNumber, received: "2024-07-16" });

const kept = (receiptNumber: string) =>
  casesOf(aWorld(environment)).find(programme, receiptNumber, "2024-07-16");

test("an inquiry's mail goes out and its task waits for an operator; a second delivery changes nothing", async () => {
  const { exchange, endpoint } = await anExchangeForTest();
  vi.stubEnv("AWS_ENDPOINT_URL_CONNECT", endpoint);
  const number = await anInquiry();
  const world = aWorld(environment);
  const followUp = followUpInquiryHandler(world);
  for (let delivery = 0; delivery < 2; delivery++)
    expect(await followUp(delivered(pushed(number)), context)).toEqual({ batchItemFailures: [] });
  await exchange.advanceBy(0);
  const [task, ...others] = exchange.calls();
  expect(others).toEqual([]);
  const contact = exchange.contact(task!.contactId)?.contact.scope;
  expect(contact).toMatchObject({
    Channel: "TASK",
    Name: `WEBフォーム ${number.replace(/(\d{4})(?=\d)/g, "$1-")}`,
    Attributes: { programme, receiptNumber: number },
  });
  expect(exchange.contact(task!.contactId)?.wait?.queueArn).toContain("written-inquiries");
  expect((await kept(number))?.history.map(({ what }) => what)).toEqual([
    "opened",
    "mail-sent",
    "task-started",
  ]);
  expect(JSON.stringify([world.logged, contact])).not.toMatch(/someone|歩いた/);
});

test("what fails comes again with all that follow it; what was done before it does not", async () => {
  const { endpoint } = await anExchangeForTest();
  vi.stubEnv("AWS_ENDPOINT_URL_CONNECT", endpoint);
  const number = await anInquiry();
  const world = aWorld(environment);
  const event = delivered(pushed(number), "not JSON", pushed("419800000017"));
  expect(await followUpInquiryHandler(world)(event, context)).toEqual({
    batchItemFailures: [{ itemIdentifier: "m1" }, { itemIdentifier: "m2" }],
  });
  expect((await kept(number))?.owed).toBeUndefined();
  expect(world.logged).toMatchObject([{ level: "error", fields: { done: 1 } }]);
});

test("where Amazon Connect is away, the inquiry comes again and its mail does not", async () => {
  vi.stubEnv("AWS_ENDPOINT_URL_CONNECT", "http://127.0.0.1:1");
  const number = await anInquiry();
  const event = delivered(pushed(number));
  const { batchItemFailures } = await followUpInquiryHandler(aWorld(environment))(event, context);
  expect(batchItemFailures).toHaveLength(1);
  expect((await kept(number))?.owed).toEqual([{ work: "task" }]);
});

test("an inquiry that nobody knows is dropped: there is nothing to do for it", async () => {
  const event = delivered(pushed("419800000017"));
  expect(await followUpInquiryHandler(aWorld(environment))(event, context)).toEqual({
    batchItemFailures: [],
  });
});

test("the schedule puts what is owed into the queue, once while it waits there", async () => {
  const queue = await startQueueServer({ name: "callcentre-inquiries.fifo" });
  vi.stubEnv("AWS_ENDPOINT_URL_SQS", queue.endpoint);
  const world = aWorld({ ...environment, INQUIRY_QUEUE_URL: queue.queueUrl });
  const number = await anInquiry();
  const resume = resumeInquiriesHandler(world);
  const { owing } = await resume({}, context);
  expect(owing).toBeGreaterThanOrEqual(1);
  expect(await resume({}, context)).toEqual({ owing });
  expect(queue.queue.receive(100).map(({ body }) => body)).toContain(pushed(number));
  expect(queue.queue.receive(100)).toEqual([]);
  await queue.stop();
});
