import { describe, expect, test } from "vitest";
import { createCalendar } from "../../../domain/calendar/business-calendar.ts";
import { callsOf } from "../../../domain/contact/call.ts";
import type { Contact } from "../../../domain/contact/contact.ts";
import { callsSoFar } from "../../../domain/watch/calls-so-far.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { anAbandonedCall, anAnsweredCall, at } from "../../support/contacts.ts";

const calendar = createCalendar(kobatonAlkoo.hours);

/** `contactId outcome` of the calls at 10:30 on a working Tuesday. */
function soFar(...contacts: Contact[]): string[] {
  const { inbound } = callsSoFar(contacts, calendar, 5, at("2024-07-16T10:30"));
  return inbound.map(({ contactId, outcome }) => `${contactId} ${outcome}`);
}

/** A contact that has not ended, without what its end would say. */
function goingOn(contact: Contact, ...unknown: (keyof Contact)[]): Contact {
  const left = new Set<string>(["disconnectedAt", "disconnectReason", "queueSeconds", ...unknown]);
  return Object.fromEntries(
    Object.entries(contact).filter(([field]) => !left.has(field)),
  ) as unknown as Contact;
}

describe("the calls of a day that is not over", () => {
  test("that have ended count as in the report", () => {
    const ended = [anAnsweredCall("a", "2024-07-16T10:00"), anAbandonedCall("b", "2024-07-16T10:10", 61)];
    expect(soFar(...ended)).toEqual(["a answered", "b abandoned"]);
    expect(callsSoFar(ended, calendar, 5, at("2024-07-16T10:30"))).toEqual(callsOf(ended, calendar, 5));
  });

  test("leave out a caller who waits: nobody knows yet how it ends", () => {
    expect(soFar(goingOn(anAbandonedCall("waits", "2024-07-16T10:29", 10)))).toEqual([]);
  });

  test("hold a caller who talks: an answer is an answer", () => {
    expect(soFar(goingOn(anAnsweredCall("talks", "2024-07-16T10:20")))).toEqual(["talks answered"]);
  });

  test("leave out a call whose later leg waits in another queue", () => {
    const first = anAbandonedCall("first", "2024-07-16T10:20", 30);
    const second = goingOn({
      ...anAbandonedCall("second", "2024-07-16T10:21", 30),
      initiationMethod: "QUEUE_TRANSFER",
      initialContactId: "first",
      previousContactId: "first",
    });
    expect(soFar(first, second)).toEqual([]);
  });

  test.each([
    ["09:30:01", []],
    ["09:30:00", ["silent short-abandoned"]],
  ])("take a call of %s whose end nobody reported to have ended after an hour", (arrived, expected) => {
    expect(soFar(goingOn(anAbandonedCall("silent", `2024-07-16T${arrived}`, 61)))).toEqual(expected);
  });
});
