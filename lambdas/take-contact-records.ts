import type { KinesisStreamBatchResponse, KinesisStreamEvent } from "aws-lambda";
import { Unavailable } from "../usecases/ports/host.ts";
import { hideIdentity } from "../usecases/calls/hide-identity.ts";
import { personKeysOf, programmeOf, type World } from "./edge/composition.ts";
import { contactIntake } from "./edge/contact-intake.ts";
import { parseContactRecord } from "./edge/contact-record.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { causesOf } from "./edge/log.ts";

/**
 * Takes contact records from the stream, in its order, one by one. A record that cannot be read is parked with its reason
 * and the others go in. Where the store fails, the batch is reported from there on and comes again: taking a record
 * twice changes nothing.
 */
export function takeContactRecordsHandler(world: World) {
  const hide = hideIdentity({ programme: programmeOf(world), personKeys: personKeysOf(world) });
  const take = contactIntake(world, "contact-record", hide);
  return handlerOf(world, async (event: KinesisStreamEvent): Promise<KinesisStreamBatchResponse> => {
    const count = { taken: 0, parked: 0 };
    for (const { kinesis } of event.Records) {
      const payload = Buffer.from(kinesis.data, "base64").toString("utf8");
      try {
        count[await take(parseContactRecord(payload), payload)]++;
      } catch (cause) {
        if (!(cause instanceof Unavailable)) throw cause;
        world.log("error", "contact records wait for the next delivery", {
          ...count,
          causes: causesOf(cause),
        });
        return { batchItemFailures: [{ itemIdentifier: kinesis.sequenceNumber }] };
      }
    }
    world.log("info", "contact records", count);
    return { batchItemFailures: [] };
  });
}

export const handler = deployed(takeContactRecordsHandler);
