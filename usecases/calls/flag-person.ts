import { type Flag, type FlagReason, flagReasonNames, putFlag } from "../../domain/incident/flag.ts";
import { flagDecided, type Incident } from "../../domain/incident/incident.ts";
import { formatMinute, type Instant, millisPerDay } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { Role } from "../../domain/roster.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { changeEntryIf } from "../kept/change-entry-if.ts";
import type { FlagStore, PersonKeys } from "../ports/callers.ts";
import type { VersionedEntryStore } from "../ports/entries.ts";
import type { Clock } from "../ports/host.ts";

/** Within a year a supervisor looks at it again, or it ends (a rule of ours: the contract names none). */
const longestDays = 366;

/** What a person is flagged with. */
export interface FlagServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly flags: FlagStore;
  readonly personKeys: PersonKeys;
}

/** Until when a person's calls go to a supervisor, and why as a code. */
export interface WantedFlag {
  readonly until: Instant;
  readonly reason: string;
  /** When a supervisor looks at it again. @default when it ends */
  readonly reviewAt?: Instant;
}

/** Sends a person's calls to a supervisor until a time, for a reason of the list. `number` in E.164 is not kept. */
export function flagPerson({ programme, clock, flags, personKeys }: FlagServices) {
  return async (wanted: WantedFlag & { readonly number: string }): Promise<Result<Flag>> => {
    const now = clock.now();
    const checked = checkedFlag(wanted, now);
    if (!checked.ok) return checked;
    const personKey = await personKeys.keyOf(programme.id, wanted.number);
    const history = (await flags.find(programme.id, personKey))?.history;
    const flag = { personKey, ...checked.value, since: now, ...(history && { history }) };
    await flags.add(programme.id, flag);
    return success(flag);
  };
}

/** Sends a person's calls to operators again; where the person is not flagged, nothing happens. */
export function unflagPerson({ programme, flags, personKeys }: Omit<FlagServices, "clock">) {
  return async (number: string): Promise<void> =>
    flags.remove(programme.id, await personKeys.keyOf(programme.id, number));
}

/**
 * Flags the person of an incident, which only a supervisor does and never the service (R84). Where no other date is given, a
 * supervisor looks at it again after the programme's days, so that nobody stays on a list for being forgotten. What is asked
 * a second time is done once.
 */
export function flagAfterIncident(
  services: Omit<FlagServices, "personKeys"> & { readonly incidents: VersionedEntryStore<Incident> },
) {
  const { programme, clock, flags, incidents } = services;
  return async (
    wanted: WantedFlag & { readonly contactId: string; readonly staff: string; readonly role: Role },
  ): Promise<Result<Flag>> => {
    const { contactId, staff, role } = wanted;
    const by = staffCodeNamed(staff);
    if (!by.ok) return by;
    if (role !== "supervisor") return failure("責任者対応の印を付けるのは、SVです。");
    const incident = await incidents.find(programme.id, contactId);
    if (incident?.personKey === undefined)
      return failure(
        "この通話の事案に電話番号の記録がありません。番号の通知がない方には印を付けられません。",
      );
    const at = clock.now();
    const byDefault = at + programme.longCalls.reviewAfterDays * millisPerDay;
    const checked = checkedFlag({ reviewAt: Math.min(byDefault, wanted.until), ...wanted }, at);
    if (!checked.ok) return checked;
    const put = { personKey: incident.personKey, ...checked.value, incident: contactId };
    const flag = await keepPut(flags, programme.id, put, { at, by: by.value });
    if (!flag) return failure(otherDecision);
    await noteFlagInIncident(services)(flag);
    return success(flag);
  };
}

/** Puts a flag on top of the one that was there; undefined where somebody else decided of that meanwhile. */
async function keepPut(
  flags: FlagStore,
  programme: string,
  wanted: Parameters<typeof putFlag>[1],
  decided: { readonly at: Instant; readonly by: string },
): Promise<Flag | undefined> {
  const before = await flags.find(programme, wanted.personKey);
  if (before?.incident === wanted.incident && before?.until === wanted.until) return before;
  const flag = putFlag(before, wanted, decided);
  if (before) return (await flags.update(programme, flag)) ? flag : undefined;
  await flags.add(programme, flag);
  return flag;
}

/** Writes what was decided of a flag last into the time line of the incident that it came from; there it stays for good. */
export function noteFlagInIncident(services: {
  readonly programme: Programme;
  readonly incidents: VersionedEntryStore<Incident>;
}) {
  const { programme, incidents } = services;
  return async ({ incident: contactId, history = [] }: Flag): Promise<void> => {
    const decided = history.at(-1);
    const incident = contactId === undefined ? undefined : await incidents.find(programme.id, contactId);
    if (!decided || !incident) return;
    await changeEntryIf(
      incidents,
      programme.id,
      incident.contactId,
    )(incident, (current) => success(flagDecided(current, decided)));
  };
}

/** Somebody decided of the same flag meanwhile. */
export const otherDecision =
  "ほかのSVがこの印について決めました。入力は残っています。「更新」を押して、決まったことを確かめてください。";

/** What can be kept of a wanted flag, or what is wrong with it. */
export function checkedFlag(
  { until, reason, reviewAt }: WantedFlag,
  now: Instant,
): Result<Pick<Flag, "until" | "reason" | "reviewAt">> {
  if (!isFlagReason(reason))
    return failure(
      `"${reason}" is not a reason: use ${Object.keys(flagReasonNames).join(", ")}, and no words about a person.`,
    );
  if (until <= now)
    return failure(`It is ${formatMinute(now)} already: give the flag an end that is to come.`);
  if (until > now + longestDays * millisPerDay)
    return failure(
      `It is ${formatMinute(now)}: a flag lasts for a year at most, and is looked at again then.`,
    );
  if (reviewAt !== undefined && (reviewAt <= now || reviewAt > until))
    return failure(`見直しの日時は、いまより後で、印が終わる ${formatMinute(until)} までにしてください。`);
  return success({ until, reason, ...(reviewAt !== undefined && { reviewAt }) });
}

function isFlagReason(text: string): text is FlagReason {
  return Object.hasOwn(flagReasonNames, text);
}
