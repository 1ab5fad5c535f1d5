import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { expect, onTestFinished, test } from "vitest";
import { sqsInquiryQueue } from "../../adapters/sqs/inquiry-queue.ts";
import { localAccess } from "../../local/local-access.ts";
import { startQueueServer } from "../../local/queue-server.ts";
import { Unavailable } from "../../usecases/ports/host.ts";

async function aServer() {
  const server = await startQueueServer({ name: "inquiries.fifo" });
  const sqs = new SQSClient({ ...localAccess, endpoint: server.endpoint, maxAttempts: 1 });
  onTestFinished(async () => {
    sqs.destroy();
    await server.stop().catch(() => undefined);
  });
  return { server, sqs };
}

const inquiry = { programme: "water-desk", receiptNumber: "419848291374", received: "2024-07-16" };

test("the SDK's client finds the queue by its URL; an inquiry lies in it once and is heard of", async () => {
  const { server, sqs } = await aServer();
  let heard = 0;
  server.onMessage(() => void heard++);
  const inquiries = sqsInquiryQueue(sqs, server.queueUrl);
  await inquiries.push(inquiry);
  await inquiries.push(inquiry);
  const received = server.queue.receive(10);
  expect(received.map(({ body, groupId }) => [JSON.parse(body), groupId])).toEqual([[inquiry, "water-desk"]]);
  expect(heard).toBe(2);
});

test("a body is taken as it is, in whatever script", async () => {
  const { server, sqs } = await aServer();
  const MessageBody = '{"𠮷":"髙 \\u202e 😀"}';
  await sqs.send(new SendMessageCommand({ QueueUrl: server.queueUrl, MessageBody, MessageGroupId: "g" }));
  expect(server.queue.receive(1)).toMatchObject([{ body: MessageBody }]);
});

test("another queue, another call and another parameter are refused by name, and a queue that is away is unavailable", async () => {
  const { server, sqs } = await aServer();
  const elsewhere = server.queueUrl.replace("inquiries", "others");
  await expect(sqsInquiryQueue(sqs, elsewhere).push(inquiry)).rejects.toMatchObject({
    name: "Unavailable",
    cause: { name: "QueueDoesNotExist" },
  });
  await expect(sqs.send(new ReceiveMessageCommand({ QueueUrl: server.queueUrl }))).rejects.toThrow(
    "The local SQS does not provide ReceiveMessage.",
  );
  const delayed = { QueueUrl: server.queueUrl, MessageBody: "a", MessageGroupId: "g", DelaySeconds: 5 };
  await expect(sqs.send(new SendMessageCommand(delayed))).rejects.toThrow("does not provide DelaySeconds");
  await server.stop();
  await expect(sqsInquiryQueue(sqs, server.queueUrl).push(inquiry)).rejects.toBeInstanceOf(Unavailable);
});
