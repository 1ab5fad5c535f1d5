import { expect, test } from "vitest";
import { timeLimit } from "../../../adapters/system/time-limit.ts";
import { Unavailable } from "../../../usecases/ports/host.ts";

const never = new Promise<string>(() => {});

test("work that ends in time gives its answer, and work that fails its failure", async () => {
  expect(await timeLimit(10_000, Promise.resolve("answer"))).toBe("answer");
  const failure = new Error("no table");
  await expect(timeLimit(10_000, Promise.reject(failure))).rejects.toBe(failure);
});

test("work that is late is unavailable, and what becomes of it later is nobody's concern", async () => {
  const { promise: late, reject } = Promise.withResolvers<string>();
  await expect(timeLimit(5, never)).rejects.toBeInstanceOf(Unavailable);
  await expect(timeLimit(5, late)).rejects.toThrow("within 5 milliseconds");
  // An unhandled rejection would fail this run.
  reject(new Error("too late to matter"));
  await new Promise((resolve) => setImmediate(resolve));
});
