import type { BusinessCalendar } from "../../calendar/business-calendar.ts";
import { isOutbound } from "../../contact/call.ts";
import type { Contact } from "../../contact/contact.ts";
import { dateAt, type JapaneseDate } from "../../japan-time.ts";
import { legsOfCalls } from "../figures/legs-of-calls.ts";

/**
 * A second counting of a period's contact records, written apart from `callsOf` and `figuresOf` so that a mistake in either
 * shows as a difference. The rules are those of decision 0006; the way is another: records are joined to calls by their links
 * in both directions, each call is put into one bucket, and a bucket adds to the figures that a table names.
 */

/** Where a contact record is counted: in exactly one of these, with all the records of its call. */
export type Bucket =
  | "answered"
  | "callback-requested"
  | "short-abandoned"
  | "abandoned"
  | "self-served"
  | "arrived-closed"
  | "outbound-connected"
  | "outbound-unanswered"
  | "uncounted";

/** Figures that a call adds to, and that may be added up over days. */
export type AddedFigure =
  | "offered"
  | "answered"
  | "abandoned"
  | "shortAbandoned"
  | "callbackRequested"
  | "calledBackSameDay"
  | "selfServed"
  | "arrivedClosed"
  | "outboundAttempts"
  | "outboundConnected"
  | "interactionSeconds"
  | "holdSeconds"
  | "afterContactWorkSeconds"
  | "talkSeconds"
  | "handlingSeconds";

/** One call of the second counting, or one record that is no call of ours. */
export interface RecountedCall {
  readonly bucket: Bucket;
  /** The date in Japan on which it began. */
  readonly date: JapaneseDate;
  /** Its records. */
  readonly contactIds: readonly string[];
  /** What it adds to each figure. */
  readonly adds: Readonly<Partial<Record<AddedFigure, number>>>;
  /** Of an offered call: its wait. */
  readonly waitSeconds?: number;
}

/** The figures to which every call of a bucket adds one. */
const countedIn: Readonly<Record<Bucket, readonly AddedFigure[]>> = {
  answered: ["offered", "answered"],
  "callback-requested": ["offered", "callbackRequested"],
  "short-abandoned": ["offered", "abandoned", "shortAbandoned"],
  abandoned: ["offered", "abandoned"],
  "self-served": ["selfServed"],
  "arrived-closed": ["arrivedClosed"],
  "outbound-connected": ["outboundAttempts", "outboundConnected"],
  "outbound-unanswered": ["outboundAttempts"],
  uncounted: [],
};

/** Counts the contact records of a period. The order of the records does not matter. */
export function recounted(
  contacts: readonly Contact[],
  calendar: Pick<BusinessCalendar, "isOpen">,
  shortAbandonSeconds: number,
): RecountedCall[] {
  const ours = contacts.filter(isOurs);
  const outbound = ours.filter(isOutbound);
  const answersTo = Map.groupBy(outbound, answered);
  const others = contacts
    .filter((contact) => !isOurs(contact))
    .map((contact): RecountedCall => ({ ...beginningOf([contact]), bucket: "uncounted", adds: {} }));
  return [
    ...others,
    ...legsOfCalls(ours).map((legs) => {
      const own = legs.find(isOutbound);
      if (own)
        return countedCall(
          legs,
          own.connectedToSystemAt === undefined ? "outbound-unanswered" : "outbound-connected",
          own,
        );
      const bucket = bucketOf(legs, calendar, shortAbandonSeconds, answersTo);
      return bucket === "answered"
        ? withTimes(countedCall(legs, bucket), legs)
        : withCallback(countedCall(legs, bucket), legs, answersTo);
    }),
  ];
}

function isOurs({ channel = "VOICE", initiationMethod }: Contact): boolean {
  return channel === "VOICE" && initiationMethod !== "MONITOR";
}

/** The call that one of ours answers. */
function answered({ callsBack, previousContactId, initialContactId }: Contact): string | undefined {
  return callsBack ?? previousContactId ?? initialContactId;
}

function beginningOf(legs: readonly Contact[], from = legs[0]): Pick<RecountedCall, "date" | "contactIds"> {
  return { date: dateAt(from?.initiatedAt ?? 0), contactIds: legs.map(({ contactId }) => contactId) };
}

function countedCall(legs: readonly Contact[], bucket: Bucket, from = legs[0]): RecountedCall {
  const adds = Object.fromEntries(countedIn[bucket].map((figure) => [figure, 1]));
  const isOffered = countedIn[bucket].includes("offered");
  return { ...beginningOf(legs, from), bucket, adds, ...(isOffered && { waitSeconds: waitOf(legs) }) };
}

function bucketOf(
  legs: readonly Contact[],
  calendar: Pick<BusinessCalendar, "isOpen">,
  shortAbandonSeconds: number,
  answersTo: ReadonlyMap<string | undefined, readonly Contact[]>,
): Bucket {
  const [first] = legs;
  if (first && (first.arrival === "closed" || (!first.arrival && !calendar.isOpen(first.initiatedAt))))
    return "arrived-closed";
  if (legs.some(({ connectedToAgentAt }) => connectedToAgentAt !== undefined)) return "answered";
  const names = [callIdOf(legs), ...legs.map(({ contactId }) => contactId)];
  if (legs.some(({ callbackRequested }) => callbackRequested) || names.some((name) => answersTo.has(name)))
    return "callback-requested";
  if (legs.every(({ enqueuedAt }) => enqueuedAt === undefined))
    return legs.some(isBroken) ? "abandoned" : "self-served";
  return waitOf(legs) > shortAbandonSeconds ? "abandoned" : "short-abandoned";
}

/** Whether something else than the caller or the flow ended it. */
function isBroken({ disconnectReason }: Contact): boolean {
  return ![undefined, "CUSTOMER_DISCONNECT", "CONTACT_FLOW_DISCONNECT"].includes(disconnectReason);
}

function callIdOf([first]: readonly Contact[]): string {
  return first?.initialContactId ?? first?.contactId ?? "";
}

/** Nobody waits less than no time, whatever the clocks say. */
function waitOf(legs: readonly Contact[]): number {
  for (const { enqueuedAt, queueSeconds, connectedToAgentAt, disconnectedAt } of legs) {
    if (enqueuedAt === undefined) continue;
    const until = connectedToAgentAt ?? disconnectedAt ?? enqueuedAt;
    return queueSeconds ?? Math.max(0, Math.round((until - enqueuedAt) / 1000));
  }
  return 0;
}

function withTimes(call: RecountedCall, legs: readonly Contact[]): RecountedCall {
  let [interactionSeconds, holdSeconds, afterContactWorkSeconds] = [0, 0, 0];
  for (const leg of legs) {
    const { connectedToAgentAt: from, disconnectedAt: to } = leg;
    interactionSeconds +=
      leg.interactionSeconds ?? (from === undefined || to === undefined ? 0 : Math.round((to - from) / 1000));
    holdSeconds += leg.holdSeconds ?? 0;
    afterContactWorkSeconds += leg.afterContactWorkSeconds ?? 0;
  }
  const talkSeconds = interactionSeconds + holdSeconds;
  const handlingSeconds = talkSeconds + afterContactWorkSeconds;
  const times = { interactionSeconds, holdSeconds, afterContactWorkSeconds, talkSeconds, handlingSeconds };
  return { ...call, adds: { ...call.adds, ...times } };
}

function withCallback(
  call: RecountedCall,
  legs: readonly Contact[],
  answersTo: ReadonlyMap<string | undefined, readonly Contact[]>,
): RecountedCall {
  if (call.bucket !== "callback-requested") return call;
  const isReached = (answersTo.get(callIdOf(legs)) ?? []).some(
    ({ connectedToSystemAt, initiatedAt }) =>
      connectedToSystemAt !== undefined && dateAt(initiatedAt) === call.date,
  );
  return isReached ? { ...call, adds: { ...call.adds, calledBackSameDay: 1 } } : call;
}
