import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Case, caseOfCall, type CaseField } from "../../../domain/case/case.ts";
import { caseFieldNames, checkedChange, editedCase, fieldOf } from "../../../domain/case/edit-case.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";
import { at } from "../../support/contacts.ts";

const opened = caseOfCall({
  programme: "kobaton-alkoo",
  receiptNumber: "419800000017",
  contactId: "c",
  arrivedAt: at("2024-07-16T10:00"),
});
const edit = (by: string, time = "2024-07-16T10:05") => ({ at: at(time), by });

describe("what somebody writes into a case", () => {
  test("is written, and the history names the fields and never what they say", () => {
    const change = { baseVersion: 1, fields: { content: "歩数が増えない", ageBand: "60代" } };
    const { case: after, written, conflicts } = editedCase(opened, change, edit("OP01"));
    expect(after).toMatchObject({ content: "歩数が増えない", attributes: { ageBand: "60代" }, version: 2 });
    expect({ written, conflicts }).toEqual({ written: ["content", "ageBand"], conflicts: [] });
    expect(after.history.at(-1)).toEqual({
      at: at("2024-07-16T10:05"),
      what: "edited",
      by: "OP01",
      fields: ["content", "ageBand"],
      version: 2,
    });
  });

  test("empties a field with nothing, so that the case says nothing there", () => {
    const full = editedCase(opened, { baseVersion: 1, fields: { answer: "案内した" } }, edit("OP01")).case;
    const emptied = editedCase(full, { baseVersion: 2, fields: { answer: "" } }, edit("OP01")).case;
    expect("answer" in emptied).toBe(false);
    expect(emptied.version).toBe(3);
  });

  test("is written once, however often it is sent", () => {
    const change = { baseVersion: 1, fields: { content: "一度だけ" } };
    const once = editedCase(opened, change, edit("OP01")).case;
    expect(editedCase(once, change, edit("OP01"))).toEqual({ case: once, written: [], conflicts: [] });
  });
});

describe("two people in one case", () => {
  const theirs = editedCase(opened, { baseVersion: 1, fields: { content: "先に書いた" } }, edit("OP02")).case;

  test("who write different fields keep both", () => {
    const change = { baseVersion: 1, fields: { answer: "再起動を案内" } };
    const { case: after, conflicts } = editedCase(theirs, change, edit("OP01"));
    expect(after).toMatchObject({ content: "先に書いた", answer: "再起動を案内" });
    expect(conflicts).toEqual([]);
  });

  test("who write the same field see both texts and who wrote theirs; the rest is written", () => {
    const change = { baseVersion: 1, fields: { content: "後から書いた", answer: "案内した" } };
    const { case: after, written, conflicts } = editedCase(theirs, change, edit("OP01", "2024-07-16T10:09"));
    expect(conflicts).toEqual([
      {
        field: "content",
        mine: "後から書いた",
        theirs: "先に書いた",
        by: "OP02",
        at: at("2024-07-16T10:05"),
      },
    ]);
    expect(written).toEqual(["answer"]);
    expect(after).toMatchObject({ content: "先に書いた", answer: "案内した" });
  });

  test("may write over what the other wrote, once they have seen it", () => {
    const change = { baseVersion: theirs.version, fields: { content: "二人で決めた" } };
    const { case: after, conflicts } = editedCase(theirs, change, edit("OP01"));
    expect({ content: after.content, conflicts }).toEqual({ content: "二人で決めた", conflicts: [] });
  });

  test("lose nothing in any order: each text that was written is in the case, or shown to somebody as a conflict, or was replaced by who had seen it", () => {
    const texts: Partial<Record<CaseField, string[]>> = {
      category: kobatonAlkoo.categories.map((one) => one.code),
    };
    const action = fc.record({
      by: fc.constantFrom("OP01", "OP02"),
      field: fc.constantFrom<CaseField>("content", "answer", "ageBand", "owner", "category"),
      text: fc.integer({ min: 0, max: 9 }),
      reloads: fc.boolean(),
    });
    let conflictsSeen = 0;
    fc.assert(
      fc.property(fc.array(action, { minLength: 2, maxLength: 30 }), (actions) => {
        let kept: Case = opened;
        const seen: Record<string, Case> = { OP01: opened, OP02: opened };
        for (const { by, field, text, reloads } of actions) {
          if (reloads) seen[by] = kept;
          const mine = texts[field]?.[text] ?? `${by} ${text}`;
          const before = seen[by] ?? opened;
          const result = editedCase(
            kept,
            { baseVersion: before.version, fields: { [field]: mine } },
            edit(by),
          );
          const theirs = fieldOf(kept, field);
          const lastBy = kept.history.findLast(({ fields }) => fields?.includes(field))?.by;
          conflictsSeen += result.conflicts.length;
          if (result.conflicts.length > 0) {
            expect(fieldOf(result.case, field)).toBe(theirs);
            expect(result.conflicts).toMatchObject([{ field, mine, theirs, by: lastBy }]);
          } else {
            expect(fieldOf(result.case, field)).toBe(mine);
            // What was replaced was what they had seen, or their own.
            const replaced = theirs !== mine && theirs !== "" && lastBy !== by;
            if (replaced) expect(fieldOf(before, field)).toBe(theirs);
          }
          kept = result.case;
        }
      }),
      { numRuns: 500 },
    );
    expect(conflictsSeen).toBeGreaterThan(50);
  });
});

describe("a change", () => {
  test("with what each field may be is taken, a staff code in capitals", () => {
    const [category] = kobatonAlkoo.categories;
    const fields = { category: category?.code ?? "", owner: "op01", content: "本文", device: "" };
    expect(checkedChange({ baseVersion: 1, fields }, kobatonAlkoo)).toEqual({
      ok: true,
      value: { baseVersion: 1, fields: { ...fields, owner: "OP01" } },
    });
  });

  test.each([
    ["a category that there is not", { category: "no-such" }, "相談内容分類「no-such」"],
    ["an age that cannot be chosen", { ageBand: "61歳" }, "年代「61歳」は選択肢にありません"],
    ["a name in the place of a staff code", { owner: "山田" }, "職員コード"],
    ["a text that is too long", { content: "あ".repeat(10_001) }, "相談内容は10,000文字まで"],
  ])("with %s is refused in a sentence", (_what, fields, words) => {
    expect(checkedChange({ baseVersion: 1, fields }, kobatonAlkoo)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(words),
    });
  });

  test("names every field in Japanese", () => {
    expect(Object.values(caseFieldNames)).toHaveLength(8);
  });
});
