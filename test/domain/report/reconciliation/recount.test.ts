import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCalendar } from "../../../../domain/calendar/business-calendar.ts";
import { callsOf } from "../../../../domain/contact/call.ts";
import type { Contact, ContactFacts } from "../../../../domain/contact/contact.ts";
import { figuresOf } from "../../../../domain/report/figures/figures.ts";
import { type AddedFigure, recounted } from "../../../../domain/report/reconciliation/recount.ts";
import { kobatonAlkoo } from "../../../../programmes/kobaton-alkoo/programme.ts";
import { anAnsweredCall, anOutboundCall, at } from "../../../support/contacts.ts";

const calendar = createCalendar(kobatonAlkoo.hours);
const start = at("2024-07-16T08:00");

/** Unsaid half of the time, so that every kind of call comes often. */
const maybe = { nil: undefined, freq: 2 } as const;
const seconds = fc.option(fc.integer({ min: 0, max: 12 }), maybe);
const moment = fc.option(fc.integer({ min: 0, max: 3_600_000 }), maybe);

/** Whatever Amazon Connect might say of a contact, in any combination; it may follow contacts before it, or lost ones. */
const contact = fc.record({
  startsAfter: fc.integer({ min: 0, max: 30 * 3_600_000 }),
  channel: fc.constantFrom(undefined, "VOICE", "VOICE", "VOICE", "CHAT"),
  initiationMethod: fc.constantFrom(
    undefined,
    "INBOUND",
    "INBOUND",
    "TRANSFER",
    "OUTBOUND",
    "CALLBACK",
    "MONITOR",
  ),
  previous: fc.option(fc.integer({ min: 1, max: 6 }), maybe),
  initial: fc.option(fc.integer({ min: 1, max: 6 }), maybe),
  callsBack: fc.option(fc.integer({ min: 1, max: 6 }), maybe),
  connectedToSystemAt: moment,
  connectedToAgentAt: moment,
  enqueuedAt: moment,
  disconnectedAt: moment,
  disconnectReason: fc.constantFrom(
    undefined,
    "CUSTOMER_DISCONNECT",
    "CONTACT_FLOW_DISCONNECT",
    "TELECOM_PROBLEM",
  ),
  queueSeconds: seconds,
  interactionSeconds: seconds,
  holdSeconds: seconds,
  afterContactWorkSeconds: seconds,
  arrival: fc.constantFrom(undefined, "open" as const, "closed" as const),
  callbackRequested: fc.constantFrom(undefined, true, false),
});

const contacts = fc.array(contact, { maxLength: 14, size: "max" }).map((drawn) =>
  drawn.map(({ startsAfter, previous, initial, callsBack, ...facts }, index): Contact => {
    const initiatedAt = start + startsAfter;
    /** The contact so many before this one; where there are not so many, one whose record was lost. */
    const before = (distance: number | undefined) =>
      distance === undefined ? undefined : `c-${index - distance}`;
    const moments = ["connectedToSystemAt", "connectedToAgentAt", "enqueuedAt", "disconnectedAt"] as const;
    const said = {
      ...facts,
      ...Object.fromEntries(
        moments.flatMap((name) => (facts[name] === undefined ? [] : [[name, initiatedAt + facts[name]]])),
      ),
      previousContactId: before(previous),
      initialContactId: before(initial),
      callsBack: before(callsBack),
    };
    const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    return { programme: "p", contactId: `c-${index}`, initiatedAt, ...(known as ContactFacts) };
  }),
);

const added: readonly AddedFigure[] = [
  "offered",
  "answered",
  "abandoned",
  "shortAbandoned",
  "callbackRequested",
  "calledBackSameDay",
  "selfServed",
  "arrivedClosed",
  "outboundAttempts",
  "outboundConnected",
  "interactionSeconds",
  "holdSeconds",
  "afterContactWorkSeconds",
  "talkSeconds",
  "handlingSeconds",
];

describe("the second counting", () => {
  test("puts each record into one call, and finds the figures of the first, whatever the records say", () => {
    const buckets = new Map<string, number>();
    fc.assert(
      fc.property(contacts, fc.boolean(), (all, isReversed) => {
        const again = recounted(isReversed ? all.toReversed() : all, calendar, 5);
        expect(again.flatMap(({ contactIds }) => contactIds).sort()).toEqual(
          all.map((one) => one.contactId).sort(),
        );
        const figures = figuresOf(callsOf(all, calendar, 5), 0);
        for (const figure of added) {
          const sum = again.reduce((total, { adds }) => total + (adds[figure] ?? 0), 0);
          expect([figure, sum]).toEqual([figure, figures[figure]]);
        }
        const waits = again.flatMap(({ waitSeconds }) => waitSeconds ?? []);
        expect(waits.length > 0 ? Math.max(...waits) : null).toBe(figures.longestWaitSeconds);
        for (const { bucket } of again) buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
      }),
      { numRuns: 1_000 },
    );
    expect(buckets.size).toBe(9);
    expect(Math.min(...buckets.values())).toBeGreaterThan(20);
  });

  test("joins a transfer of a call of ours to that call", () => {
    const again = recounted(
      [
        anOutboundCall("out", "2024-07-16T10:00", { connectedToSystemAt: at("2024-07-16T10:00:05") }),
        anAnsweredCall("on", "2024-07-16T10:05", { initiationMethod: "TRANSFER", previousContactId: "out" }),
      ],
      calendar,
      5,
    );
    expect(again).toMatchObject([{ bucket: "outbound-connected", contactIds: ["out", "on"] }]);
  });
});
