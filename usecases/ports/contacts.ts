import type { ContactKey, ContactState } from "../../domain/contact/contact.ts";
import type { JapaneseDate } from "../../domain/japan-time.ts";

export interface ContactStore {
  find(key: ContactKey): Promise<ContactState | undefined>;
  /**
   * Writes a state, provided that what is kept is still what `replaces` was read as (undefined: nothing was kept).
   * Answers false where somebody else wrote first; then read and merge again.
   */
  save(state: ContactState, replaces: ContactState | undefined): Promise<boolean>;
  /** The contacts that began on a date, in order of contact id. */
  ofDay(programme: string, date: JapaneseDate): Promise<ContactState[]>;
}
