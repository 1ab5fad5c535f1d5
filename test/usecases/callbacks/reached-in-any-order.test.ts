import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../adapters/system/sha256.ts";
import { attemptsOf } from "../../../domain/callback/attempt.ts";
import { callsOf } from "../../../domain/contact/call.ts";
import { type ContactFacts, contactOf } from "../../../domain/contact/contact.ts";
import { figuresOf } from "../../../domain/report/figures/figures.ts";
import {
  attemptCallback,
  closeCallbackByHand,
  promiseCallback,
} from "../../../usecases/callbacks/attempt-callback.ts";
import { requestCallback } from "../../../usecases/callbacks/request-callback.ts";
import type { IdentifiedContact } from "../../../usecases/calls/hide-identity.ts";
import { at } from "../../support/contacts.ts";
import { taking } from "../../support/desk.ts";
import { aCaseOn, aDeskAtWork, caseOn, problemIn, valueOf } from "../../support/desk-work.ts";
import { openCallbacks } from "../../support/open-callbacks.ts";

const number = "+819012345678";
const minute = 60_000;
const asked = at("2024-07-16T10:00");
/** Our call is made at 11:00 and its person answers ten seconds later. */
const made = at("2024-07-16T11:00");
const answeredAt = made + 10_000;

const contact = (
  contactId: string,
  initiatedAt: number,
  facts: ContactFacts,
  other: Partial<IdentifiedContact> = {},
): IdentifiedContact => ({
  contactId,
  initiatedAt,
  source: { kind: "record", lastUpdatedAt: initiatedAt + 5 * minute },
  facts: { channel: "VOICE", ...facts },
  ...other,
});

const outbound = (connectedToSystemAt: number): ContactFacts => ({
  initiationMethod: "OUTBOUND",
  connectedToSystemAt,
});

const ourRecord = contact("back", made, outbound(answeredAt), { telephoneNumber: number });
const ourLaterRecord = {
  ...ourRecord,
  source: { kind: "record", lastUpdatedAt: made + 9 * minute } as const,
};
const ourEvent = contact("back", made, outbound(answeredAt), { source: { kind: "event" } });
const toSomebodyElse = contact("other", made, outbound(answeredAt), { telephoneNumber: "+819087654321" });
const beforeThePromise = contact("before", asked - 30 * minute, outbound(asked - 29 * minute), {
  telephoneNumber: number,
});

/** A desk to which somebody came at 10:00 who would rather be called back, with the case that awaits it. */
async function aDeskThatPromised() {
  const desk = Object.assign(aDeskAtWork(), {
    personKeys: { keyOf: async (_of: string, text: string) => sha256(Buffer.from(text)) },
  });
  await taking(desk)(
    contact(
      "asked",
      asked,
      { initiationMethod: "INBOUND", enqueuedAt: asked, callbackRequested: true },
      { telephoneNumber: number },
    ),
  );
  await requestCallback(desk)({ contactId: "asked", callerNumber: number, number });
  desk.now = made + minute;
  const { receiptNumber } = await caseOn(desk);
  const press = async (staff: string, outcome = "connected") =>
    attemptCallback(desk)({ receiptNumber, outcome, staff });
  return { desk, receiptNumber, press };
}

type Promised = Awaited<ReturnType<typeof aDeskThatPromised>>;

/** What the prefecture is told, and what the desk knows afterwards. */
async function outcomeOn({ desk, receiptNumber }: Promised) {
  const ended = await desk.endedCallbacks.all(desk.programme.id);
  const contacts = (await desk.contacts.ofDay(desk.programme.id, "2024-07-16")).map(contactOf);
  const kept = (await desk.cases.ofDay(desk.programme.id, "2024-07-16")).find(
    (one) => one.receiptNumber === receiptNumber,
  );
  if (!kept) throw new Error("The case is gone.");
  return {
    figures: figuresOf(callsOf(contacts, { isOpen: () => true }, 5), 0),
    tied: contacts.flatMap(({ contactId, callsBack }) => (callsBack ? [`${contactId} → ${callsBack}`] : [])),
    status: kept.status,
    connected: attemptsOf(kept).filter(({ outcome }) => outcome === "connected").length,
    calledBack: kept.history.filter(({ what }) => what === "called-back").length,
    open: await openCallbacks(desk.callbacks, desk.programme.id),
    ended: ended.length,
    holdsTheNumber: JSON.stringify(ended).includes("9012345678"),
  };
}

/** Hand-counted: one call asked for a call back and got it the same day; the first call of ours was before its promise. */
const figures = {
  offered: 1,
  answered: 0,
  callbackRequested: 1,
  calledBackSameDay: 1,
  outboundAttempts: 3,
  outboundConnected: 3,
  answerRate: 0,
  answerRateWithCallbacks: 1,
};

describe("a call that reaches the person of a call back", () => {
  test("is tied to the call that asked where its operator says so before its record comes", async () => {
    const promised = await aDeskThatPromised();
    valueOf(await promised.press("OP01"));
    expect(await openCallbacks(promised.desk.callbacks, promised.desk.programme.id)).toEqual([]);
    await taking(promised.desk)(ourRecord);
    expect(await outcomeOn(promised)).toMatchObject({
      tied: ["back → asked"],
      figures: { calledBackSameDay: 1, answerRateWithCallbacks: 1 },
    });
  });

  test("is an attempt of its operator where the record came first", async () => {
    const promised = await aDeskThatPromised();
    await taking(promised.desk)(ourRecord);
    const told = valueOf(await promised.press("OP01"));
    expect(attemptsOf(told)).toMatchObject([{ outcome: "connected", by: "OP01" }]);
    expect(problemIn(await promised.press("OP01", "no-answer"))).toContain("残っていません");
  });

  test("is tied where the record comes on the next day, after another promise to the same person", async () => {
    const promised = await aDeskThatPromised();
    valueOf(await promised.press("OP01"));
    promised.desk.now = at("2024-07-16T15:00");
    await requestCallback(promised.desk)({ contactId: "again", callerNumber: number, number });
    promised.desk.now = at("2024-07-17T09:30");
    await taking(promised.desk)(ourRecord);
    expect(await outcomeOn(promised)).toMatchObject({
      tied: ["back → asked"],
      open: [{ contactId: "again" }],
    });
  });

  test("is tied where its operator presses while it still rings, and where the call back was closed by hand", async () => {
    const early = await aDeskThatPromised();
    early.desk.now = answeredAt - 8_000;
    valueOf(await early.press("OP01"));
    const byHand = await aDeskThatPromised();
    const { receiptNumber } = byHand;
    valueOf(
      await closeCallbackByHand(byHand.desk)({ receiptNumber, reason: "answered-otherwise", staff: "OP01" }),
    );
    for (const promised of [early, byHand]) {
      await taking(promised.desk)(ourRecord);
      expect((await outcomeOn(promised)).tied).toEqual(["back → asked"]);
    }
  });

  test("leaves the same figures and the same case in every order and however often each thing is said", async () => {
    const steps: Readonly<Record<string, (promised: Promised) => Promise<unknown>>> = {
      record: ({ desk }) => taking(desk)(ourRecord),
      "record again": ({ desk }) => taking(desk)(ourRecord),
      "later record": ({ desk }) => taking(desk)(ourLaterRecord),
      event: ({ desk }) => taking(desk)(ourEvent),
      press: async ({ press }) => valueOf(await press("OP01")),
      "press again": async ({ press }) => valueOf(await press("OP01")),
      "a colleague presses": async ({ press }) => valueOf(await press("OP02")),
      "somebody else is called": ({ desk }) => taking(desk)(toSomebodyElse),
      "a call before the promise": ({ desk }) => taking(desk)(beforeThePromise),
      "hours pass": async ({ desk }) => void (desk.now += 180 * minute),
    };
    const orders = fc.shuffledSubarray(Object.keys(steps), { minLength: Object.keys(steps).length });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const promised = await aDeskThatPromised();
        for (const step of order) await steps[step]?.(promised);
        expect(await outcomeOn(promised)).toMatchObject({
          figures,
          tied: ["back → asked"],
          status: "in-progress",
          connected: 1,
          calledBack: 1,
          open: [],
          ended: 1,
          holdsTheNumber: false,
        });
      }),
      { numRuns: 300 },
    );
  });

  test("leaves the same where record and keys come at the same moment", async () => {
    const promised = await aDeskThatPromised();
    for (const one of [beforeThePromise, toSomebodyElse]) await taking(promised.desk)(one);
    const pressed = [promised.press("OP01"), promised.press("OP02"), promised.press("OP01")];
    await Promise.all([taking(promised.desk)(ourRecord), ...pressed, taking(promised.desk)(ourLaterRecord)]);
    expect(await outcomeOn(promised)).toMatchObject({ figures, connected: 1, calledBack: 1, open: [] });
  });
});

describe("a call of ours", () => {
  test("that answers a written inquiry is tied to no call, whichever comes first", async () => {
    for (const isPressedFirst of [true, false]) {
      const desk = aDeskAtWork("2024-07-19T10:00");
      // The case is of an earlier day: its number and date say what the call back is for, as an inquiry's do.
      const receiptNumber = await aCaseOn(desk);
      valueOf(await promiseCallback(desk)({ receiptNumber, number, staff: "OP01" }));
      const calledAt = at("2024-07-19T11:00");
      desk.now = calledAt + minute;
      const record = () =>
        taking(desk)(contact("ours", calledAt, outbound(calledAt), { telephoneNumber: number }));
      if (!isPressedFirst) await record();
      valueOf(await attemptCallback(desk)({ receiptNumber, outcome: "connected", staff: "OP01" }));
      if (isPressedFirst) await record();
      const contacts = (await desk.contacts.ofDay(desk.programme.id, "2024-07-19")).map(contactOf);
      expect(contacts.map(({ contactId, callsBack }) => [contactId, callsBack])).toEqual([
        ["ours", undefined],
      ]);
      expect(await desk.endedCallbacks.all(desk.programme.id)).toEqual([]);
      expect((await caseOn(desk)).status).toBe("in-progress");
    }
  });

  test("to a wrong number calls nobody back", async () => {
    const promised = await aDeskThatPromised();
    valueOf(await promised.press("OP01", "wrong-number"));
    await taking(promised.desk)(ourRecord);
    expect((await outcomeOn(promised)).tied).toEqual([]);
  });

  test("long after the call back was over is none", async () => {
    const promised = await aDeskThatPromised();
    valueOf(await promised.press("OP01"));
    const afternoon = at("2024-07-16T15:00");
    await taking(promised.desk)(
      contact("afternoon", afternoon, outbound(afternoon), { telephoneNumber: number }),
    );
    expect((await outcomeOn(promised)).tied).toEqual([]);
  });
});
