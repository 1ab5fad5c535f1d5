import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContactFacts } from "../../../domain/contact/contact.ts";
import { contactOf } from "../../../domain/contact/contact.ts";
import { callsOf } from "../../../domain/contact/call.ts";
import { figuresOf } from "../../../domain/report/figures/figures.ts";
import { requestCallback } from "../../../usecases/callbacks/request-callback.ts";
import type { IdentifiedContact } from "../../../usecases/calls/hide-identity.ts";
import { at } from "../../support/contacts.ts";
import { aDesk, taking } from "../../support/desk.ts";
import { openCallbacks } from "../../support/open-callbacks.ts";

const initiatedAt = at("2024-07-16T10:00");

const record = (
  contactId: string,
  facts: ContactFacts,
  other: Partial<IdentifiedContact> = {},
): IdentifiedContact => ({
  contactId,
  initiatedAt,
  source: { kind: "record", lastUpdatedAt: initiatedAt + 400_000 },
  facts: { channel: "VOICE", initiationMethod: "INBOUND", ...facts },
  ...other,
});
const event = (contactId: string, facts: ContactFacts): IdentifiedContact => ({
  contactId,
  initiatedAt,
  source: { kind: "event" },
  facts: { channel: "VOICE", initiationMethod: "INBOUND", ...facts },
});
const answered = { connectedToAgentAt: initiatedAt + 20_000, interactionSeconds: 300 };

const casesOf = async (desk: ReturnType<typeof aDesk>) => desk.cases.ofDay(desk.programme.id, "2024-07-16");

describe("a call that reaches an operator", () => {
  test("opens a case at once, when the event comes", async () => {
    const desk = aDesk();
    await taking(desk)(event("c-1", { connectedToAgentAt: initiatedAt + 20_000 }));
    expect(await casesOf(desk)).toMatchObject([
      { origin: { kind: "call", contactId: "c-1" }, receivedAt: initiatedAt, status: "in-progress" },
    ]);
  });

  test("opens it from the record where the event was lost, and one case only where both come", async () => {
    const desk = aDesk();
    const take = taking(desk);
    await take(record("c-1", answered));
    await take(event("c-1", { connectedToAgentAt: initiatedAt + 20_000 }));
    await take(record("c-1", answered));
    expect(await casesOf(desk)).toHaveLength(1);
  });

  test("looks for its case before it opens one: an opening that is refused costs a write", async () => {
    const desk = aDesk();
    const asked: string[] = [];
    const open: typeof desk.cases.open = (wanted) => {
      asked.push(wanted.receiptNumber);
      return desk.cases.open(wanted);
    };
    const take = taking({ ...desk, cases: { ...desk.cases, open } });
    await take(event("c-1", { connectedToAgentAt: initiatedAt + 20_000 }));
    await take(event("c-1", { disconnectedAt: initiatedAt + 320_000 }));
    await take(record("c-1", answered, { telephoneNumber: "+819012345678" }));
    expect(asked).toHaveLength(1);
    expect(await casesOf(desk)).toMatchObject([{ receiptNumber: asked[0], version: 2 }]);
  });

  test("names the person by a keyed hash, also where only the later record shows the number", async () => {
    const desk = aDesk();
    const take = taking(desk);
    await take(event("c-1", { connectedToAgentAt: initiatedAt + 20_000 }));
    await take(record("c-1", answered, { telephoneNumber: "+819012345678" }));
    const key = await desk.personKeys.keyOf(desk.programme.id, "+819012345678");
    const [opened] = await casesOf(desk);
    expect(opened).toMatchObject({ personKey: key, version: 2 });
    expect((await desk.cases.personPage(desk.programme.id, key, { limit: 5 })).cases).toEqual([opened]);
  });

  test("keeps the operator's code and not the user name", async () => {
    const desk = aDesk();
    const take = taking(desk);
    await take(record("c-1", answered, { operatorUserName: "op01" }));
    await take(record("c-2", answered, { operatorUserName: "hanako.saitama@example.jp" }));
    const codes = (await desk.contacts.ofDay(desk.programme.id, "2024-07-16")).map(
      (one) => contactOf(one).staffCode,
    );
    expect(codes[0]).toBe("OP01");
    expect(codes[1]).toMatch(/^S-[A-Z0-9]{1,6}$/);
    expect(JSON.stringify(await desk.contacts.ofDay(desk.programme.id, "2024-07-16"))).not.toContain(
      "hanako",
    );
  });
});

describe("a call that was answered only after it was moved to another queue", () => {
  const first = record("first", { enqueuedAt: initiatedAt, nextContactId: "second" });
  const second = record("second", {
    ...answered,
    initiationMethod: "QUEUE_TRANSFER",
    initialContactId: "first",
    previousContactId: "first",
  });

  test.each([
    ["its first record comes first", [first, second]],
    ["its first record comes last", [second, first]],
  ])("has one case, of the first contact, when %s", async (_order, records) => {
    const desk = aDesk();
    for (const reported of records) await taking(desk)(reported);
    expect((await casesOf(desk)).map((one) => one.origin)).toEqual([{ kind: "call", contactId: "first" }]);
  });
});

describe("a call of ours to somebody who waits for a call back", () => {
  const number = "+819012345678";
  const waiting = async (desk: ReturnType<typeof aDesk>) => {
    await taking(desk)(
      record("asked", { enqueuedAt: initiatedAt, callbackRequested: true }, { telephoneNumber: number }),
    );
    await requestCallback(desk)({ contactId: "asked", callerNumber: number, number });
  };
  const back = (facts: ContactFacts) =>
    record(
      "back",
      { initiationMethod: "OUTBOUND", ...facts },
      { telephoneNumber: number, initiatedAt: initiatedAt + 600_000 },
    );

  test("that reached the person closes the call back, and its case awaits nothing more", async () => {
    const desk = aDesk();
    await waiting(desk);
    await taking(desk)(back({ connectedToSystemAt: initiatedAt + 610_000 }));
    expect(await openCallbacks(desk.callbacks, desk.programme.id)).toEqual([]);
    const [called] = await casesOf(desk);
    expect(called).toMatchObject({ status: "in-progress", history: [{}, {}, { what: "called-back" }] });
    expect(called?.dueAt).toBeUndefined();
  });

  test("counts as the call back of the same day, whatever number the person called from", async () => {
    const desk = aDesk();
    await waiting(desk);
    const take = taking(desk);
    await take(back({ connectedToSystemAt: initiatedAt + 610_000 }));
    await take(back({ connectedToSystemAt: initiatedAt + 610_000 }));
    const contacts = (await desk.contacts.ofDay(desk.programme.id, "2024-07-16")).map(contactOf);
    expect(figuresOf(callsOf(contacts, { isOpen: () => true }, 5), 0)).toMatchObject({
      callbackRequested: 1,
      calledBackSameDay: 1,
      outboundConnected: 1,
    });
  });

  test("that nobody answered leaves it open", async () => {
    const desk = aDesk();
    await waiting(desk);
    await taking(desk)(back({}));
    expect(await openCallbacks(desk.callbacks, desk.programme.id)).toHaveLength(1);
    expect(await casesOf(desk)).toMatchObject([{ status: "awaiting-callback" }]);
  });
});

test.each([
  ["was given up", record("c-1", { enqueuedAt: initiatedAt })],
  ["we made", record("c-1", { ...answered, initiationMethod: "OUTBOUND" })],
  ["is a task", record("c-1", { ...answered, channel: "TASK" })],
])("a contact that %s opens no case", async (_what, reported) => {
  const desk = aDesk();
  await taking(desk)(reported);
  expect(await casesOf(desk)).toEqual([]);
  expect(await desk.contacts.ofDay(desk.programme.id, "2024-07-16")).toHaveLength(1);
});

test("facts in any order, repeated and at once, leave the same contacts and cases", async () => {
  const facts = [
    event("c-1", { enqueuedAt: initiatedAt + 5_000 }),
    event("c-1", { connectedToAgentAt: initiatedAt + 20_000 }),
    record("c-1", answered, { telephoneNumber: "+819012345678", operatorUserName: "op01" }),
    record("c-2", { enqueuedAt: initiatedAt }),
    record(
      "c-2",
      { enqueuedAt: initiatedAt, disconnectReason: "OTHER" },
      {
        source: { kind: "record", lastUpdatedAt: initiatedAt + 900_000 },
      },
    ),
  ];
  const outcome = async (order: readonly IdentifiedContact[]) => {
    const desk = aDesk();
    await Promise.all(order.map(taking(desk)));
    const contacts = (await desk.contacts.ofDay(desk.programme.id, "2024-07-16")).map(contactOf);
    return { contacts, cases: (await casesOf(desk)).map(({ version: _version, ...one }) => one) };
  };
  const expected = await outcome(facts);
  expect(expected.contacts).toHaveLength(2);
  expect(expected.cases).toHaveLength(1);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
      async (order) => {
        expect(await outcome(order)).toEqual(expected);
      },
    ),
    { numRuns: 50 },
  );
});
