import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCalendar } from "../../../../domain/calendar/business-calendar.ts";
import { callsOf } from "../../../../domain/contact/call.ts";
import type { Contact } from "../../../../domain/contact/contact.ts";
import { figureDefinitions, figuresOf } from "../../../../domain/report/figures/figures.ts";
import {
  anAbandonedCall,
  anAnsweredCall,
  anOutboundCall,
  anUnqueuedCall,
} from "../../../support/contacts.ts";

const calendar = createCalendar({ opensAtMinute: 540, closesAtMinute: 1020, specialDays: [] });
const figures = (contacts: Contact[], webForms = 0) => figuresOf(callsOf(contacts, calendar, 5), webForms);

/** One day's calls: four answered (one after a transfer), two given up (one at once), one asked to be called back … */
const day: Contact[] = [
  anAnsweredCall("1", "2024-07-16T09:00"),
  anAnsweredCall("2", "2024-07-16T09:10", {
    interactionSeconds: 600,
    holdSeconds: 0,
    afterContactWorkSeconds: 0,
  }),
  anAnsweredCall("3", "2024-07-16T09:20", { nextContactId: "3b" }),
  anAnsweredCall("3b", "2024-07-16T09:25", {
    initiationMethod: "TRANSFER",
    initialContactId: "3",
    previousContactId: "3",
  }),
  anAnsweredCall("4", "2024-07-16T09:30"),
  anAbandonedCall("5", "2024-07-16T10:00", 61),
  anAbandonedCall("6", "2024-07-16T10:01", 3),
  anAbandonedCall("7", "2024-07-16T10:02", 90),
  anUnqueuedCall("8", "2024-07-16T10:03", "CUSTOMER_DISCONNECT"),
  anUnqueuedCall("9", "2024-07-16T18:00", "CONTACT_FLOW_DISCONNECT"),
  anOutboundCall("10", "2024-07-16T11:00", {
    initiationMethod: "CALLBACK",
    previousContactId: "7",
    connectedToSystemAt: 1,
  }),
  anOutboundCall("11", "2024-07-16T11:10"),
];

describe("the figures of a day", () => {
  test("are those counted by hand", () => {
    // Talk: 300 + 600 + (300 + 300) + 300 = 1,800 s. Hold: 30 + 0 + 60 + 30 = 120 s. Talk and hold: 1,920 s.
    // After-call work: 60 + 0 + 120 + 60 = 240 s. Together 2,160 s. Longest wait: 10 s answered, 61, 3 and 90 s not.
    expect(figures(day, 3)).toEqual({
      offered: 7,
      answered: 4,
      abandoned: 2,
      shortAbandoned: 1,
      callbackRequested: 1,
      calledBackSameDay: 1,
      selfServed: 1,
      arrivedClosed: 1,
      outboundAttempts: 2,
      outboundConnected: 1,
      webForms: 3,
      answerRate: 4 / 7,
      answerRateWithCallbacks: 5 / 7,
      longestWaitSeconds: 90,
      handlingSeconds: 2160,
      talkSeconds: 1920,
      interactionSeconds: 1800,
      holdSeconds: 120,
      afterContactWorkSeconds: 240,
      averageHandlingSeconds: 540,
      averageTalkSeconds: 480,
      averageInteractionSeconds: 450,
      averageHoldSeconds: 30,
      averageAfterContactWorkSeconds: 60,
    });
  });

  test("do not depend on the order of the facts", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(day, { minLength: day.length }), (shuffled) => {
        expect(figures(shuffled)).toEqual(figures(day));
      }),
    );
  });

  test("count every inbound call exactly once", () => {
    fc.assert(
      fc.property(fc.subarray(day), (some) => {
        const calls = callsOf(some, calendar, 5);
        const { offered, answered, abandoned, callbackRequested, selfServed, arrivedClosed } = figuresOf(
          calls,
          0,
        );
        expect(answered + abandoned + callbackRequested).toBe(offered);
        expect(offered + selfServed + arrivedClosed).toBe(calls.inbound.length);
      }),
    );
  });
});

test("a month without a call has no rate and no average, not 0", () => {
  expect(figures([])).toMatchObject({
    offered: 0,
    answerRate: null,
    answerRateWithCallbacks: null,
    longestWaitSeconds: null,
    averageHandlingSeconds: null,
    averageTalkSeconds: null,
  });
});

test("a call back on the next day does not improve the day's rate", () => {
  const back = { initiationMethod: "CALLBACK", previousContactId: "in", connectedToSystemAt: 1 };
  const late = [
    anAbandonedCall("in", "2024-07-16T16:00", 90),
    anOutboundCall("back", "2024-07-17T09:00", back),
  ];
  expect(figures(late)).toMatchObject({
    callbackRequested: 1,
    calledBackSameDay: 0,
    answerRateWithCallbacks: 0,
  });
});

test("each figure has its definition", () => {
  expect(Object.keys(figureDefinitions).sort()).toEqual(Object.keys(figures([])).sort());
});

test("who called when the desk was closed has waited for nobody", () => {
  const closed = anAbandonedCall("c", "2024-07-16T18:00", 300);
  expect(figures([closed])).toMatchObject({ arrivedClosed: 1, longestWaitSeconds: null });
});
