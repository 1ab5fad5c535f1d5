import { describe, expect, test } from "vitest";
import type { CaseDetail } from "../../../contract/cases.ts";
import {
  afterReading,
  afterSaving,
  resolved,
  restored,
  shownText,
  toSave,
  untouched,
  withTyped,
} from "../../../web/desk/screens/case-detail/editor-state.ts";

function aCase(
  version: number,
  written: { content?: string; answer?: string; device?: string } = {},
): CaseDetail {
  const { device, ...texts } = written;
  return {
    receiptNumber: "419848291374",
    receivedAt: 0,
    status: "in-progress",
    origin: "call",
    attributes: device === undefined ? {} : { device },
    version,
    nextStatuses: [],
    escalations: [],
    pictures: [],
    correspondence: [],
    history: [{ at: 5, what: "edited", by: "OP02", fields: ["content"] }],
    ...texts,
  };
}

const theirs = (mine: string, text: string) => ({ field: "content", mine, theirs: text, by: "OP02", at: 5 });

describe("what is typed into a case", () => {
  test("is what differs from the saved text; typing it back leaves nothing to save", () => {
    const typed = withTyped(untouched(aCase(1, { content: "歩数" })), "content", "歩数が");
    expect(toSave(typed)).toEqual({ content: "歩数が" });
    expect(toSave(withTyped(typed, "content", "歩数"))).toEqual({});
  });

  test("while a save is on its way stays, and is no conflict with one's own words", () => {
    const sent = { content: "歩数が" };
    const before = withTyped(untouched(aCase(1)), "content", "歩数が");
    const further = withTyped(before, "content", "歩数が出ない");
    const after = afterSaving(further, sent, { case: aCase(2, sent), conflicts: [] });
    expect(after).toMatchObject({ typed: { content: "歩数が出ない" }, conflicts: [], baseVersion: 2 });
  });

  test("back to the saved text while a save is on its way is not overtaken by the save", () => {
    const sent = { content: "歩数が" };
    const back = withTyped(withTyped(untouched(aCase(1)), "content", "歩数が"), "content", "");
    const after = afterSaving(back, sent, { case: aCase(2, sent), conflicts: [] });
    expect(shownText(after, "content")).toBe("");
    expect(toSave(after)).toEqual({ content: "" });
  });

  test("while another field is saved, into a field that somebody else has changed, is a conflict with their text", () => {
    const sent = { answer: "案内した" };
    const begun = withTyped(untouched(aCase(1)), "answer", "案内した");
    const meanwhile = withTyped(begun, "content", "私の内容");
    const saved = aCase(3, { content: "相手の内容", answer: "案内した" });
    const after = afterSaving(meanwhile, sent, { case: saved, conflicts: [] });
    expect(after.conflicts).toEqual([theirs("私の内容", "相手の内容")]);
    expect(toSave(after)).toEqual({});
    expect(shownText(after, "content")).toBe("私の内容");
  });

  test("in a conflict is kept on the version that it was typed on, so that it is found again after a crash", () => {
    const sent = { content: "私の内容" };
    const saved = aCase(4, { content: "相手の内容" });
    const after = afterSaving(withTyped(untouched(aCase(1)), "content", "私の内容"), sent, {
      case: saved,
      conflicts: [theirs("私の内容", "相手の内容")],
    });
    expect(after).toMatchObject({ keptBase: 1, baseVersion: 4, typed: sent });
    expect(toSave(resolved(after, "content", "私の内容"))).toEqual(sent);
    expect(resolved(after, "content", undefined)).toMatchObject({ typed: {}, conflicts: [] });
  });

  test("stays when the case is read again, and what others wrote elsewhere shows", () => {
    const typed = withTyped(untouched(aCase(1)), "content", "私の内容");
    const after = afterReading(typed, aCase(2, { device: "Android" }));
    expect(shownText(after, "device")).toBe("Android");
    expect(after).toMatchObject({ typed: { content: "私の内容" }, baseVersion: 1 });
    expect(afterReading(after, aCase(1)).saved.version).toBe(2);
  });

  test("and was kept comes back on its version; what is saved already does not", () => {
    const saved = aCase(5, { content: "保存済み" });
    const kept = { baseVersion: 3, fields: { content: "保存済み", answer: "書きかけ" } };
    expect(restored(saved, kept)).toMatchObject({ typed: { answer: "書きかけ" }, baseVersion: 3 });
    expect(restored(saved, { baseVersion: 3, fields: { content: "保存済み" } })).toEqual(untouched(saved));
  });
});
