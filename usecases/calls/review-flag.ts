import { endedFlag, type Flag, flagVersion, keptFlag, reviewOf } from "../../domain/incident/flag.ts";
import type { Incident } from "../../domain/incident/incident.ts";
import type { Instant } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { Role } from "../../domain/roster.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import { checkedFlag, noteFlagInIncident, otherDecision } from "./flag-person.ts";
import type { FlagStore } from "../ports/callers.ts";
import type { VersionedEntryStore } from "../ports/entries.ts";
import type { Clock } from "../ports/host.ts";

const longestNote = 500;

/** What flags are reviewed with. */
export interface FlagReviewServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly flags: FlagStore;
  readonly incidents: VersionedEntryStore<Incident>;
}

/** Every flag that is kept, by the date of its review, those first that have waited longest; the ended ones are among them. */
export function listFlags({ programme, flags }: Pick<FlagReviewServices, "programme" | "flags">) {
  return async (): Promise<Flag[]> =>
    (await flags.all(programme.id)).sort((one, other) => reviewOf(one) - reviewOf(other));
}

/** The flags that a supervisor is to look at by now, those that have waited longest first. */
export function flagsToReview(services: Pick<FlagReviewServices, "programme" | "clock" | "flags">) {
  return async (): Promise<Flag[]> => {
    const now = services.clock.now();
    return (await listFlags(services)()).filter((flag) => isDue(flag, now));
  };
}

/** Whether a flag holds and is to be looked at by now. */
export function isDue(flag: Flag, now: Instant): boolean {
  return now < flag.until && reviewOf(flag) <= now;
}

/** What a supervisor decides of a flag: that it ends now, or that it is kept and looked at again at a time. */
interface FlagDecision {
  readonly staff: string;
  readonly role: Role;
  /** How often it was decided of before, as the one who decides has seen it. */
  readonly baseVersion: number;
  readonly decision: "end" | { readonly until: Instant; readonly reviewAt: Instant };
  /** Why. */
  readonly note: string;
}

/**
 * Keeps what a supervisor decides of a flag, in the flag's history and in the incident that it came from. Where somebody else
 * has decided meanwhile, nothing is changed; what is asked a second time is done once.
 */
export function reviewFlag(services: FlagReviewServices) {
  const { programme, clock, flags } = services;
  const noteInIncident = noteFlagInIncident(services);
  return async (personKey: string, decided: FlagDecision): Promise<Result<Flag>> => {
    const { role, staff, note } = decided;
    if (role !== "supervisor") return failure("責任者対応の印を見直すのは、SVです。");
    const by = staffCodeNamed(staff);
    if (!by.ok) return by;
    if (note.trim() === "" || note.length > longestNote)
      return failure(`理由を${longestNote}文字以内で入力してください。`);
    const kept = await flags.find(programme.id, personKey);
    if (!kept) return failure("この印はありません。「更新」を押してください。");
    const isAgain = isDecided(kept, by.value, decided);
    const next = isAgain ? success(kept) : nextFlag(kept, by.value, decided, clock.now());
    if (!next.ok) return next;
    if (!isAgain && !(await flags.update(programme.id, next.value))) return failure(otherDecision);
    await noteInIncident(next.value);
    return next;
  };
}

function nextFlag(kept: Flag, by: string, decided: FlagDecision, at: Instant): Result<Flag> {
  const { baseVersion, decision, note } = decided;
  if (flagVersion(kept) !== baseVersion) return failure(otherDecision);
  if (kept.until <= at) return failure("この印はもう終わっています。「更新」を押してください。");
  if (decision === "end") return success(endedFlag(kept, { at, by, note }));
  const checked = checkedFlag({ ...decision, reason: kept.reason }, at);
  return checked.ok ? success(keptFlag(kept, decision, { at, by, note })) : checked;
}

/** Whether the very same was decided already. */
function isDecided(
  { history = [] }: Flag,
  by: string,
  { baseVersion, decision, note }: FlagDecision,
): boolean {
  const last = history.at(-1);
  return (
    history.length === baseVersion + 1 &&
    last?.by === by &&
    last.note === note &&
    last.what === (decision === "end" ? "ended" : "kept") &&
    (decision === "end" || last.until === decision.until)
  );
}
