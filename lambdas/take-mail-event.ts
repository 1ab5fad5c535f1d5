import type { SNSEvent } from "aws-lambda";
import { takeMailEvent } from "../usecases/inquiries/take-mail-event.ts";
import { parkedWorkOf, type World } from "./edge/composition.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { parseMailEvent } from "./edge/mail-event.ts";
import { reopeningServices } from "./edge/reopening-services.ts";

/**
 * Takes what Amazon SES tells of mails that were not delivered or were unwanted. What cannot be read, and what is about no
 * inquiry, is parked with its reason; where a store fails, the event fails and is delivered again.
 */
export function takeMailEventHandler(world: World) {
  const services = reopeningServices(world);
  const take = takeMailEvent(services);
  const parked = parkedWorkOf(world);
  return handlerOf(world, async ({ Records }: SNSEvent): Promise<void> => {
    for (const { Sns } of Records) {
      const event = parseMailEvent(Sns.Message);
      const taken = event.ok ? await take(event.value) : event;
      if (taken.ok) continue;
      const work = { source: "mail-event", reason: taken.problem, payload: Sns.Message } as const;
      await parked.park(services.programme.id, { ...work, parkedAt: world.clock.now() });
      world.log("warn", "a mail event was parked", { reason: taken.problem });
    }
  });
}

export const handler = deployed(takeMailEventHandler);
