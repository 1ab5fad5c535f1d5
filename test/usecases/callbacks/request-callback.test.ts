import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CallbackRequest, requestCallback } from "../../../usecases/callbacks/request-callback.ts";
import type { IdentifiedContact } from "../../../usecases/calls/hide-identity.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";
import { at } from "../../support/contacts.ts";
import { aDesk, taking } from "../../support/desk.ts";
import { openCallbacks } from "../../support/open-callbacks.ts";

type Desk = ReturnType<typeof aDesk>;

const number = "+819012345678";
const request = (contactId = "c-1", other: Partial<CallbackRequest> = {}): CallbackRequest => ({
  contactId,
  callerNumber: number,
  number,
  ...other,
});
const casesOf = (desk: Desk, date = "2024-07-16") => desk.cases.ofDay(desk.programme.id, date);
const openOf = (desk: Desk) => openCallbacks(desk.callbacks, desk.programme.id);

/** A call that an operator answered, as its record says later. */
const answeredRecord = (contactId: string, initiatedAt: number, answeredAt: number): IdentifiedContact => ({
  contactId,
  initiatedAt,
  source: { kind: "record", lastUpdatedAt: answeredAt + 400_000 },
  facts: {
    channel: "VOICE",
    initiationMethod: "INBOUND",
    connectedToAgentAt: answeredAt,
    callbackRequested: true,
  },
  telephoneNumber: number,
});

describe("a call back", () => {
  // Two hours of opening time, Monday to Friday 9:00 to 17:00: programme.callback.withinBusinessMinutes is 120.
  test.each([
    ["2024-07-16T10:00", "2024-07-16T12:00", "本日、正午"],
    // 15 minutes are left on Friday, Monday is 海の日: 1 h 45 min on Tuesday.
    ["2024-07-12T16:45", "2024-07-16T10:45", "7月16日、火曜日、午前10時45分"],
    ["2024-07-16T17:02", "2024-07-17T11:00", "明日、7月17日、水曜日、午前11時"],
    // Nine days are closed: 28 December to 5 January.
    ["2024-12-27T16:00", "2025-01-06T10:00", "1月6日、月曜日、午前10時"],
  ])("that is asked for at %s is due at %s, and the caller is told so", async (now, due, spoken) => {
    const desk = aDesk(now);
    expect(desk.programme.callback.withinBusinessMinutes).toBe(120);
    const reply = await requestCallback(desk)(request());
    expect(reply).toMatchObject({ status: "kept", sentence: expect.stringContaining(spoken) });
    expect(await openOf(desk)).toMatchObject([{ number, contactId: "c-1", dueAt: at(due) }]);
  });

  test("has a case that awaits it and is due with it, found again by the caller's own number", async () => {
    const desk = aDesk();
    await requestCallback(desk)(request("c-1", { number: "+81488301111" }));
    const [opened] = await casesOf(desk);
    const personKey = await desk.personKeys.keyOf(desk.programme.id, number);
    expect(opened).toMatchObject({
      origin: { kind: "call", contactId: "c-1" },
      status: "awaiting-callback",
      dueAt: at("2024-07-16T12:00"),
      personKey,
    });
    expect(opened?.history.map(({ what }) => what)).toEqual(["opened", "callback-requested"]);
    const due = await desk.cases.due(desk.programme.id, at("2024-07-16T12:00"));
    expect(due).toEqual([{ receiptNumber: opened?.receiptNumber, dueAt: at("2024-07-16T12:00") }]);
  });

  test("asked for with the number withheld is kept for the number that was typed", async () => {
    const desk = aDesk();
    await requestCallback(desk)(request("c-1", { callerNumber: undefined }));
    const personKey = await desk.personKeys.keyOf(desk.programme.id, number);
    expect(await openOf(desk)).toMatchObject([{ personKey }]);
    expect(await casesOf(desk)).toMatchObject([{ personKey }]);
  });

  test("is one a person: who calls again is told that it is kept, and nothing is added", async () => {
    const desk = aDesk();
    await requestCallback(desk)(request("c-1"));
    desk.now = at("2024-07-16T10:30");
    const reply = await requestCallback(desk)(request("c-2"));
    expect(reply).toEqual({ status: "already", sentence: desk.programme.phrases.callbackAlreadyKept });
    expect(await openOf(desk)).toMatchObject([{ contactId: "c-1", dueAt: at("2024-07-16T12:00") }]);
    expect(await casesOf(desk)).toHaveLength(1);
  });

  test("keeps the number in its own item and nowhere else", async () => {
    const desk = aDesk();
    const personKeys = { keyOf: async () => "a keyed hash" };
    const reply = await requestCallback({ ...desk, personKeys })(request());
    expect(JSON.stringify([reply, await casesOf(desk), desk.warnings])).not.toContain("9012345678");
    expect(JSON.stringify(await openOf(desk))).toContain(number);
  });

  test("is due by the settings, with a warning, where the entered days cannot be read", async () => {
    const desk = aDesk();
    const specialDays = { ...desk.specialDays, all: async () => Promise.reject(new Unavailable("no table")) };
    expect((await requestCallback({ ...desk, specialDays })(request())).status).toBe("kept");
    expect(desk.warnings).toHaveLength(1);
  });
});

describe("asked for at once or again", () => {
  test("by fifty calls of one person it is one call back and one case", async () => {
    const desk = aDesk();
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) => requestCallback(desk)(request(`c-${index}`))),
    );
    expect(replies.filter(({ status }) => status === "kept")).toHaveLength(1);
    expect(await openOf(desk)).toHaveLength(1);
    expect(await casesOf(desk)).toHaveLength(1);
  });

  test("by fifty repetitions of one call each is told the same promise", async () => {
    const desk = aDesk();
    const replies = await Promise.all(Array.from({ length: 50 }, () => requestCallback(desk)(request())));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]?.status).toBe("kept");
    expect(await openOf(desk)).toHaveLength(1);
    expect((await casesOf(desk)).map(({ version }) => version)).toEqual([1]);
  });

  test("by any people in any order, repeated, each has one call back and one case", async () => {
    const asked = fc.record({ person: fc.integer({ min: 0, max: 3 }), call: fc.integer({ min: 0, max: 2 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 20 }), async (requests) => {
        const desk = aDesk();
        await Promise.all(
          requests.map(({ person, call }) => {
            const theirs = `+8190123456${person}0`;
            return requestCallback(desk)(
              request(`${person}-${call}`, { number: theirs, callerNumber: theirs }),
            );
          }),
        );
        const people = new Set(requests.map(({ person }) => person));
        const open = await openOf(desk);
        expect(open).toHaveLength(people.size);
        const cases = await casesOf(desk);
        const origins = cases.map(({ origin }) => (origin.kind === "call" ? origin.contactId : "none"));
        expect(origins.sort()).toEqual(open.map(({ contactId }) => contactId).sort());
      }),
      { numRuns: 100 },
    );
  });

  test("by the same call after it was made and closed it is not opened again", async () => {
    const desk = aDesk();
    const first = await requestCallback(desk)(request());
    for (const callback of await openOf(desk)) await desk.callbacks.close(callback);
    const [opened] = await casesOf(desk);
    await desk.cases.update({ ...opened!, status: "closed", version: 2 });
    expect(await requestCallback(desk)(request())).toEqual(first);
    expect(await openOf(desk)).toEqual([]);
    expect(await casesOf(desk)).toMatchObject([{ status: "closed" }]);
  });

  test("after the first attempt failed half way, it has its case, whoever asks next", async () => {
    for (const next of ["c-1", "c-2"]) {
      const desk = aDesk();
      const cases = { ...desk.cases, open: async () => Promise.reject(new Unavailable("away")) };
      await expect(requestCallback({ ...desk, cases })(request("c-1"))).rejects.toBeInstanceOf(Unavailable);
      expect(await casesOf(desk)).toEqual([]);
      await requestCallback(desk)(request(next));
      expect(await casesOf(desk)).toMatchObject([{ origin: { contactId: "c-1" } }]);
    }
  });
});

describe("a call that asked to be called back and was answered after all has one case", () => {
  const arrivedAt = at("2024-07-16T09:58");
  const answeredAt = at("2024-07-16T10:01");

  test("in whatever order and however often both are told", async () => {
    const keep = (desk: Desk) => requestCallback(desk)(request());
    const record = (desk: Desk) => taking(desk)(answeredRecord("c-1", arrivedAt, answeredAt));
    const steps = fc.shuffledSubarray([keep, keep, record, record], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (order, atOnce) => {
        const desk = aDesk();
        if (atOnce) await Promise.all(order.map((step) => step(desk)));
        else for (const step of order) await step(desk);
        const status = order.includes(keep) ? "awaiting-callback" : "in-progress";
        expect(await casesOf(desk)).toMatchObject([{ status, origin: { contactId: "c-1" } }]);
      }),
      { numRuns: 50 },
    );
  });

  test("also where the call went on over midnight", async () => {
    const [evening, night] = [at("2024-07-16T23:58"), at("2024-07-17T00:10")];
    const keepThenRecord = aDesk("2024-07-17T00:03");
    await requestCallback(keepThenRecord)(request());
    await taking(keepThenRecord)(answeredRecord("c-1", evening, night));
    const recordThenKeep = aDesk("2024-07-17T00:03");
    await taking(recordThenKeep)(answeredRecord("c-1", evening, at("2024-07-16T23:59")));
    await requestCallback(recordThenKeep)(request());
    for (const desk of [keepThenRecord, recordThenKeep]) {
      const all = [...(await casesOf(desk, "2024-07-16")), ...(await casesOf(desk, "2024-07-17"))];
      expect(all).toMatchObject([{ status: "awaiting-callback" }]);
    }
  });
});
