import { describe, expect, test } from "vitest";
import { flagReasonNames } from "../../../domain/incident/flag.ts";
import { flagPerson, unflagPerson } from "../../../usecases/calls/flag-person.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";

const number = "+819012345678";
const wanted = { number, until: at("2024-08-01T00:00"), reason: "harassment" };

describe("flagging a person for a supervisor", () => {
  test("keeps a key, an end and a code until the flag is removed", async () => {
    const desk = aDesk();
    const personKey = await desk.personKeys.keyOf(desk.programme.id, number);
    const flag = { personKey, until: wanted.until, reason: "harassment", since: desk.now };
    expect(await flagPerson(desk)(wanted)).toEqual({ ok: true, value: flag });
    expect(await desk.flags.find(desk.programme.id, personKey)).toEqual(flag);
    await unflagPerson(desk)(number);
    expect(await desk.flags.find(desk.programme.id, personKey)).toBeUndefined();
  });

  test("takes each reason of the list", async () => {
    const reasons = Object.keys(flagReasonNames);
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect((await flagPerson(aDesk())({ ...wanted, reason })).ok).toBe(true);
  });

  test.each([
    ["words about a person", { reason: "いつも怒鳴る" }, "no words about a person"],
    ["a name that every object has", { reason: "constructor" }, "is not a reason"],
    ["an end that has passed", { until: at("2024-07-16T10:00") }, "already"],
    ["an end more than a year away", { until: at("2025-07-18T00:00") }, "a year at most"],
  ])("with %s is refused in a sentence, and nothing is kept", async (_what, wrong, sentence) => {
    const desk = aDesk();
    expect(await flagPerson(desk)({ ...wanted, ...wrong })).toMatchObject({
      ok: false,
      problem: expect.stringContaining(sentence),
    });
    const personKey = await desk.personKeys.keyOf(desk.programme.id, number);
    expect(await desk.flags.find(desk.programme.id, personKey)).toBeUndefined();
  });
});
