import type { BusinessCalendar } from "../domain/calendar/business-calendar.ts";
import { answerCallHandler } from "../lambdas/answer-call.ts";
import type { World } from "../lambdas/edge/composition.ts";
import { requestCallbackHandler } from "../lambdas/request-callback.ts";
import { takeContactEventHandler } from "../lambdas/take-contact-event.ts";
import { takeContactRecordsHandler } from "../lambdas/take-contact-records.ts";
import type { Exchange } from "../simulator/exchange.ts";
import type { VirtualClock } from "../simulator/virtual-clock.ts";
import { deskExchange } from "./desk-exchange.ts";
import { kinesisEvent } from "./kinesis-event.ts";
import { lambdaContext } from "./lambda-context.ts";

/** The desk's exchange with the deployed handlers: what they do to the stores is what they would do in AWS. */
export function localExchange(options: {
  readonly world: World;
  readonly programmeId: string;
  readonly calendar: BusinessCalendar;
  readonly clock: VirtualClock;
  readonly newId: () => string;
}): Exchange {
  const { world, newId, ...desk } = options;
  const answerCall = answerCallHandler(world);
  const requestCallback = requestCallbackHandler(world);
  const takeContactEvent = takeContactEventHandler(world);
  const takeContactRecords = takeContactRecordsHandler(world);
  const context = () => lambdaContext(newId());
  return deskExchange({
    ...desk,
    newId,
    functions: {
      AnswerCallFunction: (event) => answerCall(event, context()),
      CallbackFunction: (event) => requestCallback(event, context()),
    },
    publishEvent: (event) => takeContactEvent(event, context()),
    async publishRecord(record) {
      const { batchItemFailures } = await takeContactRecords(
        kinesisEvent([JSON.stringify(record)]),
        context(),
      );
      if (batchItemFailures.length > 0) throw new Error("The contact record was not taken: see the log.");
    },
  });
}
