import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AttributeValue, DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { dynamoDbCases } from "../adapters/dynamodb/cases.ts";
import { Table } from "../adapters/dynamodb/table.ts";
import type { Case } from "../domain/case/case.ts";
import { receiptNumberOf } from "../domain/case/receipt-number.ts";
import { datesBetween, dayNumberOf, instantOfDay, type JapaneseDate } from "../domain/japan-time.ts";
import { startDynamoDbServer } from "../local/dynamodb-server.ts";
import { localAccess } from "../local/local-access.ts";
import { sizeOf } from "./dynamodb/item-size.ts";

/**
 * What reading a month's cases costs: the read units that the embedded DynamoDB bills, beside the least that the bytes of the
 * month can cost (half a unit for each 4 KB, AWS: "Read consistency" and "Capacity unit consumption"), and beside a scan of a
 * table of three months.
 */
const programme = "bench";
const perDay = 250;
const tableName = "callcentre-Cases";

function caseOn(date: JapaneseDate, index: number): Case {
  const receivedAt = instantOfDay(dayNumberOf(date), 540 + index);
  const origin = `${date}-${index}`;
  return {
    programme,
    receiptNumber: receiptNumberOf(date, origin),
    origin: { kind: "call", contactId: `6f1c1f0e-0000-4000-8000-${String(index).padStart(12, "0")}` },
    receivedAt,
    status: "closed",
    personKey: "5d41402abc4b2a76b9719d911017c592".repeat(2),
    attributes: { relation: "参加者本人", municipality: "さいたま市", ageBand: "60代", device: "iPhone" },
    category: "C04",
    content: "アプリの歩数が反映されない。再起動と再ログインを案内した。".repeat(1 + (index % 4)),
    history: [
      { at: receivedAt, what: "opened" },
      { at: receivedAt + 600_000, what: "called-back", by: "OP01" },
    ],
    version: 3,
  };
}

/** Has every query say what it was billed, and counts. */
function countingUnits(client: DynamoDBClient): { units: number } {
  const counted = { units: 0 };
  client.middlewareStack.add(
    (next) => async (args) => {
      const billed = { ...args.input, ReturnConsumedCapacity: "TOTAL" };
      const answer = await next({ ...args, input: billed });
      const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: { CapacityUnits?: number } };
      if (ConsumedCapacity?.CapacityUnits === undefined) throw new Error("The server bills nothing.");
      counted.units += ConsumedCapacity.CapacityUnits;
      return answer;
    },
    { step: "initialize" },
  );
  return counted;
}

async function scanned(client: DynamoDBClient): Promise<Record<string, AttributeValue>[]> {
  const items: Record<string, AttributeValue>[] = [];
  for (let from: Record<string, AttributeValue> | undefined, first = true; first || from; first = false) {
    const page = await client.send(
      new ScanCommand({ TableName: tableName, ...(from && { ExclusiveStartKey: from }) }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  }
  return items;
}

const folder = mkdtempSync(join(tmpdir(), "bench-monthly-read-"));
const server = await startDynamoDbServer({ file: join(folder, "dynamodb.sqlite"), environment: {} });
const client = new DynamoDBClient({ endpoint: server.endpoint, ...localAccess });
try {
  const cases = dynamoDbCases(new Table(client, tableName));
  const weekday = (date: JapaneseDate) => ![0, 6].includes((dayNumberOf(date) + 4) % 7);
  for (const date of datesBetween("2024-07-01", "2024-09-30").filter(weekday))
    await Promise.all(Array.from({ length: perDay }, (_, index) => cases.open(caseOn(date, index))));

  const bytes = (await scanned(client))
    .filter(({ day }) => day?.S?.startsWith(`${programme}#2024-07`))
    .reduce((sum, item) => sum + sizeOf(item), 0);
  const counted = countingUnits(client);
  let read = 0;
  for (const date of datesBetween("2024-07-01", "2024-07-31"))
    read += (await cases.ofDay(programme, date)).length;
  if (read !== 23 * perDay) throw new Error(`${read} cases were read.`);
  const month = counted.units;
  counted.units = 0;
  await scanned(client);
  const print = (peer: string, peerValue: number) =>
    console.log(
      JSON.stringify({
        part: `monthly read: ${read} cases, ${Math.round(bytes / 1024)} KB`,
        peer,
        oursValue: month,
        peerValue,
        unit: "read units",
        ratio: peerValue / month,
      }),
    );
  print("bytes ÷ 4 KB ÷ 2", bytes / 4096 / 2);
  print("a scan of three months", counted.units);
} finally {
  client.destroy();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
