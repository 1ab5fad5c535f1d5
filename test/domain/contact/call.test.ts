import { describe, expect, test } from "vitest";
import { createCalendar } from "../../../domain/calendar/business-calendar.ts";
import { callsOf } from "../../../domain/contact/call.ts";
import type { Contact } from "../../../domain/contact/contact.ts";
import { anAbandonedCall, anAnsweredCall, anOutboundCall, anUnqueuedCall } from "../../support/contacts.ts";

const calendar = createCalendar({ opensAtMinute: 540, closesAtMinute: 1020, specialDays: [] });
const calls = (...contacts: Contact[]) => callsOf(contacts, calendar, 5);
const outcomeOf = (contact: Contact) => calls(contact).inbound[0]?.outcome;

describe("how a call is counted", () => {
  test.each([
    ["answered by an operator", anAnsweredCall("a", "2024-07-16T10:00"), "answered"],
    ["given up after 6 seconds in the queue", anAbandonedCall("a", "2024-07-16T10:00", 6), "abandoned"],
    ["given up after 5 seconds in the queue", anAbandonedCall("a", "2024-07-16T10:00", 5), "short-abandoned"],
    [
      "arrived at 08:59:59",
      anUnqueuedCall("a", "2024-07-16T08:59:59", "CONTACT_FLOW_DISCONNECT"),
      "arrived-closed",
    ],
    ["arrived at 09:00:00", anAbandonedCall("a", "2024-07-16T09:00:00", 60), "abandoned"],
    ["arrived at 16:59:59", anAbandonedCall("a", "2024-07-16T16:59:59", 60), "abandoned"],
    [
      "arrived at 17:00:00",
      anUnqueuedCall("a", "2024-07-16T17:00:00", "CONTACT_FLOW_DISCONNECT"),
      "arrived-closed",
    ],
    [
      "arrived on 海の日",
      anUnqueuedCall("a", "2024-07-15T10:00", "CONTACT_FLOW_DISCONNECT"),
      "arrived-closed",
    ],
    [
      "ended by the caller in a prompt",
      anUnqueuedCall("a", "2024-07-16T10:00", "CUSTOMER_DISCONNECT"),
      "self-served",
    ],
    [
      "lost by the line before the queue",
      anUnqueuedCall("a", "2024-07-16T10:00", "TELECOM_PROBLEM"),
      "abandoned",
    ],
  ])("a call that was %s", (_what, contact, outcome) => {
    expect(outcomeOf(contact)).toBe(outcome);
  });

  test("what the flow decided on arrival counts, also where the calendar was changed since", () => {
    const told = {
      ...anUnqueuedCall("a", "2024-07-16T10:00", "CONTACT_FLOW_DISCONNECT"),
      arrival: "closed" as const,
    };
    expect(outcomeOf(told)).toBe("arrived-closed");
  });

  test("a call that was waiting at 17:00 and answered after it is an answered call", () => {
    const waiting = anAnsweredCall("a", "2024-07-16T16:59:50", { queueSeconds: 120 });
    expect(outcomeOf(waiting)).toBe("answered");
  });
});

describe("the legs of a call", () => {
  const first = anAnsweredCall("first", "2024-07-16T10:00", { nextContactId: "second", staffCode: "OP01" });
  const second = anAnsweredCall("second", "2024-07-16T10:05", {
    initiationMethod: "TRANSFER",
    initialContactId: "first",
    previousContactId: "first",
    staffCode: "LD01",
  });
  const third = { ...second, contactId: "third", previousContactId: "second", staffCode: "SV01" };

  test("are one call, with their seconds summed and their operators in order", () => {
    expect(calls(third, second, first).inbound).toEqual([
      {
        contactId: "first",
        arrivedAt: first.initiatedAt,
        outcome: "answered",
        interactionSeconds: 900,
        holdSeconds: 90,
        afterContactWorkSeconds: 180,
        waitSeconds: 10,
        staffCodes: ["OP01", "LD01", "SV01"],
      },
    ]);
  });

  test("stand for the call where the record of its first leg is lost", () => {
    const { inbound } = calls(third, second);
    expect(inbound.map(({ contactId, outcome }) => ({ contactId, outcome }))).toEqual([
      { contactId: "first", outcome: "answered" },
    ]);
  });

  test("that name each other in a circle are still counted once", () => {
    const circle = [
      { ...second, contactId: "x", initialContactId: "y", previousContactId: "y" },
      { ...second, contactId: "y", initialContactId: "x", previousContactId: "x" },
    ];
    expect(calls(...circle).inbound.length + calls(...circle).outbound.length).toBeGreaterThan(0);
  });
});

describe("calls that we make", () => {
  test("are attempts, and connected once the other side answered", () => {
    const { outbound, inbound } = calls(
      anOutboundCall("a", "2024-07-16T11:00", { connectedToSystemAt: 1 }),
      anOutboundCall("b", "2024-07-16T11:10"),
      anOutboundCall("c", "2024-07-16T11:20", { initiationMethod: "CALLBACK" }),
    );
    expect(outbound.map(({ contactId, connected }) => [contactId, connected])).toEqual([
      ["a", true],
      ["b", false],
      ["c", false],
    ]);
    expect(inbound).toEqual([]);
  });

  test("keep their own transfers: a transferred outbound call is no inbound call", () => {
    const out = anOutboundCall("out", "2024-07-16T11:00", { connectedToSystemAt: 1 });
    const leg = anAnsweredCall("leg", "2024-07-16T11:05", {
      initiationMethod: "TRANSFER",
      initialContactId: "out",
      previousContactId: "out",
    });
    expect(calls(out, leg)).toMatchObject({ inbound: [], outbound: [{ contactId: "out" }] });
  });

  test("a call back shows that its caller asked for one", () => {
    const gaveUp = anAbandonedCall("in", "2024-07-16T10:00", 90);
    const back = anOutboundCall("back", "2024-07-16T11:00", {
      initiationMethod: "CALLBACK",
      initialContactId: "in",
      previousContactId: "in",
      connectedToSystemAt: 1,
    });
    const { inbound, outbound } = calls(gaveUp, back);
    expect(inbound[0]?.outcome).toBe("callback-requested");
    expect(outbound).toMatchObject([{ contactId: "back", answers: "in", connected: true }]);
  });
});

test("chats, tasks and supervisors who listen in are no calls, and are said to be left out", () => {
  const chat = anAnsweredCall("chat", "2024-07-16T10:00", { channel: "CHAT" });
  const monitor = anAnsweredCall("monitor", "2024-07-16T10:00", { initiationMethod: "MONITOR" });
  expect(calls(chat, monitor)).toEqual({ inbound: [], outbound: [], uncounted: 2 });
});

test("a call of which only events have come counts its time with the operator as talk", () => {
  const { interactionSeconds: _unknown, ...known } = anAnsweredCall("a", "2024-07-16T10:00", {
    holdSeconds: 0,
  });
  // Connected after 20 s, ended after 350 s: 330 s.
  expect(calls(known).inbound[0]?.interactionSeconds).toBe(330);
});
