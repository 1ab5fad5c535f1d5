import { expect, test } from "vitest";
import type { SpecialDayStore } from "../../usecases/ports/calendar.ts";

/** What every store of special days promises. */
export function specialDayStoreContract(store: () => SpecialDayStore, newProgramme: () => string): void {
  test("an entered day is there with everything that was said of it, for its programme alone", async () => {
    const programme = newProgramme();
    const opening = {
      kind: "opening",
      date: "2024-07-20",
      reason: "臨時受付",
      opensAtMinute: 600,
      closesAtMinute: 900,
    } as const;
    await store().enter(programme, opening);
    expect(await store().all(programme)).toEqual([opening]);
    expect(await store().all(newProgramme())).toEqual([]);
  });

  test("an entry for a date replaces the earlier one", async () => {
    const programme = newProgramme();
    await store().enter(programme, { kind: "closing", date: "2024-08-14", reason: "停電" });
    await store().enter(programme, { kind: "closing", date: "2024-08-14", reason: "庁舎の停電" });
    expect(await store().all(programme)).toEqual([
      { kind: "closing", date: "2024-08-14", reason: "庁舎の停電" },
    ]);
  });
}
