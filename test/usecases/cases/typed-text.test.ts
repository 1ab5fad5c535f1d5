import { describe, expect, test } from "vitest";
import {
  clearTypedText,
  findTypedText,
  keepTypedText,
  whoIsWriting,
} from "../../../usecases/cases/typed-text.ts";
import { at } from "../../support/contacts.ts";
import { aCaseOn, aDeskAtWork, problemIn, valueOf } from "../../support/desk-work.ts";

async function aDeskWithACase() {
  const desk = aDeskAtWork();
  return { desk, receiptNumber: await aCaseOn(desk) };
}

describe("what is typed and not saved", () => {
  test("is there again for who typed it, as it was last, until it is cleared", async () => {
    const { desk, receiptNumber } = await aDeskWithACase();
    const mine = { receiptNumber, staff: "OP01" };
    await keepTypedText(desk)({ ...mine, baseVersion: 1, fields: { content: "歩数" } });
    await keepTypedText(desk)({ ...mine, baseVersion: 1, fields: { content: "歩数が増え" } });
    expect(valueOf(await findTypedText(desk)(mine))).toMatchObject({
      fields: { content: "歩数が増え" },
      baseVersion: 1,
    });
    expect(valueOf(await findTypedText(desk)({ ...mine, staff: "OP02" }))).toBeUndefined();
    expect((await desk.cases.ofDay(desk.programme.id, "2024-07-16"))[0]?.version).toBe(1);
    await clearTypedText(desk)(mine);
    expect(valueOf(await findTypedText(desk)(mine))).toBeUndefined();
  });

  test("outlives the longest closure of the contract, and is gone after 14 days", async () => {
    const { desk, receiptNumber } = await aDeskWithACase();
    const mine = { receiptNumber, staff: "OP01" };
    await keepTypedText(desk)({ ...mine, baseVersion: 1, fields: { content: "歩数" } });
    desk.now = at("2024-07-30T09:59:59");
    expect(valueOf(await findTypedText(desk)(mine))).toBeDefined();
    desk.now = at("2024-07-30T10:00");
    expect(valueOf(await findTypedText(desk)(mine))).toBeUndefined();
  });

  test("shows each who is writing in the case now, and nobody who stopped a minute ago", async () => {
    const { desk, receiptNumber } = await aDeskWithACase();
    const other = await aCaseOn(desk, { contactId: "other" });
    const typed = { baseVersion: 1, fields: { content: "あ" } };
    await keepTypedText(desk)({ receiptNumber, staff: "OP01", ...typed });
    await keepTypedText(desk)({ receiptNumber: other, staff: "OP03", ...typed });
    desk.now = at("2024-07-16T10:00:59");
    await keepTypedText(desk)({ receiptNumber, staff: "op02", ...typed });
    expect(valueOf(await whoIsWriting(desk)(receiptNumber))).toEqual(["OP01", "OP02"]);
    desk.now = at("2024-07-16T10:01");
    expect(valueOf(await whoIsWriting(desk)(receiptNumber))).toEqual(["OP02"]);
  });

  test("is refused where it is no case's, nobody's, or longer than a case may be", async () => {
    const { desk, receiptNumber } = await aDeskWithACase();
    const typed = { receiptNumber, staff: "OP01", baseVersion: 1, fields: {} };
    expect(problemIn(await keepTypedText(desk)({ ...typed, receiptNumber: "1" }))).toContain("受付番号");
    expect(problemIn(await keepTypedText(desk)({ ...typed, staff: "山田" }))).toContain("never a name");
    const long = { ...typed, fields: { answer: "あ".repeat(10_001) } };
    expect(problemIn(await keepTypedText(desk)(long))).toContain("10,000文字");
  });
});
