import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import * as v from "valibot";
import { followUpInquiry } from "../usecases/inquiries/follow-up-inquiry.ts";
import { answerMailWorker, receiptMailWorker, taskWorker } from "../usecases/inquiries/inquiry-workers.ts";
import {
  casesOf,
  hostPause,
  inquiryMailerOf,
  programmeOf,
  settingsOf,
  specialDaysOf,
  tasksOf,
  type World,
} from "./edge/composition.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { causesOf, type Log, warningsTo } from "./edge/log.ts";

const pushed = v.object({ programme: v.string(), receiptNumber: v.string(), received: v.string() });

/**
 * Takes inquiries from a FIFO queue, in its order, one by one; where one fails, it and those after it come again, as such a
 * queue asks (AWS Lambda developer guide, "Handling errors for an SQS event source"). What comes too often lies with the dead
 * letters, and is owed still.
 */
export function inquiriesInOrder(followUp: ReturnType<typeof followUpInquiry>, log: Log) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const count = { done: 0, waiting: 0, unknown: 0 };
    for (const [index, { body }] of Records.entries()) {
      try {
        count[await followUp(v.parse(pushed, JSON.parse(body)))]++;
      } catch (cause) {
        log("error", "an inquiry's work waits for the next delivery", { ...count, causes: causesOf(cause) });
        return {
          batchItemFailures: Records.slice(index).map(({ messageId }) => ({ itemIdentifier: messageId })),
        };
      }
    }
    log("info", "inquiries were followed up", count);
    return { batchItemFailures: [] };
  };
}

/** Does what inquiries owe: the mail that confirms one, in opening hours the operators' task, and the mail that answers. */
export function followUpInquiryHandler(world: World) {
  const programme = programmeOf(world);
  const mailer = inquiryMailerOf(world);
  const followUp = followUpInquiry({
    clock: world.clock,
    cases: casesOf(world),
    workers: {
      "receipt-mail": receiptMailWorker({ programme, mailer }),
      "answer-mail": answerMailWorker({ programme, mailer }),
      task: taskWorker({
        programme,
        clock: world.clock,
        ...settingsOf(world),
        specialDays: specialDaysOf(world),
        tasks: tasksOf(world),
        pause: hostPause,
        warn: warningsTo(world.log),
      }),
    },
  });
  return handlerOf(world, inquiriesInOrder(followUp, world.log));
}

export const handler = deployed(followUpInquiryHandler);
