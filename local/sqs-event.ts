import type { SQSEvent } from "aws-lambda";
import type { QueuedMessage } from "./fifo-queue.ts";

/** Messages as Lambda hands them from a FIFO queue to the function (AWS Lambda developer guide, "Using Lambda with Amazon SQS"). */
export function sqsEvent(messages: readonly QueuedMessage[]): SQSEvent {
  return {
    Records: messages.map(({ id, body, groupId, receives }) => ({
      messageId: id,
      receiptHandle: id,
      body,
      attributes: {
        ApproximateReceiveCount: String(receives),
        ApproximateFirstReceiveTimestamp: "0",
        SentTimestamp: "0",
        SenderId: "local",
        MessageGroupId: groupId,
      },
      messageAttributes: {},
      md5OfBody: "",
      eventSource: "aws:sqs",
      eventSourceARN: "arn:aws:sqs:ap-northeast-1:000000000000:callcentre-inquiries.fifo",
      awsRegion: "ap-northeast-1",
    })),
  };
}
