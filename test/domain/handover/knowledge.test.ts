import { describe, expect, test } from "vitest";
import { itemsBefore, type Knowledge, progressOn } from "../../../domain/handover/knowledge.ts";
import { readItemNumber, readKnowledge } from "../../../domain/handover/knowledge-line.ts";
import { at } from "../../support/contacts.ts";

const item = (number: string, version: number, addedAt: string) => ({
  item: number,
  version,
  title: "題名",
  text: "内容",
  source: "旧マニュアル",
  addedAt: at(addedAt),
});
const confirmed = (staff: string, number: string, version: number, when: string) => ({
  staff,
  item: number,
  version,
  at: at(when),
});

/** Two items on the 1st; K02 is corrected and K03 added on the 3rd. OP02 joins on the 2nd. */
const knowledge: Knowledge = {
  items: [
    item("K01", 1, "2024-07-01T09:00"),
    item("K02", 1, "2024-07-01T09:00"),
    item("K02", 2, "2024-07-03T09:00"),
    item("K03", 1, "2024-07-03T09:00"),
  ],
  readers: [
    { staff: "OP01", since: at("2024-07-01T09:00") },
    { staff: "OP02", since: at("2024-07-02T09:00") },
  ],
  confirmations: [
    confirmed("OP01", "K01", 1, "2024-07-01T10:00"),
    confirmed("OP01", "K02", 1, "2024-07-02T23:59"),
    confirmed("OP01", "K02", 2, "2024-07-04T00:00"),
    confirmed("OP02", "K01", 1, "2024-07-03T10:00"),
    confirmed("LD01", "K01", 1, "2024-07-01T10:00"),
    confirmed("OP01", "K99", 1, "2024-07-01T10:00"),
  ],
};

describe("how far the operators have come", () => {
  test.each([
    ["2024-06-30", [], [0, 0]],
    ["2024-07-01", [["OP01", 1, 2]], [1, 2]],
    [
      "2024-07-02",
      [
        ["OP01", 2, 2],
        ["OP02", 0, 2],
      ],
      [2, 4],
    ],
    // The corrected item has to be read again.
    [
      "2024-07-03",
      [
        ["OP01", 1, 3],
        ["OP02", 1, 3],
      ],
      [2, 6],
    ],
    [
      "2024-07-04",
      [
        ["OP01", 2, 3],
        ["OP02", 1, 3],
      ],
      [3, 6],
    ],
  ] as const)("at the end of %s", (date, readers, [confirmedOfAll, ofAll]) => {
    const progress = progressOn(knowledge, date);
    expect(progress.readers.map(({ staff, confirmed: count, of }) => [staff, count, of])).toEqual(readers);
    expect(progress.all).toMatchObject({ confirmed: confirmedOfAll, of: ofAll });
  });

  test("is a rate, and none where there is nothing to read", () => {
    expect(progressOn(knowledge, "2024-07-04").all.rate).toBe(0.5);
    expect(progressOn(knowledge, "2024-06-30").all.rate).toBeNull();
    const nothing = { ...knowledge, items: [] };
    expect(progressOn(nothing, "2024-07-04").readers).toEqual([
      { staff: "OP01", confirmed: 0, of: 0, rate: null },
      { staff: "OP02", confirmed: 0, of: 0, rate: null },
    ]);
  });
});

test("of each item the highest version is to be read, in order", () => {
  const versions = itemsBefore([...knowledge.items].reverse(), at("2024-07-04T00:00"));
  expect(versions.map(({ item: number, version }) => [number, version])).toEqual([
    ["K01", 1],
    ["K02", 2],
    ["K03", 1],
  ]);
});

describe("a line of knowledge", () => {
  const fields = {
    item: " k-01 ",
    title: "題名",
    text: "一行目\r\n二行目",
    source: "旧マニュアル",
    version: "",
  };

  test("is read; without a version it is the first", () => {
    expect(readKnowledge(fields, 5)).toEqual({
      ok: true,
      value: {
        item: "K-01",
        version: 1,
        title: "題名",
        text: "一行目\n二行目",
        source: "旧マニュアル",
        addedAt: 5,
      },
    });
    expect(readKnowledge({ ...fields, version: "１２" }, 5)).toMatchObject({ value: { version: 12 } });
  });

  test.each([
    ["item", ""],
    ["item", "項目１"],
    ["title", ""],
    ["title", "長".repeat(201)],
    ["text", "長".repeat(20_001)],
    ["source", " "],
    ["version", "0"],
    ["version", "1.5"],
    ["version", "10000"],
  ] as const)("with %s %j is refused for that field", (field, value) => {
    const reading = readKnowledge({ ...fields, [field]: value }, 5);
    expect(reading.ok ? [] : reading.problems.map((problem) => problem.field)).toEqual([field]);
  });

  test("has a number as people type it", () => {
    expect(readItemNumber("Ｋ０１")).toEqual({ ok: true, value: "K01" });
  });
});
