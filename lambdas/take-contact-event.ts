import type { ReportedContact } from "../usecases/calls/record-contact.ts";
import type { World } from "./edge/composition.ts";
import { parseContactEvent } from "./edge/contact-event.ts";
import { contactIntake } from "./edge/contact-intake.ts";
import { deployed, handlerOf } from "./edge/handler.ts";

/** EventBridge's envelope of an "Amazon Connect Contact Event", as far as it is used. */
interface ContactEvent {
  readonly detail: unknown;
}

/**
 * Takes a contact event while the call lives. Events are best effort; what they say is completed by the contact record.
 * An event that cannot be read is parked; where the store fails, the event fails and is delivered again.
 */
export function takeContactEventHandler(world: World) {
  // Events say neither number nor name.
  const take = contactIntake(world, "contact-event", async (reported: ReportedContact) => reported);
  return handlerOf(world, async (event: ContactEvent): Promise<void> => {
    await take(parseContactEvent(event.detail), JSON.stringify(event));
  });
}

export const handler = deployed(takeContactEventHandler);
