import type { RetryRule } from "../callback/attempt.ts";
import { type EntryKind, idNumber } from "../entry-kind.ts";
import type { Instant, JapaneseDate } from "../japan-time.ts";
import type { LongCallStep } from "../long-call/long-call.ts";

/** 設定の変更: what a supervisor has set otherwise than the programme's settings in code, from a day on. It stays for ever. */
export type SettingChange = SettingValue & {
  /** From 1, over all settings of a desk, in the order in which they were entered. */
  readonly number: number;
  /** The first day on which it holds; the day on which it was entered means at once. */
  readonly from: JapaneseDate;
  readonly at: Instant;
  /** A staff code. */
  readonly by: string;
  readonly reason: string;
};

/** A setting with its whole value: a change replaces what was before, it does not add to it. */
export type SettingValue =
  | CategorySetting
  | { readonly setting: "long-call-steps"; readonly steps: readonly LongCallStep[] }
  | { readonly setting: "callback-retry"; readonly rule: RetryRule };

/** What a category is called from a day on, and who may choose it. Its code is never given to another kind of inquiry. */
export interface CategorySetting {
  readonly setting: "category";
  readonly code: string;
  readonly name: string;
  /** Whether it may be chosen. */
  readonly isOffered: boolean;
  /** Whether only the desk chooses it, and the public form does not show it. */
  readonly isDeskOnly: boolean;
  /** Its name in easy Japanese and in English, for the form. @default the Japanese one */
  readonly easy?: string;
  readonly english?: string;
}

/** Every change, under its number. Nothing removes one. */
export const settingChanges: EntryKind<SettingChange> = {
  kind: "setting-change",
  idOf: ({ number }) => settingChangeId(number),
};

export function settingChangeId(number: number): string {
  return idNumber(number, 6);
}

/**
 * The changes that still matter: of each setting the one that is in force, and those that are ahead. It follows from the
 * changes and saves whoever only asks what holds now from reading all of them: its size grows with the settings, not with
 * their history. Changes after `upTo` are not in it yet.
 */
export interface SettingsInForce {
  readonly upTo: number;
  readonly changes: readonly SettingChange[];
}

/** There is one of a desk. */
export const settingsInForceId = "now";

export const settingsInForce: EntryKind<SettingsInForce> = {
  kind: "settings-in-force",
  idOf: () => settingsInForceId,
};

/** What a change is about; those with the same subject replace each other. */
export function subjectOf(value: SettingValue): string {
  return value.setting === "category" ? `${value.setting}/${value.code}` : value.setting;
}

/**
 * The change of a subject that holds on a day; undefined where the programme's own settings do. Changes of a subject never
 * go back behind an earlier one's day (`problemOfDay`), so the last that has begun is the one.
 */
export function inForceOn<Change extends SettingChange>(
  changes: readonly Change[],
  subject: string,
  day: JapaneseDate,
): Change | undefined {
  return changes.findLast((change) => subjectOf(change) === subject && change.from <= day);
}

/** The changes that still matter on a day and after it. */
export function stillMattering(changes: readonly SettingChange[], day: JapaneseDate): SettingsInForce {
  return {
    upTo: changes.at(-1)?.number ?? 0,
    changes: changes.filter(
      (change) => change.from > day || change === inForceOn(changes, subjectOf(change), day),
    ),
  };
}

/** What is wrong with what was entered, and in which field. */
export interface SettingProblem {
  readonly field: string;
  readonly problem: string;
}

const longestReason = 200;

/**
 * What is wrong with the day or the reason of a change that is entered on `today`; undefined where nothing is. A day that is
 * past would change what was reported already.
 */
export function problemOfDay(
  { from, reason }: Pick<SettingChange, "from" | "reason">,
  {
    before,
    today,
    lastDay,
  }: {
    /** The last change of the same subject. */
    readonly before: SettingChange | undefined;
    readonly today: JapaneseDate;
    /** The contract's last day. */
    readonly lastDay: JapaneseDate;
  },
): SettingProblem | undefined {
  if (reason.trim() === "" || reason.length > longestReason)
    return { field: "reason", problem: `変える理由を${longestReason}文字以内で入力してください。` };
  if (from < today)
    return {
      field: "from",
      problem: "過ぎた日からは変えられません。すぐに変えるときは今日の日付を選んでください。",
    };
  if (from > today && from > lastDay)
    return {
      field: "from",
      problem: `契約の最終日（${dayInWords(lastDay)}）までの日を選んでください。`,
    };
  if (before !== undefined && from < before.from)
    return {
      field: "from",
      problem: `${dayInWords(before.from)}からの変更が予定されています。その日か、それより後の日を選んでください。`,
    };
  return undefined;
}

/** 2024年8月1日 of 2024-08-01. */
export function dayInWords(date: JapaneseDate): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
