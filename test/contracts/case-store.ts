import { expect, test } from "vitest";
import { type Case, caseOfCall, caseOfWebForm } from "../../domain/case/case.ts";
import type { CaseStore } from "../../usecases/ports.ts";
import { at } from "../support/contacts.ts";

/** What every case store promises. */
export function caseStoreContract(store: () => CaseStore, newProgramme: () => string): void {
  const written = (
    programme: string,
    receiptNumber: string,
    dueAt: number,
    received = "2024-07-16T10:00",
  ): Case =>
    caseOfWebForm({
      programme,
      receiptNumber,
      submissionId: `submission ${receiptNumber}`,
      receivedAt: at(received),
      dueAt,
      category: "app",
      content: "歩数が増えません。𠮷野・髙橋 😀",
      attributes: { ageBand: "60代" },
      replyTo: { by: "mail", mail: "someone@example.jp" },
    });
  const called = (programme: string, receiptNumber: string, received: string, personKey: string): Case =>
    caseOfCall({
      programme,
      receiptNumber,
      contactId: `c ${receiptNumber}`,
      arrivedAt: at(received),
      personKey,
    });

  test("a case that was opened is found by its receipt number as it was", async () => {
    const programme = newProgramme();
    const opened = written(programme, "419800000017", 5_000);
    expect(await store().open(opened)).toBeUndefined();
    expect(await store().find(programme, opened.receiptNumber, "2024-07-16")).toEqual(opened);
    expect(await store().find(newProgramme(), opened.receiptNumber, "2024-07-16")).toBeUndefined();
  });

  test("a receipt number is given once: the second is shown who has it", async () => {
    const programme = newProgramme();
    const first = written(programme, "419800000017", 5_000);
    await store().open(first);
    expect(await store().open({ ...first, content: "other" })).toEqual(first);
    expect((await store().find(programme, first.receiptNumber, "2024-07-16"))?.content).toBe(first.content);
  });

  test("of fifty who open one case at once exactly one does", async () => {
    const programme = newProgramme();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => store().open(written(programme, "419800000017", index))),
    );
    expect(answers.filter((holder) => holder === undefined)).toHaveLength(1);
  });

  test("a case is replaced by its next version, and by no other", async () => {
    const programme = newProgramme();
    const first = written(programme, "419800000017", 5_000);
    await store().open(first);
    expect(await store().update({ ...first, status: "in-progress", version: 2 })).toBe(true);
    expect(await store().update({ ...first, status: "closed", version: 2 })).toBe(false);
    expect((await store().find(programme, first.receiptNumber, "2024-07-16"))?.status).toBe("in-progress");
  });

  test("a day's cases are those received on it in Japan, in order of receipt number", async () => {
    const programme = newProgramme();
    await store().open(written(programme, "419800000025", 1, "2024-07-16T23:59:59"));
    await store().open(written(programme, "419800000017", 1, "2024-07-16T00:00"));
    await store().open(written(programme, "419900000001", 1, "2024-07-17T00:00"));
    const numbers = (await store().ofDay(programme, "2024-07-16")).map((one) => one.receiptNumber);
    expect(numbers).toEqual(["419800000017", "419800000025"]);
  });

  test("due work is what still owes an answer by then, the most urgent first", async () => {
    const programme = newProgramme();
    await store().open(written(programme, "419800000025", 3_000));
    await store().open(written(programme, "419800000017", 2_000));
    await store().open(written(programme, "419800000033", 9_000));
    await store().open(called(programme, "419800000041", "2024-07-16T10:00", "p"));
    const answered = written(programme, "419800000058", 1_000);
    await store().open(answered);
    await store().update({ ...answered, status: "closed", version: 2 });
    expect(await store().due(programme, 3_000)).toEqual([
      { receiptNumber: "419800000017", dueAt: 2_000 },
      { receiptNumber: "419800000025", dueAt: 3_000 },
    ]);
  });

  test("a person's cases are found by the keyed hash, the latest first, of one programme only", async () => {
    const programme = newProgramme();
    await store().open(called(programme, "419800000017", "2024-07-16T10:00", "person"));
    await store().open(called(programme, "419900000001", "2024-07-17T10:00", "person"));
    await store().open(called(programme, "419800000025", "2024-07-16T11:00", "another"));
    await store().open(called(newProgramme(), "419800000033", "2024-07-16T11:00", "person"));
    expect(await store().ofPerson(programme, "person")).toEqual(["419900000001", "419800000017"]);
  });
}
