import { expect, test } from "vitest";
import type { Callback } from "../../domain/callback/callback.ts";
import type { CallbackStore } from "../../usecases/ports/callers.ts";
import { at } from "../support/contacts.ts";

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
    expect(await store().open(programme)).toEqual([first]);
  });

  test("of fifty who keep one person's call back at once exactly one does", async () => {
    const programme = newProgramme();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        store().keep(requested(programme, "person", { contactId: `call ${index}` })),
      ),
    );
    expect(answers.filter((holder) => holder === undefined)).toHaveLength(1);
    const [kept] = await store().open(programme);
    expect(answers.filter((holder) => holder?.contactId === kept?.contactId)).toHaveLength(49);
  });

  test("the open ones of a programme come with the most urgent first, of two the one that asked earlier", async () => {
    const programme = newProgramme();
    await store().keep(requested(programme, "a", { dueAt: at("2024-07-17T10:00") }));
    await store().keep(requested(programme, "b", { requestedAt: at("2024-07-16T10:05") }));
    await store().keep(requested(programme, "c"));
    await store().keep(requested(newProgramme(), "d"));
    const keys = (await store().open(programme)).map(({ personKey }) => personKey);
    expect(keys).toEqual(["c", "b", "a"]);
  });

  test("one that was closed is gone, and the person may ask again", async () => {
    const programme = newProgramme();
    const first = requested(programme, "person");
    await store().keep(first);
    await store().close(first);
    expect(await store().open(programme)).toEqual([]);
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
    expect(await store().open(programme)).toEqual([second]);
  });
}
