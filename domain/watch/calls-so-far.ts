import type { BusinessCalendar } from "../calendar/business-calendar.ts";
import { type Calls, callsOf } from "../contact/call.ts";
import type { Contact } from "../contact/contact.ts";
import type { Instant } from "../japan-time.ts";

/**
 * A call of which nobody has said that it ended counts as going on for this long after it began. Later the event that
 * says so is taken to be lost, and the call is counted as the report counts it.
 */
const goesOnForMinutes = 60;

/**
 * The calls of a day that is not over. A call that goes on and has reached nobody yet is neither answered nor given up: it
 * is left out until it is decided. Once the day's calls have ended, these are the report's.
 */
export function callsSoFar(
  contacts: readonly Contact[],
  calendar: Pick<BusinessCalendar, "isOpen">,
  shortAbandonSeconds: number,
  at: Instant,
): Calls {
  const calls = callsOf(contacts, calendar, shortAbandonSeconds);
  const goingOn = new Set(
    contacts
      .filter(
        ({ disconnectedAt, initiatedAt }) =>
          disconnectedAt === undefined && at - initiatedAt < goesOnForMinutes * 60_000,
      )
      .map(({ initialContactId, contactId }) => initialContactId ?? contactId),
  );
  return {
    ...calls,
    inbound: calls.inbound.filter(
      ({ outcome, contactId }) => outcome === "answered" || !goingOn.has(contactId),
    ),
  };
}
