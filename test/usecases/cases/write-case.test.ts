import { describe, expect, test } from "vitest";
import { changeCaseStatus, writeCase } from "../../../usecases/cases/write-case.ts";
import { at } from "../../support/contacts.ts";
import { aCaseOn, aDeskAtWork, caseOn, problemIn, valueOf } from "../../support/desk-work.ts";

const change = (fields: object, baseVersion = 1) => ({ baseVersion, fields });

describe("writing a case", () => {
  test("of fifteen who write at once in five fields each field is one of theirs, and every other text is shown as a conflict", async () => {
    const desk = aDeskAtWork();
    const receiptNumber = await aCaseOn(desk);
    const fields = ["content", "answer", "ageBand", "municipality", "relation"] as const;
    const choices = desk.programme.attributeChoices;
    const answers = await Promise.all(
      Array.from({ length: 15 }, (_, index) => {
        const field = fields[index % fields.length] ?? "content";
        const text = field === "content" || field === "answer" ? `文 ${index}` : choices[field][index % 3];
        const staff = `OP${String(index).padStart(2, "0")}`;
        return writeCase(desk)({ receiptNumber, staff, change: change({ [field]: text }) });
      }),
    );
    const results = answers.map(valueOf);
    const kept = await caseOn(desk);
    const written = results.filter((one) => one.written.length > 0);
    expect(written.length).toBeGreaterThanOrEqual(fields.length);
    expect(kept.version).toBe(1 + written.length);
    for (const { case: shown, conflicts } of results)
      for (const { field, mine, theirs } of conflicts) {
        expect(mine).not.toBe(theirs);
        expect(shown).toBeDefined();
        expect(fields).toContain(field);
      }
    expect(Object.keys(kept.attributes)).toHaveLength(3);
    expect(kept).toMatchObject({
      content: expect.stringMatching(/^文 /),
      answer: expect.stringMatching(/^文 /),
    });
  });

  test("keeps no text of a history, and who wrote", async () => {
    const desk = aDeskAtWork();
    const receiptNumber = await aCaseOn(desk);
    await writeCase(desk)({ receiptNumber, staff: "op01", change: change({ content: "秘密の本文" }) });
    const { history } = await caseOn(desk);
    expect(history.at(-1)).toMatchObject({ what: "edited", by: "OP01", fields: ["content"], version: 2 });
    expect(JSON.stringify(history)).not.toContain("秘密");
  });

  test.each([
    ["a name in the place of a staff code", { staff: "山田" }, "never a name"],
    ["a number that nobody has", { receiptNumber: "419800000000" }, "受付番号"],
    ["no version", { change: change({}, 0) }, "which version"],
  ])("is refused with %s", async (_what, wrong, words) => {
    const desk = aDeskAtWork();
    const receiptNumber = await aCaseOn(desk);
    const written = { receiptNumber, staff: "OP01", change: change({ content: "本文" }), ...wrong };
    expect(problemIn(await writeCase(desk)(written))).toContain(words);
    expect((await caseOn(desk)).version).toBe(1);
  });
});

describe("changing a case's status", () => {
  test("closes a case that says what it was about and what was answered, and reopens it with a new due time", async () => {
    const desk = aDeskAtWork("2024-07-16T16:00");
    const receiptNumber = await aCaseOn(desk);
    const status = changeCaseStatus(desk);
    const close = { receiptNumber, staff: "OP01", from: "in-progress", to: "closed" };
    expect(problemIn(await status(close))).toContain("相談内容分類");
    const category = desk.programme.categories[0]?.code ?? "";
    await writeCase(desk)({ receiptNumber, staff: "OP01", change: change({ category, answer: "案内した" }) });
    expect(valueOf(await status(close)).status).toBe("closed");
    // Sent again, it is closed already.
    expect(valueOf(await status(close)).version).toBe(3);
    const reopened = valueOf(await status({ ...close, from: "closed", to: "in-progress" }));
    // One operating day: 60 minutes of that day and 420 of the next, from 09:00.
    expect(reopened).toMatchObject({ status: "in-progress", dueAt: at("2024-07-17T16:00") });
  });

  test("is refused where somebody else has changed it meanwhile", async () => {
    const desk = aDeskAtWork();
    const receiptNumber = await aCaseOn(desk);
    const asked = { receiptNumber, staff: "OP01", from: "received", to: "closed" };
    expect(problemIn(await changeCaseStatus(desk)(asked))).toContain("ほかの人が");
    expect(problemIn(await changeCaseStatus(desk)({ ...asked, to: "lost" }))).toContain(
      '"lost" is no status',
    );
  });
});
