import type { ShownCategory, ShownSettingChange } from "../../contract/categories.ts";
import { dateAt, type JapaneseDate } from "../../domain/japan-time.ts";
import type { Category } from "../../domain/programme.ts";
import { everKnown, type KnownCategory, subjectOfCategory } from "../../domain/settings/categories.ts";
import { categorySettingInWords } from "../../domain/settings/category-changes-in-words.ts";
import type { CategorySetting, SettingChange } from "../../domain/settings/setting-change.ts";
import { changeCategory } from "../../usecases/settings/change-category.ts";
import { type SettingServices, standingOf } from "../../usecases/settings/setting-changes.ts";
import type { RouteHandlers } from "./route-handler.ts";
import { refusedChange, shownChange } from "./setting-change-answer.ts";

/** 相談内容分類: what may be chosen, and its history; a supervisor changes it without a deployment. */
export function categoryHandlers(
  services: Omit<SettingServices, "clock">,
): RouteHandlers<"listCategories" | "changeCategory"> {
  const { programme, settingChanges } = services;

  async function listAt(now: number) {
    const today = dateAt(now);
    const changes = await settingChanges.all(programme.id);
    return {
      now,
      categories: everKnown(programme.categories, changes, today).map((one) => shownOn(one, changes, today)),
      history: historyOf(programme.categories, changes, today),
    };
  }

  return {
    listCategories: async ({ at }) => ({ answer: await listAt(at) }),
    async changeCategory({ request, by: { staff }, at }) {
      const { code, lastChange, ...entered } = request;
      const kept = await changeCategory({ ...services, clock: { now: () => at } })({
        ...entered,
        ...(code !== undefined && { code }),
        seen: lastChange,
        staff,
      });
      return kept.ok ? { answer: await listAt(at) } : refusedChange(kept);
    },
  };
}

function shownOn(
  known: KnownCategory,
  changes: readonly SettingChange[],
  today: JapaneseDate,
): ShownCategory {
  const { now, last } = standingOf(changes, subjectOfCategory(known.code), today);
  const planned = last !== now && last?.setting === "category" ? last : undefined;
  const begins = known.isAhead ? changes.find((one) => isOf(one, known.code))?.from : undefined;
  return {
    code: known.code,
    ...wordsOf({ ...known, isDeskOnly: known.deskOnly ?? false }),
    ...(begins !== undefined && { begins }),
    ...(planned && { planned: { from: planned.from, ...wordsOf(planned) } }),
    lastChange: last?.number ?? 0,
  };
}

function wordsOf(category: Omit<CategorySetting, "setting" | "code">) {
  const { name, easy = "", english = "", isOffered, isDeskOnly } = category;
  return { name, easy, english, isOffered, isDeskOnly };
}

function isOf(change: SettingChange, code: string): boolean {
  return change.setting === "category" && change.code === code;
}

function historyOf(
  own: readonly Category[],
  changes: readonly SettingChange[],
  today: JapaneseDate,
): ShownSettingChange[] {
  return changes
    .flatMap((change) =>
      change.setting === "category"
        ? [shownChange(change, categorySettingInWords(own, changes, change), today)]
        : [],
    )
    .toReversed();
}
