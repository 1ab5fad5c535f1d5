import { describe, expect, test } from "vitest";
import { faults, parseFault } from "../../simulator/faults.ts";

describe("faults by name", () => {
  test("each is described in both languages, and read by its name", () => {
    const names = Object.keys(faults);
    expect(names).toEqual([
      "lambda-error",
      "lambda-timeout",
      "lambda-malformed",
      "hours-error",
      "queue-full",
      "telecom",
    ]);
    expect(names.map(parseFault)).toEqual(names.map((value) => ({ ok: true, value })));
    for (const { english, japanese } of Object.values(faults))
      expect([english.endsWith("."), japanese.endsWith("。")]).toEqual([true, true]);
  });

  test("an unknown name is a failure that lists the names", () => {
    expect(parseFault("lambda")).toEqual({
      ok: false,
      problem:
        'There is no fault called "lambda": choose one of lambda-error, lambda-timeout, lambda-malformed, hours-error, queue-full, telecom.',
    });
  });
});
