import { describe, expect, test } from "vitest";
import { dynamoDbAnnouncements } from "../../adapters/dynamodb/announcements.ts";
import { dynamoDbEntries, dynamoDbVersionedEntries } from "../../adapters/dynamodb/entries.ts";
import { dynamoDbClient, Table } from "../../adapters/dynamodb/table.ts";
import { memoryVersionedEntries } from "../../adapters/memory/entries.ts";
import { newId } from "../../adapters/system/ids.ts";
import { endedCallbacks, endedCallbacksOf } from "../../domain/callback/ended-callback.ts";
import { typedTexts } from "../../domain/case/typed-text.ts";
import { announcementLog } from "../../domain/announcement-log.ts";
import { specialDayLog } from "../../domain/calendar/special-day-log.ts";
import { endedFlag } from "../../domain/incident/flag.ts";
import { flagsIn, specialDaysIn } from "../../usecases/kept/desk-stores.ts";
import { entryStoreContract, otherEntries, testEntries } from "../contracts/entry-store.ts";
import { aCloud } from "../support/cloud.ts";
import { at } from "../support/contacts.ts";

const { name, environment } = await aCloud();
const desk = new Table(dynamoDbClient(), environment["DESK_TABLE"] ?? "");

describe("a desk's entries in memory", () => {
  const [store, other] = [memoryVersionedEntries(testEntries), memoryVersionedEntries(otherEntries)];
  entryStoreContract(
    () => store,
    () => other,
    newId,
  );
});

describe(`a desk's entries in DynamoDB, on ${name}`, () => {
  const [store, other] = [
    dynamoDbVersionedEntries(desk, testEntries),
    dynamoDbVersionedEntries(desk, otherEntries),
  ];
  entryStoreContract(
    () => store,
    () => other,
    newId,
  );
});

test(`what was typed goes by itself when its time is up, on ${name}`, async () => {
  const programme = newId();
  const until = at("2024-07-30T10:00");
  await dynamoDbEntries(desk, typedTexts).put(programme, {
    receiptNumber: "419800000017",
    staff: "OP01",
    baseVersion: 1,
    fields: { content: "書きかけ" },
    typedAt: at("2024-07-16T10:00"),
    until,
  });
  const item = await desk.get({ programme, entry: "typed-text#419800000017#OP01" });
  expect(item).toMatchObject({ expiresAt: until / 1000 });
});

test(`what remains of a call back is read with the write of just before, is a person's own, and goes by itself, on ${name}`, async () => {
  const asked: boolean[] = [];
  const client = dynamoDbClient();
  client.middlewareStack.add(
    (next) => (request) => {
      if ("KeyConditionExpression" in request.input)
        asked.push("ConsistentRead" in request.input && request.input.ConsistentRead === true);
      return next(request);
    },
    { step: "initialize" },
  );
  const store = dynamoDbEntries(new Table(client, environment["DESK_TABLE"] ?? ""), endedCallbacks);
  const programme = newId();
  const [requestedAt, endedAt] = [at("2024-07-16T10:00"), at("2024-07-16T11:00")];
  const ended = { personKey: "a", contactId: "asked", requestedAt, endedAt };
  const again = { ...ended, contactId: "again", requestedAt: at("2024-07-16T14:00") };
  for (const one of [again, ended, { ...ended, personKey: "ab" }]) await store.add(programme, one);
  expect(await store.add(programme, { ...ended, endedAt: endedAt + 1 })).toEqual(ended);
  expect(await store.all(programme, endedCallbacksOf("a"))).toEqual([ended, again]);
  expect(asked).toEqual([true]);
  const item = await desk.get({ programme, entry: `ended-callback#${endedCallbacks.idOf(ended)}` });
  expect(item).toMatchObject({ expiresAt: at("2024-07-23T11:00") / 1000 });
});

test(`a desk's other entries are no flags, on ${name}`, async () => {
  const programme = newId();
  await dynamoDbEntries(desk, testEntries).add(programme, { group: "a", number: 1, text: "", version: 1 });
  expect(await flagsIn((kind) => dynamoDbVersionedEntries(desk, kind)).all(programme)).toEqual([]);
});

test(`a flag of before decisions were kept is decided of once, and one that was ended stays for a year, on ${name}`, async () => {
  const programme = newId();
  const flags = flagsIn((kind) => dynamoDbVersionedEntries(desk, kind));
  const old = { personKey: "person", until: at("2024-08-01T00:00"), reason: "harassment" } as const;
  await dynamoDbEntries(desk, { kind: "flag", idOf: () => "person" }).put(programme, old);
  expect(await flags.all(programme)).toEqual([old]);
  const ended = endedFlag(old, { at: at("2024-07-16T10:00"), by: "SV01", note: "落ち着いた。" });
  expect(await flags.update(programme, ended)).toBe(true);
  expect(await flags.update(programme, { ...ended, until: 0 })).toBe(false);
  expect(await flags.find(programme, "person")).toEqual(ended);
  const item = await desk.get({ programme, entry: "flag#person" });
  expect(item).toMatchObject({ expiresAt: at("2025-07-16T10:00") / 1000 });
});

test(`what was written down of announcements and special days is none of what a call reads, on ${name}`, async () => {
  const programme = newId();
  const set = { number: 2, at: 1, what: "set", text: "台風です。", until: 2 } as const;
  const ended = { ...set, number: 10, what: "ended", by: "SV01" } as const;
  const day = { kind: "closing", date: "2024-08-14", reason: "台風" } as const;
  const [log, dayLog] = [dynamoDbEntries(desk, announcementLog), dynamoDbEntries(desk, specialDayLog)];
  for (const event of [ended, set]) expect(await log.add(programme, event)).toBeUndefined();
  await dayLog.add(programme, { number: 1, at: 1, by: "SV01", day });
  expect(await log.all(programme)).toEqual([set, ended]);
  expect(await dayLog.all(programme)).toEqual([{ number: 1, at: 1, by: "SV01", day }]);
  expect(await specialDaysIn((kind) => dynamoDbEntries(desk, kind)).all(programme)).toEqual([]);
  expect(await dynamoDbAnnouncements(desk).find(programme)).toBeUndefined();
});
