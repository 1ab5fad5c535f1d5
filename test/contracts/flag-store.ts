import { expect, test } from "vitest";
import { endedFlag, type Flag, keptFlag, putFlag } from "../../domain/incident/flag.ts";
import type { FlagStore } from "../../usecases/ports/callers.ts";
import { at } from "../support/contacts.ts";

/** What every store of flags promises. */
export function flagStoreContract(store: () => FlagStore, newProgramme: () => string): void {
  const flag: Flag = { personKey: "person", until: at("2024-08-01T00:00"), reason: "harassment" };

  test("a person's flag is there as it was added last, for that person and programme alone", async () => {
    const programme = newProgramme();
    await store().add(programme, { ...flag, reason: "long-complaint" });
    await store().add(programme, flag);
    expect(await store().find(programme, "person")).toEqual(flag);
    expect(await store().find(programme, "another")).toBeUndefined();
    expect(await store().find(newProgramme(), "person")).toBeUndefined();
  });

  test("a flag that was removed is gone; removing none changes nothing", async () => {
    const programme = newProgramme();
    await store().add(programme, flag);
    await store().add(programme, { ...flag, personKey: "another" });
    await store().remove(programme, "person");
    await store().remove(programme, "person");
    expect(await store().find(programme, "person")).toBeUndefined();
    expect(await store().find(programme, "another")).toBeDefined();
  });

  test("all of a programme's flags are there, with the date of their review where they have one", async () => {
    const programme = newProgramme();
    const reviewed = { ...flag, personKey: "another", reviewAt: at("2024-07-25T00:00") };
    for (const one of [flag, reviewed]) await store().add(programme, one);
    await store().add(newProgramme(), flag);
    expect(await store().all(programme)).toEqual([reviewed, flag]);
    expect(await store().find(programme, "another")).toEqual(reviewed);
  });

  test("of two who decide of a flag at once the second is refused, and what the first decided stays", async () => {
    const programme = newProgramme();
    const decided = { at: at("2024-07-16T10:00"), by: "SV01", note: "続ける。" };
    const put = putFlag(undefined, flag, decided);
    await store().add(programme, put);
    const kept = keptFlag(put, { until: at("2024-09-01T00:00"), reviewAt: at("2024-08-20T00:00") }, decided);
    expect(await store().update(programme, kept)).toBe(true);
    expect(await store().update(programme, endedFlag(put, { ...decided, by: "SV02" }))).toBe(false);
    expect(await store().find(programme, "person")).toEqual(kept);
    expect(await store().update(programme, { ...kept, personKey: "nobody" })).toBe(false);
  });
}
