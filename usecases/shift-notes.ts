import { dateAt, datesBetween, type JapaneseDate, parseDate } from "../domain/japan-time.ts";
import type { Programme } from "../domain/programme.ts";
import { type Result, success } from "../domain/result.ts";
import { checkedNote, type ShiftNote } from "../domain/shift/shift.ts";
import { staffCodeNamed } from "./case-by-number.ts";
import type { EntryStore } from "./ports/entries.ts";
import type { Clock } from "./ports/host.ts";

/** What shifts tell one another with. */
export interface ShiftNoteServices {
  readonly programme: Programme;
  readonly clock: Clock;
  readonly shiftNotes: Pick<EntryStore<ShiftNote>, "add" | "all">;
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

/** The notes from a date until now, the latest first. */
export function shiftNotesSince({ programme, clock, shiftNotes }: ShiftNoteServices) {
  return async (from: JapaneseDate): Promise<Result<ShiftNote[]>> => {
    const date = parseDate(from);
    if (!date.ok) return date;
    const notes: ShiftNote[] = [];
    for (const day of datesBetween(date.value, dateAt(clock.now())))
      notes.push(...(await shiftNotes.all(programme.id, `${day}#`)));
    return success(notes.reverse());
  };
}
