import { expect, test } from "vitest";
import { type Case, caseOfCall, caseOfWebForm } from "../../domain/case/case.ts";
import type { CaseStore, OpenPlace, ReceivedPlace } from "../../usecases/ports/cases.ts";
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

  test("a case is among those with work to do while it owes any, the earliest first, in its programme alone", async () => {
    const programme = newProgramme();
    const owes = (one: Case): Case => ({ ...one, owed: [{ work: "receipt-mail" }, { work: "task" }] });
    const later = owes(written(programme, "419800000025", 5_000, "2024-07-16T11:00"));
    const earlier = owes(written(programme, "419700000018", 5_000, "2024-07-15T10:00"));
    for (const one of [later, earlier, written(programme, "419800000033", 5_000)]) await store().open(one);
    await store().open(owes(written(newProgramme(), "419800000041", 5_000)));
    expect(await store().find(programme, later.receiptNumber, "2024-07-16")).toEqual(later);
    expect(await store().owing(programme)).toEqual([
      { receiptNumber: "419700000018", receivedAt: at("2024-07-15T10:00") },
      { receiptNumber: "419800000025", receivedAt: at("2024-07-16T11:00") },
    ]);
    const { owed: _done, ...rest } = earlier;
    await store().update({ ...rest, version: 2 });
    await store().update({ ...later, owed: [{ work: "task", claimedUntil: 9 }], version: 2 });
    expect((await store().owing(programme)).map(({ receiptNumber }) => receiptNumber)).toEqual([
      "419800000025",
    ]);
  });

  test("a person's cases are found by the keyed hash, a page at a time, the latest first, of one programme only", async () => {
    const programme = newProgramme();
    await store().open(called(programme, "419800000017", "2024-07-16T10:00", "person"));
    await store().open(called(programme, "419900000001", "2024-07-17T10:00", "person"));
    await store().open(called(programme, "419800000025", "2024-07-16T11:00", "another"));
    await store().open(called(newProgramme(), "419800000033", "2024-07-16T11:00", "person"));
    await store().open(called(programme, "419800000041", "2024-07-16T12:00", "person"));
    const numbersOf = async (after?: ReceivedPlace) => {
      const page = await store().personPage(programme, "person", { limit: 2, ...(after && { after }) });
      return { numbers: page.cases.map(({ receiptNumber }) => receiptNumber), next: page.next };
    };
    const first = await numbersOf();
    expect(first.numbers).toEqual(["419900000001", "419800000041"]);
    expect(await numbersOf(first.next)).toEqual({ numbers: ["419800000017"], next: undefined });
    expect((await store().personPage(programme, "nobody", { limit: 2 })).cases).toEqual([]);
  });

  test("open work comes in pages, each once, the most urgent first, also where many are due at once", async () => {
    const programme = newProgramme();
    const numbers = Array.from({ length: 11 }, (_, index) => `4198000000${String(10 + index)}`);
    for (const [index, number] of numbers.entries())
      await store().open(written(programme, number, index < 6 ? 5_000 : 1_000 + index));
    await store().open({ ...written(programme, "419800000099", 1), status: "closed" });
    await store().open(called(programme, "419800000098", "2024-07-16T10:00", "person"));
    const pages: string[][] = [];
    let after: OpenPlace | undefined;
    do {
      const page = await store().openPage(programme, { limit: 4, ...(after && { after }) });
      pages.push(page.cases.map(({ receiptNumber }) => receiptNumber));
      after = page.next;
    } while (after);
    expect(pages.map(({ length }) => length)).toEqual([4, 4, 3]);
    expect(pages.flat().slice(0, 5)).toEqual(numbers.slice(6));
    expect(pages.flat().slice(5).sort()).toEqual(numbers.slice(0, 6));
  });

  test("a page that ends with the last open case names no other, and a case that was closed meanwhile is left out", async () => {
    const programme = newProgramme();
    const first = written(programme, "419800000017", 1_000);
    await store().open(first);
    await store().open(written(programme, "419800000025", 2_000));
    expect(await store().openPage(programme, { limit: 2 })).not.toHaveProperty("next");
    const { next } = await store().openPage(programme, { limit: 1 });
    await store().update({ ...first, status: "closed", version: 2 });
    const rest = await store().openPage(programme, { limit: 5, after: next! });
    expect(rest.cases.map(({ receiptNumber }) => receiptNumber)).toEqual(["419800000025"]);
    expect((await store().openPage(newProgramme(), { limit: 5 })).cases).toEqual([]);
  });

  test("what somebody has in hand comes in pages by urgency, until it is closed or goes into other hands", async () => {
    const programme = newProgramme();
    const inHand = (one: Case, owner: string): Case => ({ ...one, owner });
    const late = inHand(written(programme, "419800000017", 3_000), "OP01");
    const urgent = inHand(written(programme, "419800000025", 1_000), "OP01");
    const soon = inHand(written(programme, "419800000033", 2_000), "OP01");
    const withoutDue = inHand(called(programme, "419800000041", "2024-07-16T10:00", "person"), "OP01");
    const others = inHand(written(programme, "419800000058", 500), "OP02");
    const nobodys = written(programme, "419800000066", 400);
    for (const one of [late, withoutDue, urgent, others, nobodys, soon]) await store().open(one);
    const pageOf = async (owner: string, limit: number, after?: OpenPlace) => {
      const page = await store().ownedPage(programme, owner, { limit, ...(after && { after }) });
      return { numbers: page.cases.map(({ receiptNumber }) => receiptNumber), next: page.next };
    };
    const first = await pageOf("OP01", 3);
    expect(first.numbers).toEqual([urgent, soon, late].map(({ receiptNumber }) => receiptNumber));
    expect(await pageOf("OP01", 3, first.next)).toEqual({
      numbers: [withoutDue.receiptNumber],
      next: undefined,
    });
    // The place of one that owes no answer can be gone on from too.
    await store().open(inHand(called(programme, "419800000074", "2024-07-16T11:00", "person"), "OP01"));
    const fourth = await pageOf("OP01", 4);
    expect((await pageOf("OP01", 4, fourth.next)).numbers).toHaveLength(1);
    await store().update({ ...urgent, status: "closed", version: 2 });
    await store().update({ ...soon, owner: "OP02", version: 2 });
    expect((await pageOf("OP01", 9)).numbers).toHaveLength(3);
    expect((await pageOf("OP02", 9)).numbers).toEqual([others.receiptNumber, soon.receiptNumber]);
    expect(await store().find(programme, soon.receiptNumber, "2024-07-16")).toEqual({
      ...soon,
      owner: "OP02",
      version: 2,
    });
    expect((await store().ownedPage(newProgramme(), "OP01", { limit: 9 })).cases).toEqual([]);
  });

  test("questions to the prefecture come in pages: the open ones from the oldest on, the answered ones from the latest on", async () => {
    const programme = newProgramme();
    const asked = (receiptNumber: string, hour: number, ...states: ("asked" | "answered")[]): Case => ({
      ...written(programme, receiptNumber, 1_000),
      receivedAt: at(`2024-07-16T${hour}:00`),
      escalations: states.map((state, index) => ({
        number: index + 1,
        to: "prefecture" as const,
        question: "?",
        askedAt: 1,
        askedBy: "OP01",
        ...(state === "asked" ? { state } : { state, answer: "!", answeredAt: 2, answeredBy: "PREF01" }),
      })),
    });
    const [first, second, third, done, doneLater] = [
      asked("419800000017", 10, "asked"),
      asked("419800000025", 11, "answered", "asked"),
      asked("419800000033", 12, "asked"),
      asked("419800000041", 10, "answered"),
      asked("419800000058", 11, "answered", "answered"),
    ] as [Case, Case, Case, Case, Case];
    const toOthers = asked("419800000066", 13, "asked");
    await store().open({
      ...toOthers,
      escalations: toOthers.escalations!.map((one) => ({ ...one, to: "app-operator" })),
    });
    for (const one of [third, doneLater, first, second, done]) await store().open(one);
    const pageOf = async (...asking: [Parameters<CaseStore["questionPage"]>[1], ReceivedPlace?]) => {
      const [questions, after] = asking;
      const page = await store().questionPage(programme, questions, { limit: 2, ...(after && { after }) });
      return { numbers: page.cases.map(({ receiptNumber }) => receiptNumber), next: page.next };
    };
    const page = await pageOf("open");
    expect(page.numbers).toEqual([first.receiptNumber, second.receiptNumber]);
    expect(await pageOf("open", page.next)).toEqual({ numbers: [third.receiptNumber], next: undefined });
    const answered = { numbers: [doneLater.receiptNumber, done.receiptNumber], next: undefined };
    expect(await pageOf("answered")).toEqual(answered);
    // A case changes its place when its last question is answered.
    const { escalations, ...rest } = asked(first.receiptNumber, 10, "answered");
    await store().update({ ...rest, ...(escalations && { escalations }), version: first.version + 1 });
    expect((await pageOf("open")).numbers).toEqual([second.receiptNumber, third.receiptNumber]);
    expect(await store().find(programme, second.receiptNumber, "2024-07-16")).toEqual(second);
  });

  test("a day's cases come in pages too, whatever they owe", async () => {
    const programme = newProgramme();
    const numbers = ["419800000017", "419800000025", "419800000033"];
    for (const number of numbers) await store().open(called(programme, number, "2024-07-16T10:00", "person"));
    await store().open(called(programme, "419900000001", "2024-07-17T10:00", "person"));
    const first = await store().pageOfDay(programme, "2024-07-16", { limit: 2 });
    expect([first.cases.map(({ receiptNumber }) => receiptNumber), first.next]).toEqual([
      numbers.slice(0, 2),
      numbers[1],
    ]);
    const second = await store().pageOfDay(programme, "2024-07-16", { limit: 2, after: numbers[1]! });
    expect(second.cases.map(({ receiptNumber }) => receiptNumber)).toEqual(numbers.slice(2));
    expect(second).not.toHaveProperty("next");
  });
}
