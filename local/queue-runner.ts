import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import type { FifoQueue } from "./fifo-queue.ts";
import { sqsEvent } from "./sqs-event.ts";

/** The function that takes a queue's messages. */
export type QueueConsumer = (event: SQSEvent) => Promise<SQSBatchResponse>;

/**
 * One at a time, as it is deployed: SQS counts a hand-out for every message of a batch, and those behind one that fails would
 * lie with the dead letters without ever having been tried.
 */
const batchSize = 1;

/**
 * Hands a queue's messages to their function until none is left, as Lambda's event source mapping does with partial batch
 * responses: what the function does not name as failed is done; where it throws, nothing is. What fails comes again at
 * once and not after a while; what fails too often lies with the dead letters.
 */
export async function drainQueue(queue: FifoQueue, consumer: QueueConsumer): Promise<void> {
  for (let batch = queue.receive(batchSize); batch.length > 0; batch = queue.receive(batchSize)) {
    const failed = await consumer(sqsEvent(batch)).then(
      ({ batchItemFailures }) => new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)),
      () => new Set(batch.map(({ id }) => id)),
    );
    for (const { id } of batch)
      if (failed.has(id)) queue.giveBack(id);
      else queue.remove(id);
  }
}
