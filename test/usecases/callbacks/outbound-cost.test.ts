import { describe, expect, test } from "vitest";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { keepContact } from "../../../usecases/kept/keep-contact.ts";
import { outboundCost } from "../../../usecases/callbacks/outbound-cost.ts";
import { anAnsweredCall, anOutboundCall, at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";
import { problemIn, valueOf } from "../../support/desk-work.ts";

describe("what outbound calls cost", () => {
  test("is estimated from the seconds in which somebody spoke, at the programme's price, rounded up to a yen", async () => {
    const desk = aDesk();
    const calls = [
      anOutboundCall("a", "2024-07-16T10:00", {
        connectedToSystemAt: at("2024-07-16T10:00:10"),
        disconnectedAt: at("2024-07-16T10:01:40"),
      }),
      anOutboundCall("b", "2024-07-17T10:00", { disconnectedAt: at("2024-07-17T10:00:30") }),
      anOutboundCall("c", "2024-07-17T11:00", {
        connectedToSystemAt: at("2024-07-17T11:00:00"),
        disconnectedAt: at("2024-07-17T11:00:01"),
      }),
      anOutboundCall("other day", "2024-07-18T11:00", { connectedToSystemAt: at("2024-07-18T11:00:00") }),
      anAnsweredCall("inbound", "2024-07-16T10:00"),
    ];
    for (const { programme, contactId, initiatedAt, ...events } of calls)
      await keepContact(desk.contacts)({ programme, contactId, initiatedAt, events });
    const programme = { ...kobatonAlkoo, callback: { ...kobatonAlkoo.callback, yenPerMinute: 20 } };
    // 90 s and 1 s at 20 yen a minute: 30.33 yen.
    expect(valueOf(await outboundCost({ ...desk, programme })("2024-07-16", "2024-07-17"))).toEqual({
      attempts: 3,
      connected: 2,
      talkSeconds: 91,
      yen: 31,
      yenPerMinute: 20,
      isEstimate: true,
    });
  });

  test("is not asked for dates that do not exist or run backwards", async () => {
    const desk = aDesk();
    expect(problemIn(await outboundCost(desk)("2024-02-30", "2024-07-17"))).toContain("does not exist");
    expect(problemIn(await outboundCost(desk)("2024-07-17", "2024-07-16"))).toContain("earlier date first");
  });
});
