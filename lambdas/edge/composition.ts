import { dynamoDbAnnouncements } from "../../adapters/dynamodb/announcements.ts";
import { dynamoDbCallbacks } from "../../adapters/dynamodb/callbacks.ts";
import { dynamoDbCases } from "../../adapters/dynamodb/cases.ts";
import { dynamoDbContacts } from "../../adapters/dynamodb/contacts.ts";
import { dynamoDbFlags } from "../../adapters/dynamodb/flags.ts";
import { dynamoDbParkedWork } from "../../adapters/dynamodb/parked-work.ts";
import { dynamoDbSpecialDays } from "../../adapters/dynamodb/special-days.ts";
import { dynamoDbClient, Table } from "../../adapters/dynamodb/table.ts";
import { s3Client, s3Reports } from "../../adapters/s3/reports.ts";
import { secretPersonKeys, secretsManagerClient } from "../../adapters/secrets-manager/person-keys.ts";
import { sesClient, sesMailer } from "../../adapters/ses/mailer.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { sha256 } from "../../adapters/system/sha256.ts";
import { temporaryDraft } from "../../adapters/system/temporary-draft.ts";
import { timeLimit } from "../../adapters/system/time-limit.ts";
import type { Programme } from "../../domain/programme.ts";
import { programmeById } from "../../programmes/registry.ts";
import type { Clock } from "../../usecases/ports.ts";
import { consoleLog, type Log } from "./log.ts";

/**
 * The one place where adapters are made, from the environment of a function. Each handler asks for the parts it uses and
 * its bundle holds no other; a variable that is missing stops the function at its start.
 */
export interface World {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The world of a deployed function. */
export const deployedWorld: World = { environment: process.env, clock: systemClock, log: consoleLog };

export function programmeOf(world: World): Programme {
  const programme = programmeById(variable(world, "PROGRAMME"));
  if (!programme.ok) throw new Error(programme.problem);
  return programme.value;
}

export const contactsOf = (world: World) => dynamoDbContacts(tableOf(world, "CONTACTS_TABLE"));
export const casesOf = (world: World) => dynamoDbCases(tableOf(world, "CASES_TABLE"));
export const callbacksOf = (world: World) => dynamoDbCallbacks(tableOf(world, "CALLBACKS_TABLE"));
export const specialDaysOf = (world: World) => dynamoDbSpecialDays(tableOf(world, "DESK_TABLE"));
export const announcementsOf = (world: World) => dynamoDbAnnouncements(tableOf(world, "DESK_TABLE"));
export const flagsOf = (world: World) => dynamoDbFlags(tableOf(world, "DESK_TABLE"));
export const parkedWorkOf = (world: World) => dynamoDbParkedWork(tableOf(world, "PARKED_TABLE"), sha256);
export const reportsOf = (world: World) => s3Reports(s3Client(), variable(world, "REPORT_BUCKET"));
export const mailerOf = () => sesMailer(sesClient());
export const newDraft = temporaryDraft;
export const fingerprint = sha256;
export const hostTimeLimit = timeLimit;

export function personKeysOf(world: World) {
  return secretPersonKeys(secretsManagerClient(), variable(world, "PERSON_KEY_SECRET"));
}

type VariableName =
  | "PROGRAMME"
  | "CONTACTS_TABLE"
  | "CASES_TABLE"
  | "CALLBACKS_TABLE"
  | "DESK_TABLE"
  | "PARKED_TABLE"
  | "REPORT_BUCKET"
  | "PERSON_KEY_SECRET";

function variable(world: World, name: VariableName): string {
  const value = world.environment[name];
  if (!value) throw new Error(`The environment variable ${name} is not set.`);
  return value;
}

/** One client a world: its connections serve every table, and a function that starts makes one and not one a store. */
const dynamoDbClients = new WeakMap<World, ReturnType<typeof dynamoDbClient>>();

function tableOf(world: World, name: VariableName): Table {
  const client = dynamoDbClients.get(world) ?? dynamoDbClient();
  dynamoDbClients.set(world, client);
  return new Table(client, variable(world, name));
}
