import { describe, expect, test } from "vitest";
import { casesOfNumber, casesOfPerson } from "../../../usecases/cases/cases-of-person.ts";
import type { ReceivedPlace } from "../../../usecases/ports/cases.ts";
import { aCaseOn, aDeskAtWork, problemIn, valueOf } from "../../support/desk-work.ts";

describe("a person's cases", () => {
  test("are found by the number as it is written, the latest first, and nobody else's", async () => {
    const desk = aDeskAtWork("2024-07-20T10:00");
    const personKey = await desk.personKeys.keyOf(desk.programme.id, "+819012345678");
    await aCaseOn(desk, { contactId: "a", arrived: "2024-07-16T10:00", personKey });
    await aCaseOn(desk, { contactId: "b", arrived: "2024-07-17T10:00", personKey });
    await aCaseOn(desk, { contactId: "c", arrived: "2024-07-18T10:00", personKey: "somebody else" });
    const { cases, next } = valueOf(await casesOfNumber(desk)("０９０-1234-5678"));
    expect(cases.map(({ origin }) => origin)).toEqual([
      { kind: "call", contactId: "b" },
      { kind: "call", contactId: "a" },
    ]);
    expect(next).toBeUndefined();
    expect(problemIn(await casesOfNumber(desk)("12"))).toContain("電話番号");
  });

  test("come in pages that hold each once", async () => {
    const desk = aDeskAtWork("2024-07-20T10:00");
    for (let index = 0; index < 45; index++)
      await aCaseOn(desk, {
        contactId: `c${index}`,
        arrived: `2024-07-16T10:${String(index).padStart(2, "0")}`,
        personKey: "p",
      });
    const sizes: number[] = [];
    const numbers = new Set<string>();
    let after: ReceivedPlace | undefined;
    do {
      const page = await casesOfPerson(desk)("p", after);
      for (const one of page.cases) numbers.add(one.receiptNumber);
      sizes.push(page.cases.length);
      after = page.next;
    } while (after);
    expect(sizes).toEqual([20, 20, 5]);
    expect(numbers.size).toBe(45);
  });
});
