import { isOutbound } from "../contact/call.ts";
import type { Contact } from "../contact/contact.ts";
import type { EntryKind } from "../entry-kind.ts";
import { type Instant, millisPerDay, millisPerMinute } from "../japan-time.ts";
import type { Role } from "../roster.ts";

/** Who is told of a call. */
export type AlertedRole = Exclude<Role, "operator">;

/** 長時間対応の段階: once a call has lasted so long, these are told (R83). A setting of a programme. */
export interface LongCallStep {
  readonly afterMinutes: number;
  readonly tell: readonly AlertedRole[];
}

/** What a programme says about long and abusive calls. */
export interface LongCallSettings {
  /** In order of their minutes. */
  readonly steps: readonly LongCallStep[];
  /** What a person is asked before anything else: whether they need help to hear or to understand. */
  readonly accommodationQuestion: string;
  /** What is said, in this order, to a person who goes on; the last sentence ends the call. */
  readonly ladder: readonly LadderStep[];
  /** A person's flag is looked at again after so many days. */
  readonly reviewAfterDays: number;
}

interface LadderStep {
  readonly code: string;
  readonly name: string;
  readonly sentence: string;
}

/** A call in which somebody of the desk has spoken, over all its transfers. */
export interface SpokenCall {
  /** The first contact of the call; its recording bears the same id. */
  readonly contactId: string;
  readonly initiatedAt: Instant;
  /** Since when the person speaks with the desk. */
  readonly since: Instant;
  /** When the last leg ended; absent while one goes on, or while nobody has said that it ended. */
  readonly until?: Instant;
  readonly personKey?: string;
}

/** That a role is to look at a call: it has reached a step, or somebody suspects harassment. Each is raised once. */
export interface CallAlert {
  readonly contactId: string;
  readonly about: "long-call" | "harassment";
  /** Minutes of the step; 0 for harassment. */
  readonly afterMinutes: number;
  readonly role: AlertedRole;
  /** When the call reached the step, or the suspicion was said. */
  readonly reachedAt: Instant;
  /** When the service noticed, which is later where events came late. */
  readonly raisedAt: Instant;
  /** Who has looked at it, a staff code, and when. */
  readonly seenBy?: string;
  readonly seenAt?: Instant;
  readonly version: number;
}

/** Alerts stay for a while to be counted; afterwards the incident says what is to be known. */
const keptDays = 60;

export const callAlerts: EntryKind<CallAlert> = {
  kind: "call-alert",
  idOf: ({ contactId, about, afterMinutes, role }) => alertId(contactId, about, afterMinutes, role),
  expiresAt: ({ raisedAt }) => raisedAt + keptDays * millisPerDay,
  listedAt: ({ raisedAt }) => raisedAt,
};

/** Follows from the call and the step alone: whoever notices again, in whatever order, arrives at the same alert. */
export function alertId(
  contactId: string,
  about: CallAlert["about"],
  afterMinutes: number,
  role: AlertedRole,
): string {
  return `${contactId}#${about}#${afterMinutes}#${role}`;
}

/** The calls of some contacts in which somebody of the desk has spoken, the longest first. */
export function spokenCalls(contacts: readonly Contact[]): SpokenCall[] {
  const legsOfCalls = Map.groupBy(contacts.filter(isSpeech), callOf);
  return [...legsOfCalls]
    .flatMap(([contactId, legs]) => spokenCall(contactId, legs))
    .sort((one, other) => one.since - other.since || (one.contactId < other.contactId ? -1 : 1));
}

/** How long a call has lasted at `now`, in minutes. */
export function minutesOf({ since, until }: SpokenCall, now: Instant): number {
  return Math.max(0, Math.min(until ?? now, now) - since) / millisPerMinute;
}

/** The alerts that a call is due at `now`, in order of their steps; which of them were raised already is not looked at. */
export function alertsDue(call: SpokenCall, steps: readonly LongCallStep[], now: Instant): CallAlert[] {
  const minutes = minutesOf(call, now);
  return steps
    .filter(({ afterMinutes }) => afterMinutes <= minutes)
    .flatMap(({ afterMinutes, tell }) =>
      tell.map(
        (role): CallAlert => ({
          contactId: call.contactId,
          about: "long-call",
          afterMinutes,
          role,
          reachedAt: call.since + afterMinutes * millisPerMinute,
          raisedAt: now,
          version: 1,
        }),
      ),
    );
}

/** Whether somebody speaks with the person in a contact: a supervisor who only listens does not. */
function isSpeech({ channel = "VOICE", initiationMethod }: Contact): boolean {
  return channel === "VOICE" && initiationMethod !== "MONITOR";
}

function callOf(leg: Contact): string {
  return isOutbound(leg) ? leg.contactId : (leg.initialContactId ?? leg.contactId);
}

function spokenCall(contactId: string, legs: readonly Contact[]): SpokenCall[] {
  const began = legs.flatMap((leg) => spokenSince(leg) ?? []);
  if (began.length === 0) return [];
  const ends = legs.flatMap(({ disconnectedAt }) => disconnectedAt ?? []);
  const personKey = legs.find((leg) => leg.personKey !== undefined)?.personKey;
  return [
    {
      contactId,
      initiatedAt: Math.min(...legs.map(({ initiatedAt }) => initiatedAt)),
      since: Math.min(...began),
      ...(ends.length === legs.length && { until: Math.max(...ends) }),
      ...(personKey !== undefined && { personKey }),
    },
  ];
}

/** Our own call begins when the person answers it, every other when the operator does. */
function spokenSince(leg: Contact): Instant | undefined {
  return isOutbound(leg) ? leg.connectedToSystemAt : leg.connectedToAgentAt;
}
