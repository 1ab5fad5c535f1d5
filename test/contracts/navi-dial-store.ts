import { expect, test } from "vitest";
import type { NaviDialCount } from "../../domain/report/entered/navi-dial.ts";
import type { NaviDialStore } from "../../usecases/ports/reports.ts";
import { at } from "../support/contacts.ts";

/** What every store of Navi-Dial's own figures promises. */
export function naviDialStoreContract(store: () => NaviDialStore, newProgramme: () => string): void {
  const july: NaviDialCount = {
    month: "2024-07",
    busy: 12,
    closed: 0,
    enteredAt: at("2024-08-01T10:00"),
    enteredBy: "SV01",
  };

  test("a month's figures are there as they were entered, in order of month, for their programme alone", async () => {
    const programme = newProgramme();
    const august = { ...july, month: "2024-08" };
    expect(await store().keep(programme, august)).toBe(true);
    expect(await store().keep(programme, july)).toBe(true);
    expect(await store().all(programme)).toEqual([july, august]);
    expect(await store().all(newProgramme())).toEqual([]);
  });

  test("figures that are entered again replace the earlier ones, which stay in their history", async () => {
    const programme = newProgramme();
    const { month: _month, ...first } = july;
    const corrected = { ...july, busy: 13, enteredBy: "SV02", earlier: [first] };
    await store().keep(programme, july);
    expect(await store().keep(programme, corrected)).toBe(true);
    expect(await store().all(programme)).toEqual([corrected]);
  });

  test("of two who enter a month at once the second is refused", async () => {
    const programme = newProgramme();
    const { month: _month, ...first } = july;
    const corrected = { ...july, busy: 13, earlier: [first] };
    expect(await store().keep(programme, july)).toBe(true);
    expect(await store().keep(programme, { ...july, busy: 14 })).toBe(false);
    expect(await store().keep(programme, corrected)).toBe(true);
    expect(await store().keep(programme, { ...corrected, busy: 15 })).toBe(false);
    expect(await store().all(programme)).toEqual([corrected]);
  });
}
