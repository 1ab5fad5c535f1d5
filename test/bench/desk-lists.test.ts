import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, expect, test } from "vitest";
import { newSecret } from "../../adapters/system/ids.ts";
import { filledDesk, fillFolder } from "../../bench/desk/filled-desk.ts";
import type { DeskAge } from "../../bench/desk/history.ts";
import { type ListRequest, listRequests } from "../../bench/desk/list-requests.ts";
import { routes } from "../../contract/routes.ts";
import { startEmbeddedCloud } from "../../local/embedded-cloud.ts";

/**
 * What a page of a list costs must not follow from what was kept. A desk takes as many cases a day whether it is a day old or
 * ten; what it has piled up is ten times as much in the second.
 */
const aDay: DeskAge = { cases: 100, perDay: 100, past: 25, waiting: 20, due: 24, ofOnePerson: 30 };
const tenDays: DeskAge = { ...aDay, cases: 1_000, past: 250, waiting: 200, due: 240, ofOnePerson: 300 };

/** What was asked of DynamoDB, and how many items it answered. */
interface Cost {
  readonly requests: number;
  readonly items: number;
}

const counted = { requests: 0, items: 0 };
const send = DynamoDBClient.prototype.send;

/** Every client of the process counts, whoever makes it. */
function countedSend(this: DynamoDBClient, ...given: Parameters<typeof send>) {
  return (async () => {
    const answer = (await Reflect.apply(send, this, given)) as { Items?: unknown[]; Item?: unknown };
    counted.requests++;
    counted.items += answer.Items?.length ?? (answer.Item ? 1 : 0);
    return answer;
  })();
}

DynamoDBClient.prototype.send = countedSend as typeof send;
afterAll(() => {
  DynamoDBClient.prototype.send = send;
});

/** What the first page of every list and search costs, once everything that is read once a process has been read. */
async function costs(age: DeskAge): Promise<ReadonlyMap<string, Cost & { readonly rows: number }>> {
  const stateFolder = await mkdtemp(join(tmpdir(), "callcentre-"));
  const landmarks = await fillFolder(stateFolder, age);
  const cloud = await startEmbeddedCloud({ stateFolder, newSecret });
  Object.assign(process.env, cloud.environment);
  const desk = await filledDesk(cloud.environment);
  const found = new Map<string, Cost & { rows: number }>();
  for (const list of listRequests(landmarks)) {
    await desk.ask(list);
    Object.assign(counted, { requests: 0, items: 0 });
    const { rows } = await desk.ask(list);
    found.set(nameOf(list), { ...counted, rows });
  }
  await Promise.all([desk.stop(), cloud.stop()]);
  await rm(stateFolder, { recursive: true });
  return found;
}

function nameOf({ route, view }: ListRequest): string {
  return `${route} ${view}`;
}

/** Lists that were shorter on the first day than a page is: they grow up to their page, and no further. */
const pageOf: Readonly<Record<string, number>> = {
  "listCallbacks that are open": 25,
};

test("a page of any list, and any search, asks as much and reads as much however many cases there are", async () => {
  const [few, many] = [await costs(aDay), await costs(tenDays)];
  console.log(
    [...few].map(([n, c]) => `${n} ${JSON.stringify(c)} ${JSON.stringify(many.get(n))}`).join("\n"),
  );
  expect(many).toEqual(few);
  void pageOf;
  expect(new Set([...few.keys()].map((name) => name.split(" ")[0])).size).toBeGreaterThan(15);
  const lists = Object.keys(routes).filter((name) => name.startsWith("list"));
  expect(lists.length).toBeGreaterThan(10);
  for (const list of lists) expect([...few.keys()].join("\n")).toContain(`${list} `);
}, 120_000);
