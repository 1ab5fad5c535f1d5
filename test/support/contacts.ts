import type { Contact } from "../../domain/contact/contact.ts";
import { type Instant, parseInstant } from "../../domain/japan-time.ts";

/** An instant written as `2024-07-16T10:00` in Japan time. */
export function at(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}

function anInboundCall(contactId: string, arrived: string) {
  const programme = "kobaton-alkoo";
  return { programme, contactId, initiatedAt: at(arrived), channel: "VOICE", initiationMethod: "INBOUND" };
}

/** An inbound call that was answered after 10 s, talked 300 s, held 30 s, after-call work 60 s; override what differs. */
export function anAnsweredCall(contactId: string, arrived: string, other: Partial<Contact> = {}): Contact {
  const call = anInboundCall(contactId, arrived);
  return {
    ...call,
    enqueuedAt: call.initiatedAt + 10_000,
    queueSeconds: 10,
    connectedToAgentAt: call.initiatedAt + 20_000,
    disconnectedAt: call.initiatedAt + 350_000,
    disconnectReason: "CUSTOMER_DISCONNECT",
    interactionSeconds: 300,
    holdSeconds: 30,
    afterContactWorkSeconds: 60,
    staffCode: "OP01",
    ...other,
  };
}

/** An inbound call whose caller gave up after some seconds in the queue. */
export function anAbandonedCall(contactId: string, arrived: string, queueSeconds: number): Contact {
  const call = anInboundCall(contactId, arrived);
  return {
    ...call,
    enqueuedAt: call.initiatedAt + 10_000,
    queueSeconds,
    disconnectedAt: call.initiatedAt + 10_000 + queueSeconds * 1000,
    disconnectReason: "CUSTOMER_DISCONNECT",
  };
}

/** An inbound call that ended before it was queued. */
export function anUnqueuedCall(contactId: string, arrived: string, disconnectReason: string): Contact {
  const call = anInboundCall(contactId, arrived);
  return { ...call, disconnectedAt: call.initiatedAt + 8_000, disconnectReason };
}

/** A call that we made. */
export function anOutboundCall(contactId: string, started: string, other: Partial<Contact> = {}): Contact {
  return { ...anInboundCall(contactId, started), initiationMethod: "OUTBOUND", ...other };
}
