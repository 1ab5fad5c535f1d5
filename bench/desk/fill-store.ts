import { dynamoDbCallbacks } from "../../adapters/dynamodb/callbacks.ts";
import { dynamoDbCases } from "../../adapters/dynamodb/cases.ts";
import { dynamoDbContacts } from "../../adapters/dynamodb/contacts.ts";
import { dynamoDbEntries, dynamoDbVersionedEntries } from "../../adapters/dynamodb/entries.ts";
import { Table } from "../../adapters/dynamodb/table.ts";
import type { TableName } from "../../adapters/table-definitions.ts";
import type { Case } from "../../domain/case/case.ts";
import { incidents } from "../../domain/incident/incident.ts";
import { dateAt, millisPerMinute } from "../../domain/japan-time.ts";
import { callAlerts } from "../../domain/long-call/long-call.ts";
import { registrationLog, waitingDeletions } from "../../domain/registration/registration.ts";
import { arrivedCallers } from "../../domain/contact/arrived-caller.ts";
import { shiftNotes } from "../../domain/shift/shift.ts";
import { programme } from "../runner/first-programme.ts";
import { proposalsIn } from "../../usecases/kept/desk-stores.ts";
import { gatheringClient, type WriteItems } from "./gathering-client.ts";
import { casesOf, contactIdAt, type DeskAge, dueOfCallback, isCallbackAt, isChosen } from "./history.ts";
import { fillSettings } from "./settings.ts";

/** Where the searches of a filled store find something. */
export interface Landmarks {
  /** The case of the latest call. */
  readonly receiptNumber: string;
  /** That call's first contact; its caller is the person who has many cases. */
  readonly contactId: string;
  /** A case that awaits a call back. */
  readonly awaitingNumber: string;
  /** A case of today with an operation in the app vendor's tool. */
  readonly registeredNumber: string;
}

/** So many cases are put before they are written. */
const casesAtOnce = 2_000;

/**
 * Fills a cloud's tables with the history of a desk of that age, through the adapters and `write`, and says where its landmarks
 * are. `person` is the key of the person who is searched for. Reports go into the cloud's bucket.
 */
export async function fillStore(
  environment: Readonly<Record<string, string>>,
  write: WriteItems,
  age: DeskAge,
  person: string,
): Promise<Landmarks> {
  const gathering = gatheringClient(write);
  const tableNamed = (name: TableName) =>
    new Table(gathering.client, environment[`${name.toUpperCase()}_TABLE`] ?? "");
  const stores = storesIn(tableNamed);
  const found: { -readonly [Name in keyof Landmarks]?: string } = {};
  for (const one of casesOf(age, person)) {
    const kept = withRegistration(one.index, one.case);
    await stores.cases.open(kept);
    await putAround(stores, one.index, kept, age, person);
    noteLandmarks(found, one.index, kept, age);
    if (one.index % casesAtOnce === casesAtOnce - 1) await gathering.flush();
  }
  await fillSettings(tableNamed("Desk"), age, environment);
  await gathering.flush();
  gathering.client.destroy();
  const { receiptNumber, contactId, awaitingNumber, registeredNumber } = found;
  if (!receiptNumber || !contactId || !awaitingNumber || !registeredNumber)
    throw new Error("The history is too short for every landmark.");
  return { receiptNumber, contactId, awaitingNumber, registeredNumber };
}

type Stores = ReturnType<typeof storesIn>;

function storesIn(tableNamed: (name: TableName) => Table) {
  const desk = tableNamed("Desk");
  return {
    cases: dynamoDbCases(tableNamed("Cases")),
    contacts: dynamoDbContacts(tableNamed("Contacts")),
    callbacks: dynamoDbCallbacks(tableNamed("Callbacks")),
    incidents: dynamoDbVersionedEntries(desk, incidents),
    alerts: dynamoDbVersionedEntries(desk, callAlerts),
    registrationLog: dynamoDbEntries(desk, registrationLog),
    waitingDeletions: dynamoDbEntries(desk, waitingDeletions),
    arrivedCallers: dynamoDbEntries(desk, arrivedCallers),
    shiftNotes: dynamoDbEntries(desk, shiftNotes),
    proposals: proposalsIn((kind) => dynamoDbVersionedEntries(desk, kind)),
  };
}

const registeredEvery = 5;

/** Contacts and operations lie by their days, of which screens read one or two: so many of the latest days have them. */
const daysWithContacts = 20;

/** Every fifth case has an operation in the app vendor's tool. */
function withRegistration(index: number, kept: Case): Case {
  if (index % registeredEvery !== 0) return kept;
  const event = { at: kept.receivedAt, what: "registration-logged", by: "OP01" } as const;
  return { ...kept, history: [...kept.history, event] };
}

/** What happened around a case. */
async function putAround(
  stores: Stores,
  index: number,
  kept: Case,
  age: DeskAge,
  person: string,
): Promise<void> {
  if (kept.origin.kind === "call" && index < daysWithContacts * age.perDay)
    await putCall(stores, index, kept, age, person);
  if (index % registeredEvery === 0 && index < daysWithContacts * age.perDay)
    await putRegistration(stores, index, kept, age);
  if (isChosen(index, age.past, age.cases)) await putPast(stores, index, kept, age);
}

async function putCall(
  { contacts, callbacks, arrivedCallers: callers }: Stores,
  index: number,
  { receivedAt }: Case,
  age: DeskAge,
  person: string,
): Promise<void> {
  const contactId = contactIdAt(index);
  await contacts.save(
    {
      programme: programme.id,
      contactId,
      initiatedAt: receivedAt,
      events: {},
      record: {
        lastUpdatedAt: receivedAt + 10 * millisPerMinute,
        facts: {
          channel: "VOICE",
          initiationMethod: "INBOUND",
          enqueuedAt: receivedAt + 10_000,
          queueSeconds: 8,
          connectedToAgentAt: receivedAt + 18_000,
          disconnectedAt: receivedAt + 6 * millisPerMinute,
          interactionSeconds: 300,
          afterContactWorkSeconds: 60,
          staffCode: "OP01",
        },
      },
    },
    undefined,
  );
  if (index === 1) await callers.put(programme.id, { contactId, personKey: person, arrivedAt: receivedAt });
  if (isCallbackAt(index, age))
    await callbacks.keep({
      programme: programme.id,
      personKey: `called back ${index}`,
      contactId,
      number: "+819012345678",
      requestedAt: receivedAt,
      dueAt: dueOfCallback(receivedAt),
    });
}

async function putRegistration(
  { registrationLog: log, waitingDeletions: waiting }: Stores,
  index: number,
  { receivedAt, receiptNumber }: Case,
  age: DeskAge,
): Promise<void> {
  const recent = Math.min(age.cases, 20 * age.perDay) / registeredEvery;
  const isDeletion = isChosen(index / registeredEvery, age.waiting, recent);
  const entry = {
    operationId: `operation-${index}`,
    receiptNumber,
    what: isDeletion ? ("deletion-requested" as const) : ("changed" as const),
    at: receivedAt,
    by: "OP01",
    steps: ["name", "birth-date", "telephone"],
    items: ["device"],
    reason: "本人からの申出",
  };
  await log.add(programme.id, entry);
  if (isDeletion) await waiting.add(programme.id, entry);
}

/** An incident with its alerts, a note between shifts, and a proposal. */
async function putPast(
  stores: Stores,
  index: number,
  { receivedAt, receiptNumber }: Case,
  age: DeskAge,
): Promise<void> {
  const contactId = contactIdAt(index);
  const note = (minutes: number) => ({ at: receivedAt + minutes * millisPerMinute, by: "OP01" });
  await stores.incidents.add(programme.id, {
    contactId,
    receiptNumber,
    accommodation: "none",
    timeline: [
      { ...note(3), what: "suspected" },
      { ...note(4), what: "accommodation-asked" },
      { ...note(20), what: "ended", reason: "abuse" },
      { ...note(40), what: "aftercare", note: "15分の休憩と面談をした。" },
    ],
    version: 4,
  });
  await stores.alerts.add(programme.id, {
    contactId,
    about: "harassment",
    afterMinutes: 0,
    role: "leader",
    reachedAt: receivedAt,
    raisedAt: receivedAt,
    version: 1,
  });
  await stores.shiftNotes.add(programme.id, { ...note(0), text: `${dateAt(receivedAt)}の申し送りです。` });
  await stores.proposals.add(programme.id, {
    // The latest has the highest number.
    number: age.past - Math.floor((index * age.past) / age.cases),
    enteredAt: receivedAt,
    theme: "案内文",
    issue: "抽選の時期の質問が多い。",
    proposal: "アプリに抽選日を載せる。",
    owner: "app-operator",
    history: [{ at: receivedAt, state: "proposed", by: "SV01" }],
  });
}

function noteLandmarks(
  found: { -readonly [Name in keyof Landmarks]?: string },
  index: number,
  { receiptNumber }: Case,
  age: DeskAge,
): void {
  if (index === 0) found.registeredNumber = receiptNumber;
  if (index === 1) {
    found.receiptNumber = receiptNumber;
    found.contactId = contactIdAt(index);
  }
  if (isCallbackAt(index, age)) found.awaitingNumber ??= receiptNumber;
}
