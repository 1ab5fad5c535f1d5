import type { Case } from "../../domain/case/case.ts";
import type { Contact } from "../../domain/contact/contact.ts";
import type { CallSpeaker } from "../../domain/contact/call-speaker.ts";
import { dateAt, type Instant } from "../../domain/japan-time.ts";
import type { CallAlert } from "../../domain/long-call/long-call.ts";
import { type Figures, figuresOf } from "../../domain/report/figures/figures.ts";
import { callsSoFar } from "../../domain/watch/calls-so-far.ts";
import {
  alertsOfToday,
  contactsNear,
  raiseAlerts,
  type TalkingCall,
  talkingCalls,
} from "../calls/alert-long-calls.ts";
import { deskCalendar } from "../calendar/desk-calendar.ts";
import { type CallbackRow, listCallbacks } from "../callbacks/list-callbacks.ts";
import type { SpecialDayStore } from "../ports/calendar.ts";
import type { CallbackStore } from "../ports/callers.ts";
import type { CaseStore } from "../ports/cases.ts";
import type { ContactStore } from "../ports/contacts.ts";
import type { EntryStore, VersionedEntryStore } from "../ports/entries.ts";
import { Unavailable } from "../ports/host.ts";
import type { DeskNow, DeskState } from "../ports/telephone.ts";
import type { TolerantSettingReading } from "../settings/setting-changes.ts";

/** What the board is made from. */
export interface BoardServices extends TolerantSettingReading {
  readonly contacts: Pick<ContactStore, "ofDay">;
  readonly cases: CaseStore;
  readonly callbacks: CallbackStore;
  readonly specialDays: SpecialDayStore;
  readonly alerts: VersionedEntryStore<CallAlert>;
  readonly speakers: Pick<EntryStore<CallSpeaker>, "find">;
  readonly deskNow: DeskNow;
}

/** How a desk stands, for whoever leads it. */
export interface BoardNow {
  readonly at: Instant;
  /** Undefined while it is open. */
  readonly nextOpening: Instant | undefined;
  /** Today so far. */
  readonly figures: Figures;
  /** Undefined where the telephone system does not say. */
  readonly queue: DeskState | undefined;
  readonly talking: readonly StaffedCall[];
  readonly callbacks: UrgentCallbacks;
  readonly written: { readonly cases: readonly Case[]; readonly isMore: boolean };
  readonly alerts: readonly CallAlert[];
}

/** A call that goes on, with the staff code of whoever speaks; undefined where no desk has said so. */
export interface StaffedCall extends TalkingCall {
  readonly staff: string | undefined;
}

/** Call backs that are owed: how many, and the most urgent of them. */
export interface UrgentCallbacks {
  readonly open: number;
  readonly overdue: number;
  /** Whether there are more than were counted. */
  readonly isMore: boolean;
  readonly next: readonly CallbackRow[];
}

/** So many cases that owe an answer are looked at, each by a read of its own, whenever somebody looks at the board. */
const mostCases = 50;

/** So many call backs are counted, by one read; nobody works off more in a day. */
const mostCallbacks = 200;

/** Of the call backs, so many are shown with their cases; the rest are in their list. */
const callbacksShown = 5;

/**
 * Looks at everything that a leader watches, and first raises the alerts that long calls are due, so that nobody waits for a
 * schedule. The answer rate is that of the reports and of the alarms (`callsSoFar`, `figuresOf`). Where only the telephone
 * system does not answer, all else is still shown.
 */
export function lookAtBoard(services: BoardServices) {
  const { programme, clock, cases, specialDays, deskNow, warn } = services;
  const raise = raiseAlerts(services);
  return async (): Promise<BoardNow> => {
    const at = clock.now();
    const contacts = await contactsNear(services, at);
    await raise(contacts);
    const [calendar, queue, talking, callbacks, open, alerts] = await Promise.all([
      deskCalendar(programme, specialDays),
      deskNow.look().catch(unknownQueue),
      staffedCalls(services, contacts, at),
      urgentCallbacks(services, at),
      cases.openPage(programme.id, { limit: mostCases }),
      alertsOfToday(services)(),
    ]);
    const today = contacts.filter(({ initiatedAt }) => dateAt(initiatedAt) === dateAt(at));
    const calls = callsSoFar(today, calendar, programme.report.shortAbandonSeconds, at);
    const written = open.cases.filter(
      ({ origin }) => origin.kind === "web-form" || origin.kind === "hosted-form",
    );
    return {
      at,
      nextOpening: calendar.isOpen(at) ? undefined : calendar.nextOpening(at),
      figures: figuresOf(calls, 0),
      queue,
      talking,
      callbacks,
      written: { cases: written, isMore: open.next !== undefined },
      alerts,
    };
  };

  function unknownQueue(cause: unknown): undefined {
    if (!(cause instanceof Unavailable)) throw cause;
    warn("the telephone system does not say who waits; the board is shown without", cause);
    return undefined;
  }
}

/** Each is looked up by itself: there are no more than people at the desk. */
async function staffedCalls(
  { programme, speakers }: BoardServices,
  contacts: readonly Contact[],
  now: Instant,
): Promise<StaffedCall[]> {
  return Promise.all(
    talkingCalls(contacts, now).map(async (call) => ({
      ...call,
      staff: (await speakers.find(programme.id, call.contactId))?.staff,
    })),
  );
}

async function urgentCallbacks(services: BoardServices, now: Instant): Promise<UrgentCallbacks> {
  const { programme, callbacks } = services;
  const [times, { rows }] = await Promise.all([
    callbacks.dueTimes(programme.id, mostCallbacks + 1),
    listCallbacks(services)(callbacksShown),
  ]);
  const counted = times.slice(0, mostCallbacks);
  return {
    open: counted.length,
    overdue: counted.filter((dueAt) => dueAt < now).length,
    isMore: times.length > mostCallbacks,
    next: rows,
  };
}
