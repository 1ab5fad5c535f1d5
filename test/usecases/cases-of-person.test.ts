import { describe, expect, test } from "vitest";
import { casesOfNumber, casesOfPerson } from "../../usecases/cases-of-person.ts";
import { aCaseOn, aDeskAtWork, problemIn, valueOf } from "../support/desk-work.ts";

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

  test("come in pages that hold each once, and read no more than they show", async () => {
    const desk = aDeskAtWork("2024-07-20T10:00");
    for (let index = 0; index < 45; index++)
      await aCaseOn(desk, {
        contactId: `c${index}`,
        arrived: `2024-07-16T10:${String(index).padStart(2, "0")}`,
        personKey: "p",
      });
    let reads = 0;
    const counted = {
      ...desk.cases,
      find: (...key: Parameters<typeof desk.cases.find>) => (reads++, desk.cases.find(...key)),
    };
    const sizes: number[] = [];
    const numbers = new Set<string>();
    let after: string | undefined;
    do {
      const page = await casesOfPerson({ ...desk, cases: counted })("p", after);
      for (const one of page.cases) numbers.add(one.receiptNumber);
      sizes.push(page.cases.length);
      after = page.next;
    } while (after !== undefined);
    expect(sizes).toEqual([20, 20, 5]);
    expect({ numbers: numbers.size, reads }).toEqual({ numbers: 45, reads: 45 });
  });
});
