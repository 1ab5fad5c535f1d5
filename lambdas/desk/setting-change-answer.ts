import type { ShownSettingChange } from "../../contract/categories.ts";
import type { JapaneseDate } from "../../domain/japan-time.ts";
import type { SettingChange } from "../../domain/settings/setting-change.ts";
import type { NotKept } from "../../usecases/settings/setting-changes.ts";
import type { Refused } from "./route-handler.ts";

/** Why a change of a setting was not kept, as the API answers it. */
export function refusedChange({ problem, field, isConflict }: NotKept): Refused {
  return {
    refused: isConflict ? "conflict" : "wrong",
    problem,
    ...(field !== undefined && { field }),
  };
}

/** A change as screens show it. */
export function shownChange(change: SettingChange, what: string, today: JapaneseDate): ShownSettingChange {
  const { number, from, reason, by, at } = change;
  return { number, from, isAhead: from > today, what, reason, by, at };
}
