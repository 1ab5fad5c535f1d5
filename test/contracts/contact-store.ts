import { expect, test } from "vitest";
import type { ContactState } from "../../domain/contact/contact.ts";
import type { ContactStore } from "../../usecases/ports/contacts.ts";
import { at } from "../support/contacts.ts";

/** What every contact store promises. Each test uses a programme of its own, so stores may be shared. */
export function contactStoreContract(store: () => ContactStore, newProgramme: () => string): void {
  const state = (programme: string, contactId: string, initiated = "2024-07-16T10:00"): ContactState => ({
    programme,
    contactId,
    initiatedAt: at(initiated),
    events: { enqueuedAt: at(initiated) + 1_000 },
  });

  test("a contact that was saved is found as it was, and no other", async () => {
    const programme = newProgramme();
    const saved: ContactState = {
      ...state(programme, "c-1"),
      record: { lastUpdatedAt: 5, facts: { staffCode: "OP01", callbackRequested: true, holdSeconds: 0 } },
    };
    expect(await store().save(saved, undefined)).toBe(true);
    expect(await store().find(saved)).toEqual(saved);
    expect(await store().find({ ...saved, contactId: "c-2" })).toBeUndefined();
    expect(await store().find({ ...saved, programme: newProgramme() })).toBeUndefined();
  });

  test("a state is saved only on top of the one that was read", async () => {
    const programme = newProgramme();
    const first = state(programme, "c-1");
    await store().save(first, undefined);
    expect(await store().save({ ...first, events: {} }, undefined)).toBe(false);
    const read = await store().find(first);
    expect(await store().save({ ...first, events: { holdSeconds: 1 } }, read)).toBe(true);
    expect(await store().save({ ...first, events: { holdSeconds: 2 } }, read)).toBe(false);
    expect((await store().find(first))?.events).toEqual({ holdSeconds: 1 });
  });

  test("of twenty who save at once exactly one does", async () => {
    const programme = newProgramme();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        store().save({ ...state(programme, "c-1"), events: { holdSeconds: index } }, undefined),
      ),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  test("a day's contacts are those that began on it in Japan, in order of contact id", async () => {
    const programme = newProgramme();
    const days = {
      b: "2024-07-16T00:00",
      a: "2024-07-16T23:59:59",
      before: "2024-07-15T23:59:59",
      after: "2024-07-17T00:00",
    };
    for (const [contactId, initiated] of Object.entries(days))
      await store().save(state(programme, contactId, initiated), undefined);
    await store().save(state(newProgramme(), "c"), undefined);
    const found = await store().ofDay(programme, "2024-07-16");
    expect(found.map(({ contactId }) => contactId)).toEqual(["a", "b"]);
    expect(found[1]).toEqual(state(programme, "b", days.b));
  });

  test("a contact read as one of its day can be saved on top of", async () => {
    const programme = newProgramme();
    await store().save(state(programme, "c-1"), undefined);
    const [read] = await store().ofDay(programme, "2024-07-16");
    expect(read && (await store().save({ ...read, events: {} }, read))).toBe(true);
  });

  test("a day with more than one page of contacts is read whole", async () => {
    const programme = newProgramme();
    const large = "x".repeat(30_000);
    const ids = Array.from({ length: 60 }, (_, index) => `c-${String(index).padStart(3, "0")}`);
    for (const contactId of ids)
      await store().save({ ...state(programme, contactId), events: { disconnectReason: large } }, undefined);
    expect((await store().ofDay(programme, "2024-07-16")).map(({ contactId }) => contactId)).toEqual(ids);
  });
}
