import { describe, expect, test } from "vitest";
import { memoryEntries } from "../../../adapters/memory/entries.ts";
import { csvLines } from "../../../local/csv-lines.ts";
import {
  addKnowledge,
  confirmKnowledge,
  enterReaders,
  knowledgeProgress,
  readingList,
  removeReaders,
} from "../../../usecases/knowledge/handed-over-knowledge.ts";
import { knowledgeIn } from "../../../usecases/kept/desk-stores.ts";
import { at } from "../../support/contacts.ts";
import { aDesk } from "../../support/desk.ts";

const heading = "番号,題名,内容,出典,版\n";
const list = `${heading}K01,抽選,毎月10日,旧マニュアル3頁,1\nK02,賞品,月末に発送,旧マニュアル5頁,\n`;

const aReadingDesk = () =>
  Object.assign(aDesk("2024-07-01T09:00"), { knowledge: knowledgeIn(memoryEntries) });
type ReadingDesk = ReturnType<typeof aReadingDesk>;

function add(desk: ReadingDesk, text: string) {
  async function* pieces() {
    yield text;
  }
  return addKnowledge(desk)(csvLines(pieces()));
}

/** A desk with two items and two readers. */
async function withList(): Promise<ReadingDesk> {
  const desk = aReadingDesk();
  await add(desk, list);
  await enterReaders(desk)(["op01", "OP02"]);
  return desk;
}

describe("a list of handed-over knowledge", () => {
  test("is added once", async () => {
    const desk = aReadingDesk();
    expect(await add(desk, list)).toEqual({
      ok: true,
      value: { lines: 2, new: 2, unchanged: 0, rejects: [] },
    });
    expect(await add(desk, list)).toMatchObject({ value: { new: 0, unchanged: 2, rejects: [] } });
  });

  test("keeps a version as it was read: changed words need a higher one", async () => {
    const desk = await withList();
    const changed = `${heading}K01,抽選,毎月20日,旧マニュアル3頁,1\n,,,,\nK02,賞品,月初に発送,旧マニュアル5頁,2\nK0_3,,x,y,1\nK04,題\n`;
    const added = await add(desk, changed);
    expect(added).toMatchObject({ value: { lines: 4, new: 1, unchanged: 0 } });
    const rejects = added.ok ? added.value.rejects : [];
    expect(rejects.map(({ line, field }) => [line, field])).toEqual([
      [2, "版"],
      [5, "番号"],
      [5, "題名"],
      [6, "行"],
    ]);
    const reading = await readingList(desk)("OP01");
    expect(reading.ok && reading.value.map(({ item, version, text }) => [item, version, text])).toEqual([
      ["K01", 1, "毎月10日"],
      ["K02", 2, "月初に発送"],
    ]);
  });

  test("is refused without its headings", async () => {
    expect(await add(aReadingDesk(), "a,b\n")).toMatchObject({
      ok: false,
      problem: expect.stringContaining("番号, 題名, 内容, 出典"),
    });
  });
});

describe("an operator", () => {
  test("confirms what is on their list, and sees what is left", async () => {
    const desk = await withList();
    expect(await confirmKnowledge(desk)("op01", ["ｋ０１"])).toMatchObject({
      ok: true,
      value: [{ item: "K01" }],
    });
    const reading = await readingList(desk)("OP01");
    expect(reading.ok && reading.value.map(({ item, isConfirmed }) => [item, isConfirmed])).toEqual([
      ["K01", true],
      ["K02", false],
    ]);
  });

  test("has a corrected item to read again", async () => {
    const desk = await withList();
    await confirmKnowledge(desk)("OP01", ["K01", "K02"]);
    desk.now = at("2024-07-03T10:00");
    await add(desk, `${heading}K02,賞品,月初に発送,旧マニュアル5頁,2\n`);
    const progress = await knowledgeProgress(desk)(["2024-07-02", "2024-07-03"]);
    expect(progress.map(({ readers }) => readers[0])).toEqual([
      { staff: "OP01", confirmed: 2, of: 2, rate: 1 },
      { staff: "OP01", confirmed: 1, of: 2, rate: 0.5 },
    ]);
    expect(progress.map(({ all }) => [all.confirmed, all.of])).toEqual([
      [2, 4],
      [1, 4],
    ]);
  });

  test("who is not entered, or an item that is not there, is refused and nothing is kept", async () => {
    const desk = await withList();
    for (const [staff, items, sentence] of [
      ["OP99", ["K01"], "OP01, OP02"],
      ["OP01", ["K01", "K99"], 'no item "K99": use K01, K02'],
    ] as const)
      expect(await confirmKnowledge(desk)(staff, items)).toEqual({
        ok: false,
        problem: expect.stringContaining(sentence),
      });
    expect(await desk.knowledge.confirmations(desk.programme.id)).toEqual([]);
  });

  test("is entered by code, never by name, and taken out when they leave", async () => {
    const desk = await withList();
    expect(await enterReaders(desk)(["OP03", "玉川花子"])).toMatchObject({
      ok: false,
      problem: expect.stringContaining("never a name"),
    });
    expect(await removeReaders(desk)(["op02"])).toEqual({ ok: true, value: ["OP01"] });
    expect(await removeReaders(desk)(["花子"])).toMatchObject({ ok: false });
  });
});
