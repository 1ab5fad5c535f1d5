import { expect, test } from "vitest";
import type { AnnouncementStore } from "../../usecases/ports/callers.ts";
import { at } from "../support/contacts.ts";

/** What every store of announcements promises. */
export function announcementStoreContract(store: () => AnnouncementStore, newProgramme: () => string): void {
  const announcement = { text: "台風のため、つながりにくくなっています。𠮷", until: at("2024-07-16T17:00") };

  test("the announcement that was set last is there, for its programme alone", async () => {
    const programme = newProgramme();
    expect(await store().find(programme)).toBeUndefined();
    await store().set(programme, { ...announcement, text: "先の案内です。" });
    await store().set(programme, announcement);
    expect(await store().find(programme)).toEqual(announcement);
    expect(await store().find(newProgramme())).toBeUndefined();
  });

  test("one that was cleared is gone; clearing none changes nothing", async () => {
    const programme = newProgramme();
    await store().set(programme, announcement);
    await store().clear(programme);
    await store().clear(programme);
    expect(await store().find(programme)).toBeUndefined();
  });
}
