import type { Result } from "../../domain/result.ts";
import { changeKept } from "./change-kept.ts";
import type { VersionedEntryStore } from "../ports/entries.ts";

/** Changes an entry as `changeKept` does: where `next` allows it, on top of whatever others have made of it meanwhile. */
export function changeEntryIf<Entry extends { readonly version: number }>(
  entries: Pick<VersionedEntryStore<Entry>, "find" | "update">,
  programme: string,
  id: string,
) {
  const place = {
    name: `The entry ${id}`,
    update: (changed: Entry) => entries.update(programme, changed),
    find: () => entries.find(programme, id),
  };
  return (kept: Entry, next: (current: Entry) => Result<Entry>): Promise<Result<Entry>> =>
    changeKept(place, kept, next);
}
