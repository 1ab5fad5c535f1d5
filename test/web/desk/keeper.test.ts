import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Keeper } from "../../../web/desk/screens/case-detail/keeper.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A store whose answer comes `takesMillis` after it was asked, and which notes when it was asked. */
function aStore(takesMillis: number, isAway = () => false) {
  const askedAt: number[] = [];
  let running = 0;
  let mostAtOnce = 0;
  const keep = async () => {
    askedAt.push(Date.now());
    mostAtOnce = Math.max(mostAtOnce, ++running);
    await new Promise((resolve) => setTimeout(resolve, takesMillis));
    running--;
    return !isAway();
  };
  return { keep, askedAt, mostAtOnce: () => mostAtOnce };
}

describe("what is typed is kept", () => {
  test("at once, and then once a second for as long as somebody types", async () => {
    const store = aStore(50);
    const keeper = new Keeper(store.keep);
    const start = Date.now();
    for (let key = 0; key < 100; key++) {
      keeper.soon();
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.runAllTimersAsync();
    // Ten seconds of typing, a key every 100 ms: at 0, 1, 2 … 9 s, and once for the last keys.
    expect(store.askedAt.map((at) => at - start)).toEqual(
      Array.from({ length: 11 }, (_, second) => second * 1000),
    );
  });

  test("one request at a time, also where answers are slow", async () => {
    const store = aStore(2500);
    const keeper = new Keeper(store.keep);
    for (let key = 0; key < 100; key++) {
      keeper.soon();
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.runAllTimersAsync();
    expect(store.askedAt.length).toBeGreaterThan(3);
    expect(store.mostAtOnce()).toBe(1);
  });

  test("again where it failed, until it is done", async () => {
    let isAway = true;
    const store = aStore(10, () => isAway);
    new Keeper(store.keep).soon();
    await vi.advanceTimersByTimeAsync(7_000);
    isAway = false;
    await vi.runAllTimersAsync();
    expect(store.askedAt).toHaveLength(3);
  });

  test("before its screen goes, and never after", async () => {
    const store = aStore(50);
    const keeper = new Keeper(store.keep);
    keeper.soon();
    await vi.advanceTimersByTimeAsync(200);
    keeper.soon();
    const stopped = keeper.stop();
    await vi.advanceTimersByTimeAsync(50);
    await stopped;
    expect(store.askedAt).toHaveLength(2);
    keeper.soon();
    await vi.runAllTimersAsync();
    expect(store.askedAt).toHaveLength(2);
  });
});
