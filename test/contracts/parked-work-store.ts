import { expect, test } from "vitest";
import type { ParkedWork, ParkedWorkStore } from "../../usecases/ports/parked-work.ts";

/** What every store of parked work promises. */
export function parkedWorkStoreContract(store: () => ParkedWorkStore, newProgramme: () => string): void {
  const work: ParkedWork = {
    source: "contact-record",
    reason: "not JSON",
    payload: "{",
    parkedAt: 1_721_091_600_000,
  };

  test("parked work is there with its reason and its payload, once for each payload", async () => {
    const programme = newProgramme();
    await store().park(programme, work);
    await store().park(programme, { ...work, parkedAt: work.parkedAt + 1 });
    await store().park(programme, { ...work, payload: "[" });
    const kept = await store().all(programme);
    expect(kept.map(({ payload }) => payload).sort()).toEqual(["[", "{"]);
    expect(kept.map(({ reason }) => reason)).toEqual(["not JSON", "not JSON"]);
    expect(await store().all(newProgramme())).toEqual([]);
  });
}
