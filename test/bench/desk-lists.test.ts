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
 * three; every list has more than a page on the first day, and three times as much on the third.
 */
const aDay: DeskAge = { cases: 1_000, perDay: 1_000, past: 60, waiting: 210, due: 240, ofOnePerson: 50 };
const threeDays: DeskAge = { ...aDay, cases: 3_000, past: 180, waiting: 630, due: 720, ofOnePerson: 150 };

/** What was asked of DynamoDB, and how many items it answered. */
interface Cost {
  readonly requests: number;
  readonly items: number;
}

const counted = { requests: 0, items: 0 };
type Send = (this: DynamoDBClient, ...given: unknown[]) => Promise<unknown>;
const send = Reflect.get(DynamoDBClient.prototype, "send") as Send;

/** Every client of the process counts, whoever makes it. */
const countedSend: Send = async function (...given) {
  const answer = (await send.apply(this, given)) as { Items?: unknown[]; Item?: unknown };
  counted.requests++;
  counted.items += answer.Items?.length ?? (answer.Item ? 1 : 0);
  return answer;
};

Reflect.set(DynamoDBClient.prototype, "send", countedSend);
afterAll(() => {
  Reflect.set(DynamoDBClient.prototype, "send", send);
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

test("a page of any list, and any search, asks and reads as much however many cases there are", async () => {
  const few = await costs(aDay);
  expect(await costs(threeDays)).toEqual(few);
  const lists = Object.keys(routes).filter((name) => name.startsWith("list"));
  expect(lists.length).toBeGreaterThan(10);
  const looked = new Set([...few.keys()].map((name) => name.split(" ")[0]));
  expect(lists.filter((name) => !looked.has(name))).toEqual([]);
  expect(looked.size).toBeGreaterThan(lists.length);
  for (const { requests, rows } of few.values()) expect(Math.min(requests, rows)).toBeGreaterThan(0);
}, 300_000);
