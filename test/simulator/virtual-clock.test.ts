import { describe, expect, test } from "vitest";
import { VirtualClock } from "../../simulator/virtual-clock.ts";

describe("simulated time", () => {
  test("what is due at the same instant happens in the order in which it was scheduled", async () => {
    const clock = new VirtualClock(0);
    const happened: string[] = [];
    for (const [at, name] of [
      [5, "e"],
      [2, "b"],
      [5, "f"],
      [1, "a"],
      [2, "c"],
      [2, "d"],
    ] as const)
      clock.schedule(at, () => void happened.push(`${name}@${clock.now()}`));
    await clock.advanceTo(5);
    expect(happened).toEqual(["a@1", "b@2", "c@2", "d@2", "e@5", "f@5"]);
  });

  test("many happenings in any order come out by instant, then by order of scheduling", async () => {
    const clock = new VirtualClock(0);
    const happened: [number, number][] = [];
    // 7919 is prime to 101, so the instants come in a scattered order, each several times.
    for (let number = 0; number < 1000; number++) {
      const at = (number * 7919) % 101;
      clock.schedule(at, () => void happened.push([at, number]));
    }
    await clock.runUntilIdle();
    expect(happened).toHaveLength(1000);
    expect(happened).toEqual(
      happened.toSorted(([at, number], [otherAt, other]) => at - otherAt || number - other),
    );
  });

  test("a happening may schedule another for the same instant, which still runs", async () => {
    const clock = new VirtualClock(0);
    const happened: string[] = [];
    clock.schedule(3, () => void clock.after(0, () => void happened.push("second")));
    await clock.advanceTo(3);
    expect(happened).toEqual(["second"]);
  });

  test("nothing happens before its instant, and what was cancelled never does", async () => {
    const clock = new VirtualClock(0);
    const happened: string[] = [];
    clock.after(2, () => void happened.push("kept"));
    clock.after(1, () => void happened.push("cancelled")).cancel();
    await clock.advanceBy(1.999);
    expect([happened, clock.now()]).toEqual([[], 1999]);
    await clock.advanceBy(0.001);
    expect([happened, clock.now()]).toEqual([["kept"], 2000]);
  });

  test("running until idle does not wait for background happenings, but runs those on its way", async () => {
    const clock = new VirtualClock(0);
    const happened: string[] = [];
    const music = () => {
      happened.push(`music@${clock.now()}`);
      clock.schedule(clock.now() + 10, music, { background: true });
    };
    clock.schedule(10, music, { background: true });
    clock.schedule(25, () => void happened.push("work"));
    clock.schedule(99, () => void happened.push("never")).cancel();
    await clock.runUntilIdle();
    expect(happened).toEqual(["music@10", "music@20", "work"]);
    expect(clock.now()).toBe(25);
  });

  test("cancelling twice, or what already ran, changes nothing", async () => {
    const clock = new VirtualClock(0);
    const happened: string[] = [];
    const ran = clock.schedule(1, () => void happened.push("ran"));
    const cancelled = clock.schedule(2, () => void happened.push("cancelled"));
    await clock.advanceTo(1);
    for (const scheduled of [ran, cancelled, cancelled]) scheduled.cancel();
    clock.schedule(3, () => void happened.push("later"));
    await clock.runUntilIdle();
    expect(happened).toEqual(["ran", "later"]);
  });

  test("time stands still while a happening waits for the world, and runs take turns", async () => {
    const clock = new VirtualClock(0);
    const seen: number[] = [];
    clock.schedule(1, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(clock.now());
    });
    await Promise.all([clock.advanceTo(1), clock.advanceTo(4)]);
    expect(seen).toEqual([1]);
    expect(clock.now()).toBe(4);
  });

  test("a happening that fails stops the run there, and the rest can still be run", async () => {
    const clock = new VirtualClock(0);
    const happened: string[] = [];
    clock.schedule(1, () => Promise.reject(new Error("broken")));
    clock.schedule(2, () => void happened.push("later"));
    await expect(clock.advanceTo(5)).rejects.toThrow("broken");
    expect([happened, clock.now()]).toEqual([[], 1]);
    await clock.advanceTo(5);
    expect(happened).toEqual(["later"]);
  });

  test("the past can be neither scheduled nor reached", async () => {
    const clock = new VirtualClock(10);
    expect(() => clock.schedule(9, () => undefined)).toThrow("already shows 10");
    await expect(clock.advanceTo(9)).rejects.toThrow("Time cannot go back");
  });
});
