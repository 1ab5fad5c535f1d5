import { cabinetOfficeHolidays } from "../../adapters/cabinet-office/published-holidays.ts";
import { cloudFormationAnswers } from "../../adapters/cloudformation/deployment-answers.ts";
import { connectClient, connectDeskNow } from "../../adapters/connect/desk-now.ts";
import { connectEffectiveHours, patientConnectClient } from "../../adapters/connect/effective-hours.ts";
import { connectTasks } from "../../adapters/connect/tasks.ts";
import { dynamoDbAnnouncements } from "../../adapters/dynamodb/announcements.ts";
import { dynamoDbAuditLog } from "../../adapters/dynamodb/audit-log.ts";
import { dynamoDbCallbacks } from "../../adapters/dynamodb/callbacks.ts";
import { dynamoDbCases } from "../../adapters/dynamodb/cases.ts";
import { dynamoDbContacts } from "../../adapters/dynamodb/contacts.ts";
import { dynamoDbEntries, dynamoDbVersionedEntries } from "../../adapters/dynamodb/entries.ts";
import { dynamoDbHolidayLists } from "../../adapters/dynamodb/holiday-lists.ts";
import { dynamoDbParkedWork } from "../../adapters/dynamodb/parked-work.ts";
import { dynamoDbClient, Table } from "../../adapters/dynamodb/table.ts";
import { pdfDocuments } from "../../adapters/pdf/document.ts";
import { pictureClient, s3Pictures } from "../../adapters/s3/pictures.ts";
import { s3ReceivedMails } from "../../adapters/s3/received-mails.ts";
import { s3Client, s3Reports } from "../../adapters/s3/reports.ts";
import { secretFormTokens } from "../../adapters/secrets-manager/form-tokens.ts";
import { secretPersonKeys, secretsManagerClient } from "../../adapters/secrets-manager/person-keys.ts";
import { sesClient, sesMailer } from "../../adapters/ses/mailer.ts";
import { sqsClient, sqsInquiryQueue } from "../../adapters/sqs/inquiry-queue.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { newId } from "../../adapters/system/ids.ts";
import { pause } from "../../adapters/system/pause.ts";
import { sha256 } from "../../adapters/system/sha256.ts";
import { temporaryDraft } from "../../adapters/system/temporary-draft.ts";
import { timeLimit } from "../../adapters/system/time-limit.ts";
import { webFiles } from "../../adapters/system/web-files.ts";
import { workbookWriter } from "../../adapters/xlsx/workbook.ts";
import { zipArchives } from "../../adapters/zip/archive.ts";
import { announcementLog } from "../../domain/announcement-log.ts";
import { specialDayLog } from "../../domain/calendar/special-day-log.ts";
import { endedCallbacks } from "../../domain/callback/ended-callback.ts";
import { typedTexts } from "../../domain/case/typed-text.ts";
import { callSpeakers } from "../../domain/contact/call-speaker.ts";
import { arrivedCallers } from "../../domain/contact/arrived-caller.ts";
import { faqEditions, faqEntries, faqUses } from "../../domain/faq/faq.ts";
import { faqDraftChanges, faqDrafts } from "../../domain/faq/faq-draft.ts";
import { incidents } from "../../domain/incident/incident.ts";
import { callAlerts } from "../../domain/long-call/long-call.ts";
import type { Programme } from "../../domain/programme.ts";
import { registrationLog, waitingDeletions } from "../../domain/registration/registration.ts";
import { rosterFrom } from "../../domain/roster.ts";
import { settingChanges, settingsInForce } from "../../domain/settings/setting-change.ts";
import { shiftNotes, shifts } from "../../domain/shift/shift.ts";
import { templates } from "../../domain/template.ts";
import { trainings } from "../../domain/training/training.ts";
import { programmeById, trainingOf } from "../../programmes/registry.ts";
import {
  flagsIn,
  knowledgeIn,
  naviDialIn,
  proposalsIn,
  reportLogIn,
  specialDaysIn,
  takenInquiriesIn,
} from "../../usecases/kept/desk-stores.ts";
import type { Entries, VersionedEntries } from "../../usecases/ports/entries.ts";
import type { Clock } from "../../usecases/ports/host.ts";
import type { TrainingCalls } from "../../usecases/ports/training.ts";
import { consoleLog, type Log } from "./log.ts";
import { variable, type VariableName } from "./variables.ts";

/**
 * The one place where adapters are made, from the environment of a function. Each handler asks for the parts it uses and
 * its bundle holds no other; a variable that is missing stops the function at its start.
 */
export interface World {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly log: Log;
  /** What plays callers; only in the world of a service that was started for training. */
  readonly trainingCalls?: TrainingCalls;
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
export const endedCallbacksOf = (world: World) => entriesOf(world)(endedCallbacks);
export const specialDaysOf = (world: World) => specialDaysIn(entriesOf(world));
export const announcementsOf = (world: World) => dynamoDbAnnouncements(tableOf(world, "DESK_TABLE"));
export const announcementLogOf = (world: World) => entriesOf(world)(announcementLog);
export const specialDayLogOf = (world: World) => entriesOf(world)(specialDayLog);
export const flagsOf = (world: World) => flagsIn(versionedEntriesOf(world));
export const holidayListsOf = (world: World) => dynamoDbHolidayLists(tableOf(world, "DESK_TABLE"));
export const takenInquiriesOf = (world: World) => takenInquiriesIn(entriesOf(world));
export const knowledgeOf = (world: World) => knowledgeIn(entriesOf(world));
export const typedTextsOf = (world: World) => entriesOf(world)(typedTexts);
export const arrivedCallersOf = (world: World) => entriesOf(world)(arrivedCallers);
export const callSpeakersOf = (world: World) => entriesOf(world)(callSpeakers);
export const callAlertsOf = (world: World) => versionedEntriesOf(world)(callAlerts);
export const incidentsOf = (world: World) => versionedEntriesOf(world)(incidents);
export const registrationLogOf = (world: World) => entriesOf(world)(registrationLog);
export const waitingDeletionsOf = (world: World) => entriesOf(world)(waitingDeletions);
export const faqEntriesOf = (world: World) => entriesOf(world)(faqEntries);
export const faqEditionsOf = (world: World) => entriesOf(world)(faqEditions);
export const faqUsesOf = (world: World) => entriesOf(world)(faqUses);
export const faqDraftsOf = (world: World) => versionedEntriesOf(world)(faqDrafts);
export const faqDraftChangesOf = (world: World) => entriesOf(world)(faqDraftChanges);
export const shiftsOf = (world: World) => entriesOf(world)(shifts);
export const shiftNotesOf = (world: World) => entriesOf(world)(shiftNotes);
export const trainingsOf = (world: World) => versionedEntriesOf(world)(trainings);
export const trainingSettingsOf = (world: World) => trainingOf(programmeOf(world).id);
export const templatesOf = (world: World) => entriesOf(world)(templates);
/** What supervisors have changed of the programme's settings: every change, and what is in force. */
export const settingsOf = (world: World) => ({
  settingChanges: entriesOf(world)(settingChanges),
  settingsInForce: entriesOf(world)(settingsInForce),
});
export const proposalsOf = (world: World) => proposalsIn(versionedEntriesOf(world));
export const naviDialOf = (world: World) => naviDialIn(versionedEntriesOf(world));
export const reportLogOf = (world: World) => reportLogIn(entriesOf(world));
export const parkedWorkOf = (world: World) => dynamoDbParkedWork(tableOf(world, "PARKED_TABLE"), sha256);
export const auditLogOf = (world: World) => dynamoDbAuditLog(tableOf(world, "AUDIT_TABLE"));
export const reportsOf = (world: World) => s3Reports(s3Client(), variable(world, "REPORT_BUCKET"));
export const writeDocumentOf = (world: World) => pdfDocuments(variable(world, "REPORT_FONTS"));
/** Who works at the desk, as `rosterText` wrote it. */
export const rosterOf = (world: World) => rosterFrom(variable(world, "ROSTER"));
export const environmentOf = (world: World) => variable(world, "ENVIRONMENT");
export const mailerOf = () => sesMailer(sesClient());
/** Of what becomes of its mails, the service is told. */
export const inquiryMailerOf = (world: World) =>
  sesMailer(sesClient(), variable(world, "MAIL_CONFIGURATION_SET"));
export const picturesOf = (world: World) => s3Pictures(pictureClient(), variable(world, "PICTURE_BUCKET"));
export const receivedMailsOf = (world: World) => s3ReceivedMails(s3Client(), variable(world, "MAIL_BUCKET"));
export const deploymentAnswersOf = () => cloudFormationAnswers();
export const newDraft = temporaryDraft;
// Only those bundles hold it that use it: making it does nothing else.
export const newWorkbook = /* @__PURE__ */ workbookWriter();
export const newArchive = zipArchives;
export const fingerprint = sha256;
export const hostTimeLimit = timeLimit;
export const hostPause = pause;
export const webFilesOf = (world: World) => webFiles(variable(world, "WEB_FOLDER"));
export const deskFilesOf = (world: World) => webFiles(variable(world, "DESK_FOLDER"));
export const inquiryQueueOf = (world: World) =>
  sqsInquiryQueue(sqsClient(), variable(world, "INQUIRY_QUEUE_URL"));

export function tasksOf(world: World) {
  return connectTasks(connectClient(), {
    instanceId: variable(world, "INSTANCE_ID"),
    flowId: variable(world, "INQUIRY_TASK_FLOW_ID"),
  });
}

/** Where the desk signs in, and who may show it in a frame. */
export interface SignInParts {
  /** Absent where the desk has no address yet, so that nobody can sign in. */
  readonly clientId: string | undefined;
  readonly issuer: string;
  /** Where the sign-in service's endpoints begin. */
  readonly address: string;
  /** The origin of the agent workspace. */
  readonly workspace: string;
}

/** What stands for the client of a desk that has no address yet. */
const noClient = "none";

export function signInOf(world: World): SignInParts {
  const clientId = variable(world, "SIGN_IN_CLIENT_ID");
  return {
    clientId: clientId === noClient ? undefined : clientId,
    issuer: variable(world, "SIGN_IN_ISSUER"),
    address: variable(world, "SIGN_IN_ADDRESS"),
    workspace: variable(world, "WORKSPACE_ORIGIN"),
  };
}

/** A page's age is real time, also where the service's own clock stands still until somebody moves it. */
export function formTokensOf(world: World) {
  return secretFormTokens(secretsManagerClient(), variable(world, "FORM_KEY_SECRET"), {
    clock: systemClock,
    newId,
  });
}

export function deskNowOf(world: World) {
  return connectDeskNow(connectClient(), {
    operators: variable(world, "OPERATOR_QUEUE_ARN"),
    leaders: variable(world, "LEADER_QUEUE_ARN"),
    supervisors: variable(world, "SUPERVISOR_QUEUE_ARN"),
  });
}

export function effectiveHoursOf(world: World) {
  return connectEffectiveHours(patientConnectClient(), variable(world, "DESK_HOURS_ARN"));
}

export function publishedHolidaysOf(world: World) {
  return cabinetOfficeHolidays(variable(world, "PUBLISHED_HOLIDAYS_URL"));
}

export function personKeysOf(world: World) {
  return secretPersonKeys(secretsManagerClient(), variable(world, "PERSON_KEY_SECRET"));
}

function entriesOf(world: World): Entries {
  const desk = tableOf(world, "DESK_TABLE");
  return (kind) => dynamoDbEntries(desk, kind);
}

function versionedEntriesOf(world: World): VersionedEntries {
  const desk = tableOf(world, "DESK_TABLE");
  return (kind) => dynamoDbVersionedEntries(desk, kind);
}

/** One client a world: its connections serve every table, and a function that starts makes one and not one a store. */
const dynamoDbClients = new WeakMap<World, ReturnType<typeof dynamoDbClient>>();

function tableOf(world: World, name: VariableName): Table {
  const client = dynamoDbClients.get(world) ?? dynamoDbClient();
  dynamoDbClients.set(world, client);
  return new Table(client, variable(world, name));
}
