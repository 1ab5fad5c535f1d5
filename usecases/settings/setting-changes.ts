import { dateAt, type JapaneseDate } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { type Result, success } from "../../domain/result.ts";
import {
  inForceOn,
  problemOfDay,
  type SettingChange,
  settingChangeId,
  type SettingProblem,
  type SettingsInForce,
  settingsInForceId,
  type SettingValue,
  stillMattering,
  subjectOf,
} from "../../domain/settings/setting-change.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import type { EntryStore } from "../ports/entries.ts";
import { type Clock, Unavailable } from "../ports/host.ts";

/** Where the changes of a desk's settings are read. */
export interface SettingReading {
  readonly programme: Programme;
  readonly settingChanges: Pick<EntryStore<SettingChange>, "find">;
  readonly settingsInForce: Pick<EntryStore<SettingsInForce>, "find">;
}

/** What those read settings with who go on where changes cannot be read. */
export interface TolerantSettingReading extends SettingReading {
  readonly clock: Clock;
  readonly warn: (message: string, cause: unknown) => void;
}

/** What settings are changed with. */
export interface SettingServices extends SettingReading {
  readonly clock: Clock;
  readonly settingChanges: Pick<EntryStore<SettingChange>, "find" | "all" | "add">;
  readonly settingsInForce: Pick<EntryStore<SettingsInForce>, "find" | "put">;
}

/** A change as a supervisor enters it. */
export interface EnteredChange<Value extends SettingValue = SettingValue> {
  readonly value: Value;
  readonly from: JapaneseDate;
  readonly reason: string;
  /** The number of the last change of this setting that was before whoever enters it; 0 where there was none. */
  readonly seen: number;
  readonly staff: string;
}

/** Why a change was not kept: what was entered is wrong, or somebody else was first. */
export interface NotKept {
  readonly ok: false;
  readonly problem: string;
  readonly field?: string;
  readonly isConflict?: true;
}

/**
 * The changes that hold today or will: two small reads, however long the history is. What stands in `settingsInForce` may be
 * behind where a writer was cut off between its two writes; then the changes since are read one by one.
 */
export function recentChanges({ programme, settingChanges, settingsInForce }: SettingReading) {
  return async (): Promise<readonly SettingChange[]> => {
    const kept = await settingsInForce.find(programme.id, settingsInForceId);
    const changes = [...(kept?.changes ?? [])];
    for (let number = (kept?.upTo ?? 0) + 1; ; number++) {
      const next = await settingChanges.find(programme.id, settingChangeId(number));
      if (!next) return changes;
      changes.push(next);
    }
  };
}

/**
 * The same for those who must go on without: where the changes cannot be read, those that were read last, or else the
 * programme's own settings hold, with a warning.
 */
export function recentChangesOrLast(services: Omit<TolerantSettingReading, "clock">) {
  const read = recentChanges(services);
  let last: readonly SettingChange[] = [];
  return async (): Promise<readonly SettingChange[]> => {
    try {
      last = await read();
    } catch (cause) {
      if (!(cause instanceof Unavailable)) throw cause;
      services.warn("changed settings cannot be read; those that were read last hold", cause);
    }
    return last;
  };
}

/** Others may enter changes of other settings meanwhile; after so many of them something is wrong. */
const mostTries = 10;

/**
 * Keeps a change, on top of the one that was before whoever enters it; earlier ones stay. Where somebody else has changed
 * the same setting meanwhile, nothing is kept. The change is kept before what is in force says so (`recentChanges`).
 */
export function keepSettingChange(services: SettingServices) {
  const { programme, clock, settingChanges, settingsInForce } = services;
  return async <Value extends SettingValue>(
    entered: EnteredChange<Value>,
    /** What is wrong with the value itself, seen with all the changes so far. */
    problemOf: (changes: readonly SettingChange[]) => SettingProblem | undefined,
  ): Promise<Result<SettingChange> | NotKept> => {
    const by = staffCodeNamed(entered.staff);
    if (!by.ok) return by;
    const at = clock.now();
    const { value, from, seen } = entered;
    const reason = entered.reason.trim();
    for (let tries = 0; tries < mostTries; tries++) {
      const changes = await settingChanges.all(programme.id);
      const before = changes.findLast((one) => subjectOf(one) === subjectOf(value));
      if ((before?.number ?? 0) !== seen) return changedMeanwhile;
      const place = { before, today: dateAt(at), lastDay: programme.contract.to };
      const problem = problemOf(changes) ?? problemOfDay({ from, reason }, place);
      if (problem) return { ok: false, ...problem };
      const number = (changes.at(-1)?.number ?? 0) + 1;
      const change: SettingChange = { ...value, number, from, reason, at, by: by.value };
      if (await settingChanges.add(programme.id, change)) continue;
      await settingsInForce.put(programme.id, stillMattering([...changes, change], dateAt(at)));
      return success(change);
    }
    return changedMeanwhile;
  };
}

const changedMeanwhile: NotKept = {
  ok: false,
  isConflict: true,
  problem:
    "ほかの人がこの設定を変えました。「更新」を押して、いまの内容を確かめてください。入力は残っています。",
};

/** The change of a setting that holds now, and the one that is entered last, which may be ahead. */
export function standingOf(
  changes: readonly SettingChange[],
  subject: string,
  today: JapaneseDate,
): { readonly now: SettingChange | undefined; readonly last: SettingChange | undefined } {
  return {
    now: inForceOn(changes, subject, today),
    last: changes.findLast((one) => subjectOf(one) === subject),
  };
}
