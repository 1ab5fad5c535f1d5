import { expect, test } from "vitest";
import type { TakenInquiry, TakenInquiryStore } from "../../usecases/ports/imports.ts";

/** What every store of taken inquiries promises. */
export function takenInquiryStoreContract(store: () => TakenInquiryStore, newProgramme: () => string): void {
  const inquiry: TakenInquiry = { from: "handover", reference: "R6-0001", fingerprint: "one" };

  test("an inquiry is taken once, by its reference in its kind of file and its programme", async () => {
    const programme = newProgramme();
    expect(await store().take(programme, inquiry)).toBeUndefined();
    expect(await store().take(programme, { ...inquiry, fingerprint: "other" })).toEqual(inquiry);
    expect(await store().find(programme, "handover", "R6-0001")).toEqual(inquiry);
    expect(await store().take(programme, { ...inquiry, from: "hosted-form" })).toBeUndefined();
    expect(await store().find(newProgramme(), "handover", "R6-0001")).toBeUndefined();
    expect(await store().find(programme, "handover", "R6-000")).toBeUndefined();
  });

  test("of many who take it at once, one does", async () => {
    const programme = newProgramme();
    const takers = Array.from({ length: 10 }, (_, index) => ({ ...inquiry, fingerprint: `by ${index}` }));
    const answers = await Promise.all(takers.map((taker) => store().take(programme, taker)));
    const kept = await store().find(programme, "handover", "R6-0001");
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(new Set(answers.flatMap((answer) => answer?.fingerprint ?? []))).toEqual(
      new Set([kept?.fingerprint]),
    );
  });
}
