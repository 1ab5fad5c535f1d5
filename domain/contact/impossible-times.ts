import { formatInstant, type Instant } from "../japan-time.ts";
import type { Contact } from "./contact.ts";

/**
 * Says what cannot be true about a contact's times, or undefined where all is possible.
 * Amazon Connect's timestamps have whole seconds, so equal instants are possible.
 */
export function impossibleTimes(contact: Contact): string | undefined {
  const order: readonly (readonly [string, Instant | undefined])[] = [
    ["InitiationTimestamp", contact.initiatedAt],
    ["Queue.EnqueueTimestamp", contact.enqueuedAt],
    ["Agent.ConnectedToAgentTimestamp", contact.connectedToAgentAt],
    ["DisconnectTimestamp", contact.disconnectedAt],
  ];
  const known = order.filter((step): step is readonly [string, Instant] => step[1] !== undefined);
  for (const [index, [name, at]] of known.entries()) {
    const before = known[index - 1];
    if (before && at < before[1])
      return `${name} (${formatInstant(at)}) is before ${before[0]} (${formatInstant(before[1])}).`;
  }
  return negativeDuration(contact);
}

function negativeDuration(contact: Contact): string | undefined {
  const durations = {
    "Queue.Duration": contact.queueSeconds,
    "Agent.AgentInteractionDuration": contact.interactionSeconds,
    "Agent.CustomerHoldDuration": contact.holdSeconds,
    "Agent.AfterContactWorkDuration": contact.afterContactWorkSeconds,
  };
  const wrong = Object.entries(durations).find(([, seconds]) => seconds !== undefined && seconds < 0);
  return wrong && `${wrong[0]} is ${wrong[1]}: a duration is 0 seconds or more.`;
}
