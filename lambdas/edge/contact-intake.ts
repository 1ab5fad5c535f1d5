import type { Result } from "../../domain/result.ts";
import { type ReportedContact, recordContact } from "../../usecases/calls/record-contact.ts";
import type { ParkedWork } from "../../usecases/ports/parked-work.ts";
import {
  callbacksOf,
  casesOf,
  contactsOf,
  endedCallbacksOf,
  parkedWorkOf,
  programmeOf,
  type World,
} from "./composition.ts";

/**
 * Takes what the telephone system reported: a fact is merged into its contact; what could not be read is parked as it
 * came, with its reason. Where a store fails, nothing is said to be done.
 */
export function contactIntake<Reported>(
  world: World,
  source: ParkedWork["source"],
  withoutIdentity: (reported: Reported) => Promise<ReportedContact>,
) {
  const programme = programmeOf(world);
  const parked = parkedWorkOf(world);
  const record = recordContact({
    programme,
    contacts: contactsOf(world),
    cases: casesOf(world),
    callbacks: callbacksOf(world),
    endedCallbacks: endedCallbacksOf(world),
  });
  return async (reported: Result<Reported>, payload: string): Promise<"taken" | "parked"> => {
    if (reported.ok) {
      await record(await withoutIdentity(reported.value));
      return "taken";
    }
    const reason = reported.problem;
    await parked.park(programme.id, { source, reason, payload, parkedAt: world.clock.now() });
    world.log("warn", `a ${source} was parked`, { reason });
    return "parked";
  };
}
