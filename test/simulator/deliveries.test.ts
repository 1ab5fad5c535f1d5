import { describe, expect, test } from "vitest";
import { eventTypes, givenTheDesk } from "./desk-fixture.ts";
import { at } from "./exchange-fixture.ts";

/** Chances one after another, and then 0.5 for ever. */
const chances =
  (...given: number[]) =>
  () =>
    given.shift() ?? 0.5;

describe("what is published", () => {
  const closed = (deliveries: object) => {
    const scene = givenTheDesk({
      deliveries: { lossRate: 0, repeatRate: 0, shuffleSeconds: 0, random: chances(), ...deliveries },
    });
    return { ...scene, call: scene.dial({ at: at("17:00:00") }) };
  };

  test("arrives once and in order unless it is told otherwise", async () => {
    const { exchange, events, records } = closed({});
    await exchange.runUntilIdle();
    expect(eventTypes(events)).toEqual(["INITIATED", "DISCONNECTED", "COMPLETED"]);
    expect(records).toHaveLength(1);
  });

  test("gets lost, but for records", async () => {
    const { exchange, events, records } = closed({ lossRate: 1 });
    await exchange.runUntilIdle();
    expect([events, records.length]).toEqual([[], 1]);
  });

  test("arrives twice", async () => {
    const { exchange, events, records } = closed({ repeatRate: 1 });
    await exchange.runUntilIdle();
    expect([events.length, records.length]).toEqual([6, 2]);
    expect(records[0]).toEqual(records[1]);
  });

  test("arrives in another order", async () => {
    // For each: loss, repetition, delay. INITIATED comes 0.9 of 10 seconds late, the others, a second after it, at once.
    const random = chances(0.5, 0.5, 0.9, 0.5, 0.5, 0, 0.5, 0.5, 0, 0.5, 0);
    const { exchange, events } = closed({ shuffleSeconds: 10, random });
    await exchange.runUntilIdle();
    expect(eventTypes(events)).toEqual(["DISCONNECTED", "COMPLETED", "INITIATED"]);
  });
});

describe("attributes that change from outside", () => {
  test("during the call are on its record, and after it put it on record once more with a later update", async () => {
    const { exchange, dial, records } = givenTheDesk();
    const call = dial({ at: at("17:00:00") });
    await exchange.advanceTo(at("17:00:00.5"));
    expect(exchange.updateAttributes(call.contactId, { a: "1" })).toBe(true);
    await exchange.advanceTo(at("17:30:00"));
    exchange.updateAttributes(call.contactId, { b: "2" });
    await exchange.runUntilIdle();
    expect(records.map((record) => [record.Attributes, record.LastUpdateTimestamp])).toEqual([
      [{ a: "1" }, "2024-07-16T08:00:01Z"],
      [{ a: "1", b: "2" }, "2024-07-16T08:30:00Z"],
    ]);
  });

  test("of a contact that never was are refused", () => {
    expect(givenTheDesk().exchange.updateAttributes("nobody", { a: "1" })).toBe(false);
  });
});

describe("steps", () => {
  test("are told with the branch by which each block was left", async () => {
    const steps: string[] = [];
    const onStep = (_: unknown, flow: string, name: string, exit: string) =>
      void steps.push(`${flow} ${name}: ${exit}`);
    const { exchange, dial } = givenTheDesk({ onStep });
    dial({ at: at("17:00:00") });
    await exchange.runUntilIdle();
    expect(steps).toEqual([
      "入口 声: next",
      "入口 状態を調べる: next",
      "入口 開いているか: condition 1",
      "入口 終了の案内: next",
      "入口 切断: end",
    ]);
    steps.length = 0;
    dial({ at: at("18:00:00"), faults: ["lambda-error"] });
    await exchange.runUntilIdle();
    expect(steps[1]).toBe("入口 状態を調べる: error NoMatchingError");
    expect(steps.at(-1)).toBe("入口 つなぐ: end");
  });
});
