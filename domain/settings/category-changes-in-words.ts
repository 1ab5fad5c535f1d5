import type { JapaneseDate } from "../japan-time.ts";
import type { Category } from "../programme.ts";
import { categoryOf, type KnownCategory } from "./categories.ts";
import { type CategorySetting, dayInWords, type SettingChange } from "./setting-change.ts";

/** What was changed of the categories in a period, a sentence each, in order of days. */
export function categoryChangesIn(
  own: readonly Category[],
  changes: readonly SettingChange[],
  { from, to }: { readonly from: JapaneseDate; readonly to: JapaneseDate },
): string[] {
  const changed = changes.filter((change) => change.setting === "category");
  return changed
    .filter((change, index) => {
      const isReplaced = changed.some(
        (later, place) => place > index && later.code === change.code && later.from === change.from,
      );
      return change.from >= from && change.from <= to && !isReplaced;
    })
    .toSorted((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)))
    .flatMap((change) => {
      const before = knownBefore(own, changed, change);
      const words = differenceInWords(before, change);
      return words === "" ? [] : [`${dayInWords(change.from)}から、${words}。`];
    });
}

/** All that a change of a category changes, for those who look after the categories. */
export function categorySettingInWords(
  own: readonly Category[],
  changes: readonly SettingChange[],
  change: SettingChange & CategorySetting,
): string {
  const changed = changes.filter((one) => one.setting === "category");
  const before = enteredBefore(own, changed, change);
  const said = differenceInWords(before, change);
  const further = [
    ...(before !== undefined && (before.deskOnly ?? false) !== change.isDeskOnly
      ? [change.isDeskOnly ? "WEBフォームへの表示を中止" : "WEBフォームへの表示を開始"]
      : []),
    ...(before?.easy === change.easy && before?.english === change.english
      ? []
      : ["フォームのほかの言語の名前を変更"]),
  ];
  const named = `${change.code}「${change.name}」の`;
  return said === "" ? `${named}${further.join("、")}` : [said, ...further].join("、");
}

/** A category as it was entered before one of its changes, also where that is still ahead. */
function enteredBefore(
  own: readonly Category[],
  changed: readonly (SettingChange & CategorySetting)[],
  { code, number }: SettingChange & CategorySetting,
): KnownCategory | undefined {
  const before = changed.findLast((one) => one.code === code && one.number < number);
  if (before) return categoryOf(before);
  const ofProgramme = own.find((one) => one.code === code);
  return ofProgramme && { ...ofProgramme, isOffered: true };
}

/** A category before one of its changes; undefined where that change added it. */
function knownBefore(
  own: readonly Category[],
  changed: readonly (SettingChange & CategorySetting)[],
  { code, number, from }: SettingChange & CategorySetting,
): KnownCategory | undefined {
  const before = changed.findLast((one) => one.code === code && one.number < number && one.from < from);
  if (before) return categoryOf(before);
  const ofProgramme = own.find((one) => one.code === code);
  return ofProgramme && { ...ofProgramme, isOffered: true };
}

/** What of a category a change changes, in words; "" where a report has nothing to say of it. */
function differenceInWords(before: KnownCategory | undefined, change: CategorySetting): string {
  const { code, name, isOffered } = change;
  const named = `${code}「${name}」`;
  if (!before) return `${named}を追加`;
  const parts = [
    ...(before.name === name ? [] : [`${code}「${before.name}」の名前を「${name}」に変更`]),
    ...(before.isOffered === isOffered ? [] : [`${named}の使用を${isOffered ? "再開" : "中止"}`]),
  ];
  return parts.join("、");
}
