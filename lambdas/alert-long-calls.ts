import { alertLongCalls } from "../usecases/calls/alert-long-calls.ts";
import { callAlertsOf, contactsOf, programmeOf, settingsOf, type World } from "./edge/composition.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { warningsTo } from "./edge/log.ts";

/**
 * Raises what long calls are due whenever the schedule calls, whether or not anybody looks at the board. Safe to repeat: each
 * alert is raised once.
 */
export function alertLongCallsHandler(world: World) {
  const alert = alertLongCalls({
    programme: programmeOf(world),
    clock: world.clock,
    contacts: contactsOf(world),
    alerts: callAlertsOf(world),
    warn: warningsTo(world.log),
    ...settingsOf(world),
  });
  return handlerOf(world, async (_scheduled: unknown): Promise<void> => {
    for (const { contactId, afterMinutes, role } of await alert())
      world.log("info", "a call is long", { contactId, afterMinutes, role });
  });
}

export const handler = deployed(alertLongCallsHandler);
