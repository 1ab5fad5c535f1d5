import { expect, test } from "vitest";
import { createCalendar } from "../../domain/calendar/business-calendar.ts";
import { deskExchange } from "../../local/desk-exchange.ts";
import { Telephone } from "../../local/telephone.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { VirtualClock } from "../../simulator/virtual-clock.ts";
import { at } from "../support/contacts.ts";

const tenOClock = at("2024-07-16T10:00");

/** The first page's telephone, whose calls keep nothing: only who speaks is asked. */
function aTelephone(): Telephone {
  const isNotCalled = () => Promise.reject(new Error("No function is called in a call that the desk makes."));
  let ids = 0;
  const exchangeAt = async () =>
    deskExchange({
      programmeId: kobatonAlkoo.id,
      calendar: createCalendar(kobatonAlkoo.hours),
      clock: new VirtualClock(tenOClock),
      newId: () => `00000000-0000-4000-8000-${String(ids++).padStart(12, "0")}`,
      functions: { AnswerCallFunction: isNotCalled, CallbackFunction: isNotCalled },
      publishEvent: async () => undefined,
      publishRecord: async () => undefined,
    });
  return new Telephone(exchangeAt, async () => undefined);
}

test("a call that the desk makes is the operator's, and is shown at the operator's desk and at nobody else's", async () => {
  const telephone = aTelephone();
  const made = await telephone.callOut(tenOClock, "+819012345678");
  if (!made.ok) throw new Error(made.problem);
  const { id } = made.value;
  const answered = await telephone.advance(id, 60);
  expect(answered).toMatchObject({ ok: true, value: { state: "talking" } });
  expect(telephone.callOf("op01")).toMatchObject({ contactId: id, state: "talking" });
  expect([telephone.callOf("ld01"), telephone.callOf("sv01")]).toEqual([undefined, undefined]);
});
