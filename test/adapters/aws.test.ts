import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { SESClient } from "@aws-sdk/client-ses";
import { marshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, test } from "vitest";
import { dynamoDbAnnouncements } from "../../adapters/dynamodb/announcements.ts";
import { dynamoDbAuditLog } from "../../adapters/dynamodb/audit-log.ts";
import { dynamoDbCallbacks } from "../../adapters/dynamodb/callbacks.ts";
import { dynamoDbCases } from "../../adapters/dynamodb/cases.ts";
import { dynamoDbContacts } from "../../adapters/dynamodb/contacts.ts";
import { dynamoDbEntries, dynamoDbVersionedEntries } from "../../adapters/dynamodb/entries.ts";
import { dynamoDbHolidayLists } from "../../adapters/dynamodb/holiday-lists.ts";
import { dynamoDbParkedWork } from "../../adapters/dynamodb/parked-work.ts";
import { dynamoDbClient, Table } from "../../adapters/dynamodb/table.ts";
import { pictureClient, s3Pictures } from "../../adapters/s3/pictures.ts";
import { s3Client, s3Reports } from "../../adapters/s3/reports.ts";
import { secretPersonKeys, secretsManagerClient } from "../../adapters/secrets-manager/person-keys.ts";
import { sesClient, sesMailer } from "../../adapters/ses/mailer.ts";
import { newId } from "../../adapters/system/ids.ts";
import { sha256 } from "../../adapters/system/sha256.ts";
import { caseOfCall } from "../../domain/case/case.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import {
  flagsIn,
  knowledgeIn,
  naviDialIn,
  proposalsIn,
  specialDaysIn,
  takenInquiriesIn,
} from "../../usecases/kept/desk-stores.ts";
import type { Entries } from "../../usecases/ports/entries.ts";
import { Unavailable } from "../../usecases/ports/host.ts";
import { announcementStoreContract } from "../contracts/announcement-store.ts";
import { auditLogContract } from "../contracts/audit-log.ts";
import { callbackStoreContract } from "../contracts/callback-store.ts";
import { caseStoreContract } from "../contracts/case-store.ts";
import { contactStoreContract } from "../contracts/contact-store.ts";
import { flagStoreContract } from "../contracts/flag-store.ts";
import { holidayListStoreContract } from "../contracts/holiday-list-store.ts";
import { knowledgeStoreContract } from "../contracts/knowledge-store.ts";
import { naviDialStoreContract } from "../contracts/navi-dial-store.ts";
import { parkedWorkStoreContract } from "../contracts/parked-work-store.ts";
import { pictureStoreContract } from "../contracts/picture-store.ts";
import { proposalStoreContract } from "../contracts/proposal-store.ts";
import { reportStoreContract } from "../contracts/report-store.ts";
import { specialDayStoreContract } from "../contracts/special-day-store.ts";
import { takenInquiryStoreContract } from "../contracts/taken-inquiry-store.ts";
import { aCloud } from "../support/cloud.ts";
import { anAnsweredCall, at } from "../support/contacts.ts";

const { name, environment } = await aCloud();
const newProgramme = () => newId();
const tableNamed = (variable: string) => new Table(dynamoDbClient(), environment[variable] ?? "");
const desk = tableNamed("DESK_TABLE");
const entries: Entries = (kind) => dynamoDbEntries(desk, kind);
const contacts = dynamoDbContacts(tableNamed("CONTACTS_TABLE"));
const cases = dynamoDbCases(tableNamed("CASES_TABLE"));
const callbacks = dynamoDbCallbacks(tableNamed("CALLBACKS_TABLE"));
const announcements = dynamoDbAnnouncements(tableNamed("DESK_TABLE"));
const flags = flagsIn((kind) => dynamoDbVersionedEntries(desk, kind));
const specialDays = specialDaysIn(entries);
const parked = dynamoDbParkedWork(tableNamed("PARKED_TABLE"), sha256);
const reports = s3Reports(s3Client(), environment["REPORT_BUCKET"] ?? "");
const pictures = s3Pictures(pictureClient(), environment["PICTURE_BUCKET"] ?? "");

describe(`contacts in DynamoDB, on ${name}`, () => contactStoreContract(() => contacts, newProgramme));
describe(`cases in DynamoDB, on ${name}`, () => caseStoreContract(() => cases, newProgramme));
describe(`call backs in DynamoDB, on ${name}`, () => callbackStoreContract(() => callbacks, newProgramme));
describe(`pictures in S3, on ${name}`, () => pictureStoreContract(() => pictures, newProgramme));
describe(`announcements in DynamoDB, on ${name}`, () =>
  announcementStoreContract(() => announcements, newProgramme));
describe(`flags in DynamoDB, on ${name}`, () => flagStoreContract(() => flags, newProgramme));
describe(`special days in DynamoDB, on ${name}`, () =>
  specialDayStoreContract(() => specialDays, newProgramme));
describe(`lists of holidays in DynamoDB, on ${name}`, () =>
  holidayListStoreContract(() => dynamoDbHolidayLists(tableNamed("DESK_TABLE")), newProgramme));
describe(`taken inquiries in DynamoDB, on ${name}`, () => {
  const taken = takenInquiriesIn(entries);
  takenInquiryStoreContract(() => taken, newProgramme);
});
describe(`handed-over knowledge in DynamoDB, on ${name}`, () => {
  const knowledge = knowledgeIn(entries);
  knowledgeStoreContract(() => knowledge, newProgramme);
});
describe(`proposals in DynamoDB, on ${name}`, () => {
  const proposals = proposalsIn((kind) => dynamoDbVersionedEntries(desk, kind));
  proposalStoreContract(() => proposals, newProgramme);
});
describe(`Navi-Dial's figures in DynamoDB, on ${name}`, () => {
  const naviDial = naviDialIn((kind) => dynamoDbVersionedEntries(desk, kind));
  naviDialStoreContract(() => naviDial, newProgramme);
});
describe(`the audit in DynamoDB, on ${name}`, () => {
  const log = dynamoDbAuditLog(tableNamed("AUDIT_TABLE"));
  auditLogContract(() => log, newProgramme);
});
describe(`parked work in DynamoDB, on ${name}`, () => parkedWorkStoreContract(() => parked, newProgramme));
describe(`reports in S3, on ${name}`, () => reportStoreContract(() => reports, newProgramme));

test(`a desk's announcement and flags are no special days, and go by themselves after their end, on ${name}`, async () => {
  const programme = newProgramme();
  const until = at("2024-08-01T00:00");
  await announcements.set(programme, { text: "台風です。", until });
  await flags.add(programme, { personKey: "person", until, reason: "harassment" });
  expect(await specialDays.all(programme)).toEqual([]);
  for (const entry of ["announcement", "flag#person"])
    expect(await desk.get({ programme, entry })).toMatchObject({ expiresAt: until / 1000 });
});

describe(`person keys from Secrets Manager, on ${name}`, () => {
  const keys = secretPersonKeys(secretsManagerClient(), environment["PERSON_KEY_SECRET"] ?? "");

  test("are the same for the same number, and say nothing of it", async () => {
    const key = await keys.keyOf("one", "+819012345678");
    expect(await keys.keyOf("one", "+819012345678")).toBe(key);
    expect(key).toMatch(/^[\w-]{43}$/);
  });

  test("differ between numbers and between programmes", async () => {
    const made = [await keys.keyOf("one", "+819012345678"), await keys.keyOf("one", "+819012345679")];
    expect(new Set([...made, await keys.keyOf("two", "+819012345678")]).size).toBe(3);
  });

  test("are unavailable without the secret, and asked for again the next time", async () => {
    const missing = secretPersonKeys(secretsManagerClient(), "no-such-secret");
    await expect(missing.keyOf("one", "+81")).rejects.toBeInstanceOf(Unavailable);
    await expect(missing.keyOf("one", "+81")).rejects.toBeInstanceOf(Unavailable);
  });
});

test(`a mail in Japanese is taken by SES, on ${name}`, async () => {
  const mail = {
    from: kobatonAlkoo.webForm.mailFrom,
    to: "someone@example.jp",
    subject: "受付",
    text: "本文\n𠮷",
  };
  await sesMailer(sesClient()).send(mail);
  await sesMailer(sesClient()).send({ ...mail, html: "<p>本文<br>𠮷</p>" });
  const nowhere = sesMailer(new SESClient({ endpoint: "http://127.0.0.1:9", maxAttempts: 1 }));
  await expect(nowhere.send(mail)).rejects.toBeInstanceOf(Unavailable);
});

describe("a service that fails", () => {
  test("is unavailable, with its own error as the cause", async () => {
    const missing = dynamoDbContacts(new Table(dynamoDbClient(), "no-such-table"));
    const failed = await missing.ofDay("any", "2024-07-16").catch((cause: unknown) => cause);
    expect(failed).toBeInstanceOf(Unavailable);
    expect((failed as Unavailable).cause).toMatchObject({ name: "ResourceNotFoundException" });
    const bucket = s3Reports(s3Client(), "no-such-bucket-here");
    await expect(bucket.all("any")).rejects.toBeInstanceOf(Unavailable);
  });
});

describe("write units", () => {
  const programme = newProgramme();
  const initiatedAt = at("2024-07-16T10:00");
  const personKey = "x".repeat(43);

  /** What DynamoDB bills for writing an item that is kept, its indexes apart. */
  async function unitsOf(variable: string, key: Record<string, string>): Promise<number | undefined> {
    const TableName = environment[variable];
    const { Item } = await dynamoDbClient().send(new GetItemCommand({ TableName, Key: marshall(key) }));
    const put = new PutItemCommand({ TableName, Item, ReturnConsumedCapacity: "INDEXES" });
    return (await dynamoDbClient().send(put)).ConsumedCapacity?.Table?.CapacityUnits;
  }

  test("an ordinary contact, with events and record, is written with at most two", async () => {
    const {
      programme: _programme,
      contactId: _contactId,
      initiatedAt: _at,
      ...facts
    } = anAnsweredCall("c", "2024-07-16T10:00", {
      personKey,
      arrival: "open",
    });
    const contactId = newId();
    await contacts.save(
      { programme, contactId, initiatedAt, events: facts, record: { lastUpdatedAt: initiatedAt, facts } },
      undefined,
    );
    const units = await unitsOf("CONTACTS_TABLE", { day: `${programme}#2024-07-16`, contactId });
    expect(units).toBeGreaterThan(0);
    expect(units).toBeLessThanOrEqual(2);
  });

  test("an ordinary case is written with one", async () => {
    const opened = caseOfCall({
      programme,
      receiptNumber: "419800000017",
      contactId: newId(),
      arrivedAt: initiatedAt,
      personKey,
    });
    await cases.open(opened);
    const key = { day: `${programme}#2024-07-16`, receiptNumber: opened.receiptNumber };
    expect(await unitsOf("CASES_TABLE", key)).toBe(1);
  });
});
