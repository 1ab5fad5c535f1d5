import { formatMinute, type Instant } from "../domain/japan-time.ts";
import type { Programme } from "../domain/programme.ts";
import { failure, type Result, success } from "../domain/result.ts";
import type { Clock, Flag, FlagReason, FlagStore, PersonKeys } from "./ports.ts";

/** Why a person's calls go to a supervisor: the only words about it that are kept. */
export const flagReasonNames: Readonly<Record<FlagReason, string>> = {
  "long-complaint": "長時間の苦情",
  harassment: "カスタマーハラスメント",
  "supervisor-matter": "SVが対応中",
};

/** Within a year a supervisor looks at it again, or it ends (a rule of ours: the contract names none). */
const longestDays = 366;
const millisPerDay = 86_400_000;

/** What a person is flagged with. */
export interface FlagServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly flags: FlagStore;
  readonly personKeys: PersonKeys;
}

/** Sends a person's calls to a supervisor until a time, for a reason of the list. `number` in E.164 is not kept. */
export function flagPerson({ programme, clock, flags, personKeys }: FlagServices) {
  return async (wanted: {
    readonly number: string;
    readonly until: Instant;
    readonly reason: string;
  }): Promise<Result<Flag>> => {
    const { number, until, reason } = wanted;
    if (!isFlagReason(reason))
      return failure(
        `"${reason}" is not a reason: use ${Object.keys(flagReasonNames).join(", ")}, and no words about a person.`,
      );
    const now = clock.now();
    if (until <= now)
      return failure(`It is ${formatMinute(now)} already: give the flag an end that is to come.`);
    if (until > now + longestDays * millisPerDay)
      return failure(
        `It is ${formatMinute(now)}: a flag lasts for a year at most, and is looked at again then.`,
      );
    const flag = { personKey: await personKeys.keyOf(programme.id, number), until, reason };
    await flags.add(programme.id, flag);
    return success(flag);
  };
}

/** Sends a person's calls to operators again; where the person is not flagged, nothing happens. */
export function unflagPerson({ programme, flags, personKeys }: Omit<FlagServices, "clock">) {
  return async (number: string): Promise<void> =>
    flags.remove(programme.id, await personKeys.keyOf(programme.id, number));
}

function isFlagReason(text: string): text is FlagReason {
  return Object.hasOwn(flagReasonNames, text);
}
