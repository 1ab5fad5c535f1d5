import { expect, test } from "vitest";
import type { EntryKind } from "../../domain/entry-kind.ts";
import type { Instant } from "../../domain/japan-time.ts";
import type { ListPlace, VersionedEntryStore, WantedPage } from "../../usecases/ports/entries.ts";
import { at } from "../support/contacts.ts";

/** An entry that exists only in tests; of its two kinds, one begins like the other. */
export interface TestEntry {
  readonly group: string;
  readonly number: number;
  readonly text: string;
  /** Where it stands in its list; absent where it stands in none. */
  readonly at?: Instant;
  readonly version: number;
}

export const testEntries: EntryKind<TestEntry> = {
  kind: "test-entry",
  idOf: ({ group, number }) => `${group}#${number}`,
  expiresAt: () => at("2099-01-01T00:00"),
  listedAt: ({ at: listedAt }) => listedAt,
};

export const otherEntries: EntryKind<TestEntry> = { ...testEntries, kind: "test-entry-other" };

/** What every store of entries promises. */
export function entryStoreContract(
  store: () => VersionedEntryStore<TestEntry>,
  other: () => VersionedEntryStore<TestEntry>,
  newProgramme: () => string,
): void {
  const entry: TestEntry = { group: "a", number: 1, text: "𠮷野", version: 1 };

  test("an entry is there as it was kept, for its programme and kind alone", async () => {
    const programme = newProgramme();
    expect(await store().add(programme, entry)).toBeUndefined();
    expect(await store().find(programme, "a#1")).toEqual(entry);
    expect(await store().all(programme)).toEqual([entry]);
    expect(await store().find(newProgramme(), "a#1")).toBeUndefined();
    expect(await store().find(programme, "a#2")).toBeUndefined();
    expect(await other().find(programme, "a#1")).toBeUndefined();
    expect(await other().all(programme)).toEqual([]);
  });

  test("an id is given once: the second is shown who has it", async () => {
    const programme = newProgramme();
    await store().add(programme, entry);
    expect(await store().add(programme, { ...entry, text: "later" })).toEqual(entry);
    expect(await store().all(programme)).toEqual([entry]);
  });

  test("of fifty who add one id at once exactly one does", async () => {
    const programme = newProgramme();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => store().add(programme, { ...entry, text: `text ${index}` })),
    );
    expect(answers.filter((holder) => holder === undefined)).toHaveLength(1);
  });

  test("entries come in order of id, those that begin alike by themselves", async () => {
    const programme = newProgramme();
    const places = [
      ["b", 1],
      ["a", 3],
      ["ab", 1],
      ["a", 2],
    ] as const;
    for (const [group, number] of places) await store().add(programme, { ...entry, group, number });
    await other().add(programme, { ...entry, group: "a", number: 9 });
    const numbers = (await store().all(programme, "a#")).map(({ number }) => number);
    expect(numbers).toEqual([2, 3]);
    expect((await store().all(programme)).map(({ group, number }) => `${group}#${number}`)).toEqual([
      "a#2",
      "a#3",
      "ab#1",
      "b#1",
    ]);
  });

  test("an entry that is put takes the place of the one before; one that was removed is gone", async () => {
    const programme = newProgramme();
    await store().put(programme, entry);
    await store().put(programme, { ...entry, text: "later" });
    expect(await store().all(programme)).toEqual([{ ...entry, text: "later" }]);
    await store().remove(programme, "a#1");
    await store().remove(programme, "a#1");
    expect(await store().all(programme)).toEqual([]);
  });

  test("an entry is replaced by its next version, and by no other", async () => {
    const programme = newProgramme();
    expect(await store().update(programme, { ...entry, version: 2 })).toBe(false);
    await store().add(programme, entry);
    expect(await store().update(programme, { ...entry, text: "second", version: 2 })).toBe(true);
    expect(await store().update(programme, { ...entry, text: "late", version: 2 })).toBe(false);
    expect(await store().find(programme, "a#1")).toEqual({ ...entry, text: "second", version: 2 });
  });

  const pagesOf = async (programme: string, wanted: Omit<WantedPage, "after">) => {
    const pages: number[][] = [];
    let after: ListPlace | undefined;
    do {
      const page = await store().page(programme, { ...wanted, ...(after && { after }) });
      pages.push(page.entries.map(({ number }) => number));
      after = page.next;
    } while (after);
    return pages;
  };

  test("those that stand in a list come in pages, the latest first or the earliest, from an instant on", async () => {
    const programme = newProgramme();
    for (const [number, listedAt] of [
      [1, 30],
      [2, 10],
      [3, 40],
      [4, 20],
      [5, 50],
    ] as const)
      await store().add(programme, { ...entry, number, at: listedAt });
    await store().add(programme, { ...entry, number: 6 });
    await other().add(programme, { ...entry, number: 7, at: 35 });
    await store().add(newProgramme(), { ...entry, number: 8, at: 35 });
    expect(await pagesOf(programme, { limit: 2 })).toEqual([[5, 3], [1, 4], [2]]);
    expect(await pagesOf(programme, { limit: 3, first: "earliest" })).toEqual([
      [2, 4, 1],
      [3, 5],
    ]);
    expect(await pagesOf(programme, { limit: 9, from: 30 })).toEqual([[5, 3, 1]]);
    expect(await pagesOf(programme, { limit: 2, from: 20, first: "earliest" })).toEqual([
      [4, 1],
      [3, 5],
    ]);
    expect((await store().page(programme, { limit: 9 })).entries[0]).toEqual({
      ...entry,
      number: 5,
      at: 50,
    });
  });

  test("each stands in its list once, also where many are listed at one instant, and goes with its entry", async () => {
    const programme = newProgramme();
    for (let number = 0; number < 7; number++) await store().add(programme, { ...entry, number, at: 10 });
    const pages = await pagesOf(programme, { limit: 3 });
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
    expect(new Set(pages.flat()).size).toBe(7);
    await store().remove(programme, "a#3");
    const { at: _none, ...unlisted } = { ...entry, number: 4, at: 10 };
    await store().put(programme, unlisted);
    expect(new Set((await pagesOf(programme, { limit: 9 })).flat())).toEqual(new Set([0, 1, 2, 5, 6]));
  });
}
