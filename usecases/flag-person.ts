import { type Incident, personFlagged } from "../domain/incident/incident.ts";
import { formatMinute, type Instant, millisPerDay } from "../domain/japan-time.ts";
import type { Programme } from "../domain/programme.ts";
import { failure, type Result, success } from "../domain/result.ts";
import type { Role } from "../domain/roster.ts";
import { staffCodeNamed } from "./case-by-number.ts";
import { changeEntryIf } from "./change-entry-if.ts";
import type { Flag, FlagReason, FlagStore, PersonKeys } from "./ports/callers.ts";
import type { VersionedEntryStore } from "./ports/entries.ts";
import type { Clock } from "./ports/host.ts";

/** Why a person's calls go to a supervisor: the only words about it that are kept. */
export const flagReasonNames: Readonly<Record<FlagReason, string>> = {
  "long-complaint": "長時間の苦情",
  harassment: "カスタマーハラスメント",
  "supervisor-matter": "SVが対応中",
};

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
interface WantedFlag {
  readonly until: Instant;
  readonly reason: string;
  /** When a supervisor looks at it again. @default when it ends */
  readonly reviewAt?: Instant;
}

/** Sends a person's calls to a supervisor until a time, for a reason of the list. `number` in E.164 is not kept. */
export function flagPerson({ programme, clock, flags, personKeys }: FlagServices) {
  return async (wanted: WantedFlag & { readonly number: string }): Promise<Result<Flag>> => {
    const checked = checkedFlag(wanted, clock.now());
    if (!checked.ok) return checked;
    const flag = { personKey: await personKeys.keyOf(programme.id, wanted.number), ...checked.value };
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
 * supervisor looks at it again after the programme's days, so that nobody stays on a list for being forgotten.
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
    const flag = { personKey: incident.personKey, ...checked.value };
    await flags.add(programme.id, flag);
    const noted = await changeEntryIf(
      incidents,
      programme.id,
      contactId,
    )(incident, (current) => success(personFlagged(current, { at, by: by.value })));
    return noted.ok ? success(flag) : noted;
  };
}

/** The flags that a supervisor is to look at by now, those that have waited longest first. Ended ones are gone by themselves. */
export function flagsToReview({ programme, clock, flags }: Omit<FlagServices, "personKeys">) {
  return async (): Promise<Flag[]> => {
    const now = clock.now();
    const reviewOf = ({ reviewAt, until }: Flag) => reviewAt ?? until;
    return (await flags.all(programme.id))
      .filter((flag) => now < flag.until && reviewOf(flag) <= now)
      .sort((one, other) => reviewOf(one) - reviewOf(other));
  };
}

/** What a supervisor decides of a flag: that it ends now, or that it is looked at again at a time. */
export function reviewFlag({ programme, clock, flags }: Omit<FlagServices, "personKeys">) {
  return async (
    personKey: string,
    decided: {
      readonly role: Role;
      readonly decision: "end" | { readonly until: Instant; readonly reviewAt: Instant };
    },
  ): Promise<Result<Flag | undefined>> => {
    const { role, decision } = decided;
    if (role !== "supervisor") return failure("責任者対応の印を見直すのは、SVです。");
    const kept = await flags.find(programme.id, personKey);
    if (!kept) return success(undefined);
    if (decision === "end") {
      await flags.remove(programme.id, personKey);
      return success(undefined);
    }
    const checked = checkedFlag({ ...decision, reason: kept.reason }, clock.now());
    if (!checked.ok) return checked;
    const flag = { personKey, ...checked.value };
    await flags.add(programme.id, flag);
    return success(flag);
  };
}

function checkedFlag({ until, reason, reviewAt }: WantedFlag, now: Instant): Result<Omit<Flag, "personKey">> {
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
