import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { Unavailable } from "../../usecases/ports/host.ts";
import type { InquiryQueue } from "../../usecases/ports/inquiries.ts";

/** A client for the queue; it connects to the host in the queue's URL. A resident waits, so it gives up soon. */
export function sqsClient(): SQSClient {
  return new SQSClient({
    maxAttempts: 2,
    requestHandler: { requestTimeout: 2_000, throwOnRequestTimeout: true },
  });
}

/**
 * Inquiries in an SQS FIFO queue with content-based deduplication. All are of one message group, so that one function
 * at a time takes them, and Amazon Connect's two requests a second are kept to.
 *
 *     { "programme": "water-desk", "receiptNumber": "419848291374", "received": "2024-07-16" }
 */
export function sqsInquiryQueue(client: SQSClient, queueUrl: string): InquiryQueue {
  return {
    async push({ programme, receiptNumber, received }) {
      const command = new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageGroupId: programme,
        MessageBody: JSON.stringify({ programme, receiptNumber, received }),
      });
      await client.send(command).catch((cause: unknown) => {
        throw new Unavailable("SQS did not take an inquiry.", { cause });
      });
    },
  };
}
