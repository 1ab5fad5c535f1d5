import { takeReply } from "../usecases/inquiries/take-reply.ts";
import { parkedWorkOf, receivedMailsOf, type World } from "./edge/composition.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { parseReceivedMail } from "./edge/received-mail.ts";
import { reopeningServices } from "./edge/reopening-services.ts";

/** EventBridge's envelope of S3's "Object Created", as far as it is used (S3 user guide, "EventBridge event message structure"). */
interface ObjectCreated {
  readonly detail: { readonly object: { readonly key: string } };
}

/**
 * Takes a mail that Amazon SES received and wrote into the bucket: a resident's reply joins its case; every other one is parked
 * with its reason and the key under which it lies. Where a store fails, the event fails and is delivered again.
 */
export function takeMailHandler(world: World) {
  const services = reopeningServices(world);
  const take = takeReply(services);
  const mails = receivedMailsOf(world);
  const parked = parkedWorkOf(world);

  async function park(key: string, reason: string): Promise<void> {
    const payload = JSON.stringify({ key });
    await parked.park(services.programme.id, {
      source: "mail",
      reason,
      payload,
      parkedAt: world.clock.now(),
    });
    world.log("warn", "a mail was parked", { reason });
  }

  return handlerOf(world, async ({ detail }: ObjectCreated): Promise<"joined" | "parked" | "gone"> => {
    const { key } = detail.object;
    const bytes = await mails.read(key);
    if (!bytes) {
      world.log("warn", "a mail was gone before it was taken");
      return "gone";
    }
    const mail = await parseReceivedMail(bytes, key);
    const taken = mail.ok ? await take(mail.value) : mail;
    if (taken.ok) return "joined";
    await park(key, taken.problem);
    return "parked";
  });
}

export const handler = deployed(takeMailHandler);
