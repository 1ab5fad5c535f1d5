import { describe, expect, test } from "vitest";
import { givenTheDesk } from "./desk-fixture.ts";
import { at, flowText, givenAnExchange, hangUp, kinds, landingNumber } from "./exchange-fixture.ts";

describe("setting up and dialling", () => {
  test("an entry point without an inbound flow, an unknown number and a taken username are refused", () => {
    const entryPoints = new Map([[landingNumber, "flow-queue"]]);
    expect(() => givenTheDesk({ entryPoints })).toThrow(
      `The entry point ${landingNumber} has no inbound flow`,
    );
    const { dial, operator, exchange } = givenTheDesk();
    expect(() => dial({ to: "+81570015566" })).toThrow(
      `No flow answers +81570015566: the exchange has ${landingNumber}.`,
    );
    expect(exchange.calls()).toEqual([]);
    operator();
    expect(() => operator()).toThrow("There already is an operator OP01");
    expect(exchange.operator("OP01")?.state).toBe("signed-out");
  });

  test("a withheld number is null wherever it would show", async () => {
    const { exchange, dial, invocations, records } = givenTheDesk();
    const call = dial({ from: undefined });
    await exchange.advanceTo(at("10:00:10"));
    call.hangUp();
    await exchange.advanceBy(0);
    expect(invocations[0]?.event.Details.ContactData.CustomerEndpoint).toBeNull();
    expect(records[0]?.CustomerEndpoint).toBeNull();
  });

  test("without a queue flow the caller waits in silence", async () => {
    const { exchange, dial } = givenTheDesk({ others: {} });
    const call = dial();
    await exchange.advanceTo(at("10:00:10"));
    expect(kinds(call)).toEqual(["arrived", "recovered", "said", "queued", "silence"]);
  });

  test("keys are lost on whoever is not listening", async () => {
    const { exchange, dial } = givenTheDesk();
    const call = dial();
    await exchange.advanceTo(at("10:00:01"));
    call.press("12");
    await exchange.advanceTo(at("10:00:03"));
    expect(call.transcript.filter(({ kind }) => kind === "pressed").map(({ text }) => text)).toEqual([
      "1",
      "2",
    ]);
    expect(call.transcript[1]).toMatchObject({ seconds: 2 });
    expect(call.state).toBe("queued");
  });

  test("a port that rejects rejects the move of time", async () => {
    const { exchange, dial } = givenTheDesk({ publishEvent: () => Promise.reject(new Error("bus is away")) });
    dial();
    await expect(exchange.advanceTo(at("10:00:10"))).rejects.toThrow("bus is away");
  });

  test("the same inputs give the same bytes, whatever the functions' real speed", async () => {
    async function day(pause: () => Promise<void>) {
      const scene = givenTheDesk({
        answers: async () => {
          await pause();
          return { state: "open" };
        },
      });
      for (const username of ["OP01", "OP02"])
        scene
          .operator({
            username,
            automatic: (call) => ({
              answerAfterSeconds: 1,
              talkSeconds: 60 + call.contactId.length,
              afterContactWorkSeconds: 30,
            }),
          })
          .signIn();
      const calls = Array.from({ length: 12 }, (_, index) =>
        scene.dial({ at: at("10:00:00") + (index % 5) * 7000 }),
      );
      await scene.exchange.advanceTo(at("10:01:00"));
      calls[4]?.hangUp();
      await scene.exchange.runUntilIdle();
      expect(scene.records).toHaveLength(12);
      return JSON.stringify([scene.records, scene.events, calls.map(({ transcript }) => transcript)]);
    }
    const slow = () => new Promise<void>((resolve) => setImmediate(resolve));
    expect(await day(slow)).toBe(await day(() => Promise.resolve()));
  });

  test("a flow may hang up at once", async () => {
    const { exchange, dial, records } = givenAnExchange({ inbound: flowText(hangUp) });
    const call = dial();
    await exchange.runUntilIdle();
    expect([call.endedAt, records.length]).toEqual([at(), 1]);
  });
});
