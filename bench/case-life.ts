import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TableName, tableDefinitions } from "../adapters/table-definitions.ts";
import { newSecret } from "../adapters/system/ids.ts";
import { startEmbeddedCloud } from "../local/embedded-cloud.ts";
import { lifeOfACase } from "./case-life/life-of-a-case.ts";
import { type CountedWrite, countWrites } from "./dynamodb/counted-writes.ts";
import { sizeOf } from "./dynamodb/item-size.ts";

/**
 * What the life of a call's case costs in write request units, by the rules of AWS (`dynamodb/write-units.ts`), above the embedded
 * DynamoDB: the case itself, whose bound it is, and what is written beside it, of its contact, of what is typed and of who read.
 * The bound is kept while the case is at most 1 KB, which is some 140 Japanese characters of inquiry and answer together; where
 * they are longer, up to 2 KB, each of the last three writes costs one more, and the life eleven.
 */
const atMostUnits = 8;

function print(part: string, units: number, ofAll: number, bound?: number): void {
  const [peer, peerValue] = bound === undefined ? ["the whole life", ofAll] : ["what a life may cost", bound];
  console.log(
    JSON.stringify({
      part,
      peer,
      oursValue: units,
      peerValue,
      unit: "write units",
      ratio: units / peerValue,
      ...(bound !== undefined && { atMost: 1 }),
    }),
  );
}

function unitsOf(writes: readonly CountedWrite[], table: TableName): number {
  return writes
    .filter((write) => write.table === table)
    .reduce((sum, { item, indexes }) => sum + item + indexes, 0);
}

const folder = mkdtempSync(join(tmpdir(), "bench-case-life-"));
const cloud = await startEmbeddedCloud({ stateFolder: folder, newSecret });
Object.assign(process.env, cloud.environment);
const life = await lifeOfACase(cloud.environment);
const counted = countWrites();
try {
  const ends: number[] = [];
  for (const { happen } of life.steps) {
    await happen();
    ends.push(counted.writes.length);
  }
  const total = unitsOf(counted.writes, "Cases");
  for (const [index, { name }] of life.steps.entries()) {
    const writes = counted.writes.slice(ends[index - 1] ?? 0, ends[index]);
    const size = writes.findLast(({ table }) => table === "Cases")?.written;
    const known = size ? `, ${sizeOf(size)} bytes` : "";
    print(`a case's life: ${name}${known}`, unitsOf(writes, "Cases"), total);
  }
  for (const table of Object.keys(tableDefinitions) as TableName[])
    if (table !== "Cases") print(`beside it: ${table}`, unitsOf(counted.writes, table), total);
  print("a case's life", total, total, atMostUnits);
} finally {
  counted.stop();
  await Promise.all([life.stop(), cloud.stop()]);
  rmSync(folder, { recursive: true, force: true });
}
