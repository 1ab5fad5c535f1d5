import { type Contact, contactOf } from "../../domain/contact/contact.ts";
import { dateAt, dayNumberOf, type Instant, instantOfDay } from "../../domain/japan-time.ts";
import {
  alertsDue,
  type CallAlert,
  minutesOf,
  type SpokenCall,
  spokenCalls,
} from "../../domain/long-call/long-call.ts";
import type { Programme } from "../../domain/programme.ts";
import { longCallStepsOn } from "../../domain/settings/working-rules.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { changeEntryIf } from "../kept/change-entry-if.ts";
import type { ContactStore } from "../ports/contacts.ts";
import type { VersionedEntryStore } from "../ports/entries.ts";
import type { Clock } from "../ports/host.ts";
import { recentChangesOrLast, type TolerantSettingReading } from "../settings/setting-changes.ts";

/** What long calls are watched with. */
export interface LongCallServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly contacts: Pick<ContactStore, "ofDay">;
  readonly alerts: VersionedEntryStore<CallAlert>;
}

/** A call that goes on, as the live board shows it. */
export interface TalkingCall extends SpokenCall {
  readonly minutes: number;
}

/** No call lasts longer than that: so long after midnight the calls of the day before are looked at too. */
const longestCallHours = 3;
const millisPerHour = 3_600_000;

/** Of a call of which nobody has said that it ended, the event is taken to be lost after so many minutes. */
const lostAfterMinutes = longestCallHours * 60;

/**
 * Raises the alert of each step that a call has reached (R83) and that nobody was told of yet, and answers those that were
 * raised now. Each is raised exactly once, however often this runs, on how many hosts, and in whatever order the events of the
 * call arrived (decision 0022): its id follows from the call and the step, and the store keeps one of an id.
 *
 * It reads the day's contacts, of which there are some hundreds: an index of calls that go on would cost a write for each
 * contact to save a read a minute.
 */
export function alertLongCalls(services: LongCallServices & TolerantSettingReading) {
  const raise = raiseAlerts(services);
  return async (): Promise<CallAlert[]> => raise(await contactsNear(services, services.clock.now()));
}

/** The same for whoever has read the contacts already (`contactsNear`). */
export function raiseAlerts(services: Omit<LongCallServices, "contacts"> & TolerantSettingReading) {
  const { programme, clock, alerts } = services;
  const changes = recentChangesOrLast(services);
  return async (contacts: readonly Contact[]): Promise<CallAlert[]> => {
    const now = clock.now();
    const calls = spokenCalls(contacts);
    const { steps, since } = longCallStepsOn(programme, await changes(), dateAt(now));
    const due = calls.flatMap((call) =>
      isLost(call, now) ? [] : alertsDue(call, steps, now).filter(isOfItsTime(call, since)),
    );
    const raised: CallAlert[] = [];
    for (const alert of due) if (!(await alerts.add(programme.id, alert))) raised.push(alert);
    return raised;
  };
}

/** Steps that were set since `since` are none for a call that was over by then. */
function isOfItsTime({ until }: SpokenCall, since: Instant): (alert: CallAlert) => boolean {
  return ({ reachedAt }) => until === undefined || until >= since || reachedAt >= since;
}

/** The calls in which somebody speaks at `now`, the longest first, among the contacts near it. */
export function talkingCalls(contacts: readonly Contact[], now: Instant): TalkingCall[] {
  return spokenCalls(contacts)
    .filter((call) => call.until === undefined && !isLost(call, now))
    .map((call) => ({ ...call, minutes: minutesOf(call, now) }));
}

/** So many of a day's alerts are shown: each says that a call has lasted very long, of which a day has a few. */
const alertsShown = 50;

/** The latest alerts that were raised today, those that nobody has looked at first, of these the latest. */
export function alertsOfToday({ programme, clock, alerts }: Omit<LongCallServices, "contacts">) {
  return async (): Promise<CallAlert[]> => {
    const from = instantOfDay(dayNumberOf(dateAt(clock.now())));
    const { entries } = await alerts.page(programme.id, { limit: alertsShown, from });
    return entries.toSorted(
      (one, other) =>
        Number(one.seenAt !== undefined) - Number(other.seenAt !== undefined) ||
        other.raisedAt - one.raisedAt,
    );
  };
}

/** Keeps who has looked at an alert; of two, the first. */
export function seeAlert({ programme, clock, alerts }: Omit<LongCallServices, "contacts">) {
  return async (id: string, staff: string): Promise<Result<CallAlert>> => {
    const by = staffCodeNamed(staff);
    if (!by.ok) return by;
    const kept = await alerts.find(programme.id, id);
    if (!kept) return failure("この通知は見つかりません。一覧を読み直してください。");
    return changeEntryIf(
      alerts,
      programme.id,
      id,
    )(kept, (current) =>
      success(
        current.seenBy === undefined
          ? { ...current, seenBy: by.value, seenAt: clock.now(), version: current.version + 1 }
          : current,
      ),
    );
  };
}

/** The contacts among which the calls of this moment are: today's, and shortly after midnight those of the day before. */
export async function contactsNear(
  { programme, contacts }: Pick<LongCallServices, "programme" | "contacts">,
  now: Instant,
): Promise<Contact[]> {
  const dates = new Set([now - longestCallHours * millisPerHour, now].map(dateAt));
  const days: Contact[][] = [];
  for (const date of dates) days.push((await contacts.ofDay(programme.id, date)).map(contactOf));
  return days.flat();
}

function isLost(call: SpokenCall, now: Instant): boolean {
  return call.until === undefined && minutesOf(call, now) > lostAfterMinutes;
}
