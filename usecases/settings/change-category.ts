import type { JapaneseDate } from "../../domain/japan-time.ts";
import type { Result } from "../../domain/result.ts";
import { everKnown, nextCategoryCode, problemOfCategory } from "../../domain/settings/categories.ts";
import type { CategorySetting, SettingChange } from "../../domain/settings/setting-change.ts";
import { keepSettingChange, type NotKept, type SettingServices } from "./setting-changes.ts";

/** A category as a supervisor enters it. */
export interface EnteredCategory {
  /** @default a category is added, under the next code */
  readonly code?: string;
  readonly name: string;
  readonly easy: string;
  readonly english: string;
  readonly isOffered: boolean;
  readonly isDeskOnly: boolean;
  readonly from: JapaneseDate;
  readonly reason: string;
  /** The number of the last change of this category that was before whoever enters it; 0 where there was none. */
  readonly seen: number;
  readonly staff: string;
}

/**
 * Adds a category, or changes one: its words, and whether it may be chosen; from a day on, and without a deployment. Of a
 * code it never makes another kind of inquiry: what was counted under it stays.
 */
export function changeCategory(services: SettingServices) {
  const keep = keepSettingChange(services);
  const { categories: own, id } = services.programme;

  function keepAs(code: string, entered: EnteredCategory) {
    const { from, reason, seen, staff } = entered;
    const value = settingOf(code, entered);
    return keep({ value, from, reason, seen, staff }, (changes) =>
      problemOfCategory(value, from, { own, changes }),
    );
  }

  /** Two who add one at once each get a code of their own. */
  async function add(entered: EnteredCategory): Promise<Result<SettingChange> | NotKept> {
    for (let tries = 0; ; tries++) {
      const code = nextCategoryCode(own, await services.settingChanges.all(id));
      const kept = await keepAs(code, { ...entered, seen: 0 });
      const isTaken = !kept.ok && "isConflict" in kept;
      if (!isTaken || tries >= mostTries) return kept;
    }
  }

  return async (entered: EnteredCategory): Promise<Result<SettingChange> | NotKept> => {
    const { code } = entered;
    if (code === undefined) return add(entered);
    const known = everKnown(own, await services.settingChanges.all(id), entered.from);
    if (known.some((one) => one.code === code)) return keepAs(code, entered);
    return { ok: false, field: "code", problem: `分類「${code}」はありません。一覧から選んでください。` };
  };
}

const mostTries = 5;

function settingOf(code: string, entered: EnteredCategory): CategorySetting {
  const { name, easy, english, isOffered, isDeskOnly } = entered;
  return {
    setting: "category",
    code,
    name: name.trim(),
    isOffered,
    isDeskOnly,
    ...(easy.trim() !== "" && { easy: easy.trim() }),
    ...(english.trim() !== "" && { english: english.trim() }),
  };
}
