import { expect, test } from "vitest";
import type { HolidayListStore } from "../../usecases/ports/calendar.ts";
import { at } from "../support/contacts.ts";

/** What every store of the published list of holidays promises. */
export function holidayListStoreContract(store: () => HolidayListStore, newProgramme: () => string): void {
  test("the list that was kept last is there, byte for byte, for its programme alone", async () => {
    const programme = newProgramme();
    expect(await store().last(programme)).toBeUndefined();
    await store().keep(programme, { fetchedAt: at("2024-07-15T05:30"), bytes: Uint8Array.of(1) });
    // As long as the Cabinet Office's list, with bytes of every kind.
    const bytes = Uint8Array.from({ length: 21_538 }, (_, index) => index % 256);
    await store().keep(programme, { fetchedAt: at("2024-07-16T05:30"), bytes });
    const last = await store().last(programme);
    expect(last?.fetchedAt).toBe(at("2024-07-16T05:30"));
    expect(Buffer.from(last?.bytes ?? []).equals(bytes)).toBe(true);
    expect(await store().last(newProgramme())).toBeUndefined();
  });
}
