import { expect, test } from "vitest";
import type { KnowledgeItem } from "../../domain/handover/knowledge.ts";
import type { KnowledgeStore } from "../../usecases/ports/imports.ts";
import { at } from "../support/contacts.ts";

/** What every store of handed-over knowledge promises. */
export function knowledgeStoreContract(store: () => KnowledgeStore, newProgramme: () => string): void {
  const first: KnowledgeItem = {
    item: "K01",
    version: 1,
    title: "抽選の時期",
    text: "毎月10日に行う。\n結果は15日に載る。",
    source: "旧マニュアル 3ページ",
    addedAt: at("2024-07-01T09:00"),
  };
  const second = { ...first, version: 2, addedAt: at("2024-07-02T09:00") };

  test("a version is kept once, and stays as it was added", async () => {
    const programme = newProgramme();
    expect(await store().add(programme, first)).toBeUndefined();
    expect(await store().add(programme, { ...first, text: "別の内容" })).toEqual(first);
    expect(await store().items(programme)).toEqual([first]);
  });

  test("every version of every item is there, in order, for its programme alone", async () => {
    const programme = newProgramme();
    const tenth = { ...first, version: 10 };
    const other = { ...first, item: "K02" };
    for (const item of [other, tenth, second, first]) await store().add(programme, item);
    await store().addReader(programme, { staff: "OP01", since: at("2024-07-01T09:00") });
    expect(await store().items(programme)).toEqual([first, second, tenth, other]);
    expect(await store().items(newProgramme())).toEqual([]);
  });

  test("a reader is one from when they were entered first until they are taken out", async () => {
    const programme = newProgramme();
    const reader = { staff: "OP01", since: at("2024-07-01T09:00") };
    await store().addReader(programme, { ...reader, staff: "OP02" });
    await store().addReader(programme, reader);
    await store().addReader(programme, { ...reader, since: at("2024-07-03T09:00") });
    expect(await store().readers(programme)).toEqual([reader, { ...reader, staff: "OP02" }]);
    await store().removeReader(programme, "OP02");
    await store().removeReader(programme, "OP02");
    expect(await store().readers(programme)).toEqual([reader]);
  });

  test("what somebody has confirmed first stays confirmed since then", async () => {
    const programme = newProgramme();
    const confirmation = { staff: "OP01", item: "K01", version: 1, at: at("2024-07-01T10:00") };
    await store().confirm(programme, confirmation);
    await store().confirm(programme, { ...confirmation, at: at("2024-07-05T10:00") });
    await store().confirm(programme, { ...confirmation, version: 2 });
    expect(await store().confirmations(programme)).toEqual([confirmation, { ...confirmation, version: 2 }]);
  });
}
