import type { Result } from "../domain/result.ts";
import { success } from "../domain/result.ts";
import type { VersionedEntryStore } from "./ports/entries.ts";
import { Unavailable } from "./ports/host.ts";

/** How often an entry that others write at the same moment is read and changed again. */
const attempts = 20;

/**
 * Changes an entry on top of whatever others have made of it meanwhile, where `next` allows it: the answer is the entry as it
 * is then, or the sentence for which it was left as it was. A `next` that answers the entry itself leaves it. Throws
 * `Unavailable` where others keep writing first.
 */
export function changeEntryIf<Entry extends { readonly version: number }>(
  entries: Pick<VersionedEntryStore<Entry>, "find" | "update">,
  programme: string,
  id: string,
) {
  return async (kept: Entry, next: (current: Entry) => Result<Entry>): Promise<Result<Entry>> => {
    let current: Entry | undefined = kept;
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (!current) throw new Error(`The entry ${id} is gone.`);
      const changed = next(current);
      if (!changed.ok || changed.value === current) return changed;
      if (await entries.update(programme, changed.value)) return success(changed.value);
      current = await entries.find(programme, id);
    }
    throw new Unavailable(`The entry ${id} was written by others ${attempts} times in a row.`);
  };
}
