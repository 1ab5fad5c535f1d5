import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tableDefinitions } from "../../adapters/table-definitions.ts";
import { lifeOfACase } from "../../bench/case-life/life-of-a-case.ts";
import { type CountedWrite, countWrites } from "../../bench/dynamodb/counted-writes.ts";
import { sizeOf } from "../../bench/dynamodb/item-size.ts";
import { refusedWriteUnits, writeUnits } from "../../bench/dynamodb/write-units.ts";
import { aCloud } from "../support/cloud.ts";

const key = { day: { S: "kobaton-alkoo#2024-07-16" }, receiptNumber: { S: "419869121815" } };

/** A call's case as it is opened. */
const opened = {
  ...key,
  origin: { M: { kind: { S: "call" }, contactId: { S: "6f1c1f0e-0000-4000-8000-000000000000" } } },
  receivedAt: { N: "1721091600000" },
  status: { S: "in-progress" },
  attributes: { M: {} },
  history: { L: [{ M: { at: { N: "1721091600000" }, what: { S: "opened" } } }] },
  version: { N: "1" },
};

describe('the size of an item, by AWS\'s "DynamoDB item sizes and formats"', () => {
  test("of a call's case as it is opened is 203 bytes", () => {
    // A name and a text: their bytes in UTF-8. A number: a byte for two significant digits, and one. A list or a map: three, and
    // one for each of what it holds. 1721091600000 has eight significant digits, so takes 4 + 1.
    const day = 3 + 24;
    const receiptNumber = 13 + 12;
    const origin = 6 + 3 + (1 + 4 + 4) + (1 + 9 + 36);
    const receivedAt = 10 + 5;
    const status = 6 + 11;
    const attributes = 10 + 3;
    const history = 7 + 3 + 1 + (3 + (1 + 2 + 5) + (1 + 4 + 6));
    const version = 7 + 2;
    expect(day + receiptNumber + origin + receivedAt + status + attributes + history + version).toBe(203);
    expect(sizeOf(opened)).toBe(203);
  });

  test("counts a Japanese character as three bytes, and truth or nothing as one", () => {
    expect(sizeOf({ answer: { S: "歩数" }, a: { BOOL: true }, b: { NULL: true } })).toBe(6 + 6 + 2 + 2);
  });
});

describe("what a write of a case costs", () => {
  const { Cases } = tableDefinitions;
  const person = { personKey: { S: "k" } };
  const owner = (code: string) => ({ openOwner: { S: `kobaton-alkoo#${code}` }, urgency: { N: "5" } });

  test.each([
    ["that is opened by an event, which knows no person", undefined, opened, 1, 0],
    ["whose person is named: an entry in Person", opened, { ...opened, ...person }, 1, 1],
    [
      "that is written and keeps its keys",
      { ...opened, ...person },
      { ...opened, ...person, version: { N: "2" } },
      1,
      0,
    ],
    [
      "that goes into other hands: an entry out of Owner and one in",
      { ...opened, ...owner("OP01") },
      { ...opened, ...owner("OP02") },
      1,
      2,
    ],
    ["that is closed: its entry goes out of Owner", { ...opened, ...owner("OP01") }, opened, 1, 1],
    ["that is removed, with its entry in Person", { ...opened, ...person }, undefined, 1, 1],
    // 203 bytes, 7 of a name, and 814 or 815 of text: 1,024 and 1,025.
    ["of 1,024 bytes", opened, { ...opened, content: { S: "a".repeat(814) } }, 1, 0],
    ["of 1,025 bytes", opened, { ...opened, content: { S: "a".repeat(815) } }, 2, 0],
    ["that was of 1,025 bytes and is less", { ...opened, content: { S: "a".repeat(815) } }, opened, 2, 0],
  ])("%s", (_what, before, after, item, indexes) => {
    expect(writeUnits(Cases, before, after)).toEqual({ item, indexes });
  });

  test("is paid for where its condition does not hold, by the size of what is there", () => {
    expect(refusedWriteUnits(undefined)).toEqual({ item: 1, indexes: 0 });
    expect(refusedWriteUnits({ ...opened, content: { S: "a".repeat(815) } })).toEqual({
      item: 2,
      indexes: 0,
    });
  });
});

describe("the life of a call's case", async () => {
  const { environment } = await aCloud();
  const steps: { readonly name: string; readonly writes: readonly CountedWrite[] }[] = [];
  let life: Awaited<ReturnType<typeof lifeOfACase>>;

  beforeAll(async () => {
    life = await lifeOfACase(environment);
    const counted = countWrites();
    for (const { name, happen } of life.steps) {
      const before = counted.writes.length;
      await happen();
      steps.push({ name, writes: counted.writes.slice(before) });
    }
    counted.stop();
  });
  afterAll(() => life.stop());

  test("costs eight write units: five writes, and three entries of indexes", () => {
    const ofCase = steps.map(({ name, writes }) => ({
      name,
      writes: writes.filter(({ table }) => table === "Cases").map(({ item, indexes }) => [item, indexes]),
    }));
    expect(ofCase).toEqual([
      { name: "the call arrives and waits", writes: [] },
      { name: "it is answered, and its case opened", writes: [[1, 0]] },
      { name: "the operator takes the case", writes: [[1, 1]] },
      { name: "the operator types, and writes it once", writes: [[1, 0]] },
      { name: "the call ends, and its record names the person", writes: [[1, 1]] },
      { name: "the case is closed", writes: [[1, 1]] },
    ]);
  });

  test("refuses no write: what is there already is found by reading", () => {
    const writes = steps.flatMap((step) => step.writes);
    expect(writes.length).toBeGreaterThan(10);
    expect(writes.filter(({ isRefused }) => isRefused)).toEqual([]);
  });
});
