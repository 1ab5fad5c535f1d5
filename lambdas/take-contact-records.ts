import type { KinesisStreamBatchResponse, KinesisStreamEvent } from "aws-lambda";
import { Unavailable } from "../usecases/ports.ts";
import { recordContact } from "../usecases/record-contact.ts";
import {
  casesOf,
  contactsOf,
  parkedWorkOf,
  personKeysOf,
  programmeOf,
  type World,
} from "./edge/composition.ts";
import { parseContactRecord } from "./edge/contact-record.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { causesOf } from "./edge/log.ts";

/**
 * Takes contact records from the stream, in its order, one by one. A record that cannot be read is parked with its reason
 * and the others go in. Where the store fails, the batch is reported from there on and comes again: taking a record
 * twice changes nothing.
 */
export function takeContactRecordsHandler(world: World) {
  const programme = programmeOf(world);
  const parked = parkedWorkOf(world);
  const record = recordContact({
    programme,
    contacts: contactsOf(world),
    cases: casesOf(world),
    personKeys: personKeysOf(world),
  });

  async function take(payload: string): Promise<"taken" | "parked"> {
    const reported = parseContactRecord(payload);
    if (reported.ok) {
      await record(reported.value);
      return "taken";
    }
    const parkedAt = world.clock.now();
    await parked.park(programme.id, {
      source: "contact-record",
      reason: reported.problem,
      payload,
      parkedAt,
    });
    world.log("warn", "a contact record was parked", { reason: reported.problem });
    return "parked";
  }

  return handlerOf(world, async (event: KinesisStreamEvent): Promise<KinesisStreamBatchResponse> => {
    const count = { taken: 0, parked: 0 };
    for (const { kinesis } of event.Records) {
      try {
        count[await take(Buffer.from(kinesis.data, "base64").toString("utf8"))]++;
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
