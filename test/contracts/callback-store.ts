import { expect, test } from "vitest";
import type { Callback } from "../../domain/callback/callback.ts";
import type { CallbackPlace, CallbackStore } from "../../usecases/ports/callers.ts";
import { at } from "../support/contacts.ts";
import { openCallbacks } from "../support/open-callbacks.ts";

/** What every store of call backs promises. */
export function callbackStoreContract(store: () => CallbackStore, newProgramme: () => string): void {
  const requested = (programme: string, personKey: string, other: Partial<Callback> = {}): Callback => ({
    programme,
    personKey,
    contactId: `call of ${personKey}`,
    number: "+819012345678",
    requestedAt: at("2024-07-16T10:00"),
    dueAt: at("2024-07-16T12:00"),
    ...other,
  });

  test("a person's second call back is not kept: the answer is the first, as it was", async () => {
    const programme = newProgramme();
    const first = requested(programme, "person");
    expect(await store().keep(first)).toBeUndefined();
    expect(await store().keep({ ...first, contactId: "later", number: "+81482345678" })).toEqual(first);
    expect(await openCallbacks(store(), programme)).toEqual([first]);
  });

  test("of fifty who keep one person's call back at once exactly one does", async () => {
    const programme = newProgramme();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        store().keep(requested(programme, "person", { contactId: `call ${index}` })),
      ),
    );
    expect(answers.filter((holder) => holder === undefined)).toHaveLength(1);
    const [kept] = await openCallbacks(store(), programme);
    expect(answers.filter((holder) => holder?.contactId === kept?.contactId)).toHaveLength(49);
  });

  test("the open ones of a programme come with the most urgent first", async () => {
    const programme = newProgramme();
    await store().keep(requested(programme, "a", { dueAt: at("2024-07-17T10:00") }));
    await store().keep(requested(programme, "b", { dueAt: at("2024-07-16T12:05") }));
    await store().keep(requested(programme, "c"));
    await store().keep(requested(newProgramme(), "d"));
    const keys = (await openCallbacks(store(), programme)).map(({ personKey }) => personKey);
    expect(keys).toEqual(["c", "b", "a"]);
  });

  test("they come in pages, each once, also where many are due at once; when they are due is told without reading them", async () => {
    const programme = newProgramme();
    const [early, late] = [at("2024-07-16T11:00"), at("2024-07-16T12:00")];
    for (let index = 0; index < 7; index++)
      await store().keep(requested(programme, `person ${index}`, { dueAt: index < 5 ? late : early }));
    const pages: string[][] = [];
    let after: CallbackPlace | undefined;
    do {
      const page = await store().page(programme, { limit: 3, ...(after && { after }) });
      pages.push(page.callbacks.map(({ personKey }) => personKey));
      after = page.next;
    } while (after);
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
    expect(pages.flat().slice(0, 2).sort()).toEqual(["person 5", "person 6"]);
    expect(new Set(pages.flat()).size).toBe(7);
    expect(await store().dueTimes(programme, 3)).toEqual([early, early, late]);
  });

  test("a person's is found by their key, and nobody else's", async () => {
    const programme = newProgramme();
    const kept = requested(programme, "person");
    await store().keep(kept);
    expect(await store().find(programme, "person")).toEqual(kept);
    expect(await store().find(programme, "another")).toBeUndefined();
    expect(await store().find(newProgramme(), "person")).toBeUndefined();
  });

  test("one that was closed is gone, and the person may ask again", async () => {
    const programme = newProgramme();
    const first = requested(programme, "person");
    await store().keep(first);
    await store().close(first);
    expect(await openCallbacks(store(), programme)).toEqual([]);
    expect(await store().keep({ ...first, contactId: "later" })).toBeUndefined();
  });

  test("closing one twice leaves the one that followed it", async () => {
    const programme = newProgramme();
    const first = requested(programme, "person");
    const second = { ...first, contactId: "later" };
    await store().keep(first);
    await store().close(first);
    await store().keep(second);
    await store().close(first);
    expect(await openCallbacks(store(), programme)).toEqual([second]);
  });
}
