import type { BusinessCalendar } from "../calendar/business-calendar.ts";
import type { Instant } from "../japan-time.ts";
import type { Contact } from "./contact.ts";

/**
 * A call: what a caller would call one. An inbound call and all its transfers are one call; each outbound call is one.
 * How a call ended decides in which figure it is counted, and it is counted in exactly one.
 */
export interface InboundCall {
  readonly contactId: string;
  readonly arrivedAt: Instant;
  readonly outcome: CallOutcome;
  /** Seconds over all legs: talk without hold, hold, after-call work. */
  readonly interactionSeconds: number;
  readonly holdSeconds: number;
  readonly afterContactWorkSeconds: number;
  /** From queueing to an operator or to the end; 0 where the call was never queued. */
  readonly waitSeconds: number;
  /** The operators who spoke, in the order in which they did. */
  readonly staffCodes: readonly string[];
  readonly personKey?: string;
}

/**
 * - `arrived-closed`: outside opening hours; not offered
 * - `self-served`: ended in a prompt by the caller's own choice, or by the flow's; never queued; not offered
 * - `answered`: reached an operator
 * - `callback-requested`: not answered, but asked to be called back
 * - `short-abandoned`: gave up within the first seconds of queueing; stays in the denominator
 * - `abandoned`: every other offered call, faults of the line included
 */
type CallOutcome =
  | "arrived-closed"
  | "self-served"
  | "answered"
  | "callback-requested"
  | "short-abandoned"
  | "abandoned";

interface OutboundCall {
  readonly contactId: string;
  readonly startedAt: Instant;
  readonly connected: boolean;
  /** The inbound call that it answers, where it is a call back. */
  readonly answers?: string;
}

export interface Calls {
  readonly inbound: readonly InboundCall[];
  readonly outbound: readonly OutboundCall[];
  /** Contacts that are no call of ours: other channels, and supervisors listening in. */
  readonly uncounted: number;
}

const outboundMethods: ReadonlySet<string> = new Set(["OUTBOUND", "CALLBACK", "API", "EXTERNAL_OUTBOUND"]);

/**
 * Groups contacts into calls, in order of arrival. A leg whose first contact is not here stands for the call itself,
 * so that a lost record never loses a call.
 */
export function callsOf(
  contacts: readonly Contact[],
  calendar: Pick<BusinessCalendar, "isOpen">,
  shortAbandonSeconds: number,
): Calls {
  const voice = contacts.filter(
    (contact) => (contact.channel ?? "VOICE") === "VOICE" && contact.initiationMethod !== "MONITOR",
  );
  const byId = new Map(voice.map((contact) => [contact.contactId, contact]));
  const legsByRoot = Map.groupBy(voice.toSorted(byBeginning), (contact) => rootOf(contact, byId));
  const outbound: OutboundCall[] = [];
  const inboundLegs: Contact[][] = [];
  for (const [root, legs] of legsByRoot) {
    const first = byId.get(root) ?? legs[0];
    if (first && isOutbound(first)) outbound.push(outboundCall(first));
    else inboundLegs.push(legs);
  }
  const calledBack = new Set(outbound.map((call) => call.answers));
  return {
    inbound: inboundLegs.map((legs) => inboundCall(legs, calendar, shortAbandonSeconds, calledBack)),
    outbound,
    uncounted: contacts.length - voice.length,
  };
}

function byBeginning(one: Contact, other: Contact): number {
  return one.initiatedAt - other.initiatedAt || (one.contactId < other.contactId ? -1 : 1);
}

/** Whether we made the call. */
export function isOutbound(contact: Contact): boolean {
  return outboundMethods.has(contact.initiationMethod ?? "");
}

/** The contact id of the call that a leg belongs to; an outbound call is its own, whatever it follows. */
function rootOf(contact: Contact, byId: ReadonlyMap<string, Contact>): string {
  let leg = contact;
  const seen = new Set<string>();
  while (!isOutbound(leg) && !seen.has(leg.contactId)) {
    seen.add(leg.contactId);
    const earlier = byId.get(leg.previousContactId ?? "") ?? byId.get(leg.initialContactId ?? "");
    if (!earlier) return leg.initialContactId ?? leg.contactId;
    leg = earlier;
  }
  return leg.contactId;
}

function outboundCall(contact: Contact): OutboundCall {
  const answers = contact.callsBack ?? contact.previousContactId ?? contact.initialContactId;
  return {
    contactId: contact.contactId,
    startedAt: contact.initiatedAt,
    connected: contact.connectedToSystemAt !== undefined,
    ...(answers !== undefined && answers !== contact.contactId && { answers }),
  };
}

function inboundCall(
  legs: readonly Contact[],
  calendar: Pick<BusinessCalendar, "isOpen">,
  shortAbandonSeconds: number,
  calledBack: ReadonlySet<string | undefined>,
): InboundCall {
  const [first] = legs;
  if (!first) throw new Error("A call has at least one leg.");
  const answeredLegs = legs.filter((leg) => leg.connectedToAgentAt !== undefined);
  const sum = (seconds: (leg: Contact) => number | undefined) =>
    legs.reduce((total, leg) => total + (seconds(leg) ?? 0), 0);
  const contactId = first.initialContactId ?? first.contactId;
  const callbackRequested =
    legs.some((leg) => leg.callbackRequested || calledBack.has(leg.contactId)) || calledBack.has(contactId);
  const queued = legs.find((leg) => leg.enqueuedAt !== undefined);
  const waitSeconds = queued ? waitOf(queued) : 0;
  const open = first.arrival ? first.arrival === "open" : calendar.isOpen(first.initiatedAt);
  const staffCodes = answeredLegs.flatMap((leg) => leg.staffCode ?? []);
  return {
    contactId,
    arrivedAt: first.initiatedAt,
    outcome: outcomeOf({
      answered: answeredLegs.length > 0,
      open,
      callbackRequested,
      queued: queued !== undefined,
      byChoice: endedByChoice(legs),
      short: waitSeconds <= shortAbandonSeconds,
    }),
    interactionSeconds: sum(talkOf),
    holdSeconds: sum((leg) => leg.holdSeconds),
    afterContactWorkSeconds: sum((leg) => leg.afterContactWorkSeconds),
    waitSeconds,
    staffCodes: [...new Set(staffCodes)],
    ...(first.personKey !== undefined && { personKey: first.personKey }),
  };
}

function outcomeOf(call: {
  readonly answered: boolean;
  readonly open: boolean;
  readonly callbackRequested: boolean;
  readonly queued: boolean;
  readonly byChoice: boolean;
  readonly short: boolean;
}): CallOutcome {
  if (!call.open) return "arrived-closed";
  if (call.answered) return "answered";
  if (call.callbackRequested) return "callback-requested";
  if (!call.queued) return call.byChoice ? "self-served" : "abandoned";
  return call.short ? "short-abandoned" : "abandoned";
}

const choices: ReadonlySet<string> = new Set(["CUSTOMER_DISCONNECT", "CONTACT_FLOW_DISCONNECT"]);

/** Whether the caller or the flow ended it, and not a fault. A voice contact that its flow ends may carry no reason. */
function endedByChoice(legs: readonly Contact[]): boolean {
  return legs.every((leg) => leg.disconnectReason === undefined || choices.has(leg.disconnectReason));
}

/** Where no record has come yet, all the time with the operator is taken as talk. */
function talkOf(leg: Contact): number | undefined {
  if (leg.interactionSeconds !== undefined) return leg.interactionSeconds;
  if (leg.connectedToAgentAt === undefined || leg.disconnectedAt === undefined) return undefined;
  return Math.round((leg.disconnectedAt - leg.connectedToAgentAt) / 1000);
}

function waitOf(leg: Contact): number {
  if (leg.queueSeconds !== undefined) return leg.queueSeconds;
  const until = leg.connectedToAgentAt ?? leg.disconnectedAt ?? leg.enqueuedAt ?? 0;
  return Math.round((until - (leg.enqueuedAt ?? until)) / 1000);
}
