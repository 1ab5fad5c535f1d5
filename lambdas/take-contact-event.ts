import { recordContact } from "../usecases/record-contact.ts";
import {
  casesOf,
  contactsOf,
  parkedWorkOf,
  personKeysOf,
  programmeOf,
  type World,
} from "./edge/composition.ts";
import { parseContactEvent } from "./edge/contact-event.ts";
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
  const programme = programmeOf(world);
  const parked = parkedWorkOf(world);
  const record = recordContact({
    programme,
    contacts: contactsOf(world),
    cases: casesOf(world),
    personKeys: personKeysOf(world),
  });
  return handlerOf(world, async (event: ContactEvent): Promise<void> => {
    const reported = parseContactEvent(event.detail);
    if (reported.ok) return record(reported.value);
    const payload = JSON.stringify(event);
    world.log("warn", "a contact event was parked", { reason: reported.problem });
    await parked.park(programme.id, {
      source: "contact-event",
      reason: reported.problem,
      payload,
      parkedAt: world.clock.now(),
    });
  });
}

export const handler = deployed(takeContactEventHandler);
