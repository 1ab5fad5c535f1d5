import { expect, test } from "vitest";
import type { NaviDialCount } from "../../domain/report/navi-dial.ts";
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
    await store().enter(programme, august);
    await store().enter(programme, july);
    expect(await store().all(programme)).toEqual([july, august]);
    expect(await store().all(newProgramme())).toEqual([]);
  });

  test("figures that are entered again replace the earlier ones", async () => {
    const programme = newProgramme();
    await store().enter(programme, july);
    await store().enter(programme, { ...july, busy: 13, enteredBy: "SV02" });
    expect(await store().all(programme)).toEqual([{ ...july, busy: 13, enteredBy: "SV02" }]);
  });
}
