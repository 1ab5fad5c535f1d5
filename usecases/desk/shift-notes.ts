import { dayNumberOf, instantOfDay, type JapaneseDate, parseDate } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { type Result, success } from "../../domain/result.ts";
import { checkedNote, type ShiftNote } from "../../domain/shift/shift.ts";
import { staffCodeNamed } from "../../domain/staff-code.ts";
import type { EntryStore, PageOfEntries, WantedPage } from "../ports/entries.ts";
import type { Clock } from "../ports/host.ts";

/** What shifts tell one another with. */
export interface ShiftNoteServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly shiftNotes: Pick<EntryStore<ShiftNote>, "add" | "page">;
}

/** Writes down what the next shift has to know. A note is not changed afterwards: what is new is another note. */
export function writeShiftNote({ programme, clock, shiftNotes }: ShiftNoteServices) {
  return async (note: { readonly text: string; readonly staff: string }): Promise<Result<ShiftNote>> => {
    const by = staffCodeNamed(note.staff);
    if (!by.ok) return by;
    const checked = checkedNote({ at: clock.now(), by: by.value, text: note.text });
    if (checked.ok) await shiftNotes.add(programme.id, checked.value);
    return checked;
  };
}

/** A page of the notes from a date until now, the latest first. */
export function shiftNotesSince({
  programme,
  shiftNotes,
}: Pick<ShiftNoteServices, "programme" | "shiftNotes">) {
  return async (
    from: JapaneseDate,
    page: Pick<WantedPage, "limit" | "after">,
  ): Promise<Result<PageOfEntries<ShiftNote>>> => {
    const date = parseDate(from);
    if (!date.ok) return date;
    return success(
      await shiftNotes.page(programme.id, { ...page, from: instantOfDay(dayNumberOf(date.value)) }),
    );
  };
}
