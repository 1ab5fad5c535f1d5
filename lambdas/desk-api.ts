import type { APIGatewayProxyEvent } from "aws-lambda";
import { categoriesToday } from "../usecases/settings/offered-categories.ts";
import { callbackHandlers } from "./desk/callbacks.ts";
import { callHandlers } from "./desk/calls.ts";
import { caseSearchHandlers } from "./desk/case-search.ts";
import { caseWritingHandlers } from "./desk/case-writing.ts";
import { caseHandlers } from "./desk/cases.ts";
import { escalationHandlers } from "./desk/escalations.ts";
import { faqHandlers } from "./desk/faq.ts";
import { faqDraftHandlers } from "./desk/faq-drafts.ts";
import { leadingHandlers } from "./desk/leading-work.ts";
import { meHandlers } from "./desk/me.ts";
import { pictureHandlers } from "./desk/pictures.ts";
import { prefectureHandlers } from "./desk/prefecture-work.ts";
import { registrationHandlers } from "./desk/registrations.ts";
import { deskRouter } from "./desk/router.ts";
import { textReleaseHandlers } from "./desk/text-release.ts";
import { trainingHandlers } from "./desk/training.ts";
import {
  arrivedCallersOf,
  auditLogOf,
  callAlertsOf,
  callbacksOf,
  callSpeakersOf,
  casesOf,
  contactsOf,
  endedCallbacksOf,
  faqDraftChangesOf,
  faqDraftsOf,
  faqEditionsOf,
  faqEntriesOf,
  faqUsesOf,
  fingerprint,
  flagsOf,
  incidentsOf,
  inquiryQueueOf,
  personKeysOf,
  picturesOf,
  programmeOf,
  registrationLogOf,
  rosterOf,
  settingsOf,
  specialDaysOf,
  trainingSettingsOf,
  trainingsOf,
  typedTextsOf,
  type World,
  waitingDeletionsOf,
} from "./edge/composition.ts";
import { deployed, handlerOf } from "./edge/handler.ts";
import { causesOf, warningsTo } from "./edge/log.ts";

/** Answers the desk's screens: each resource of the contract has its handlers in `desk/`. */
export function deskApiHandler(world: World) {
  const programme = programmeOf(world);
  const cases = casesOf(world);
  const route = deskRouter({
    programme: programme.id,
    clock: world.clock,
    audit: auditLogOf(world),
    handlers: {
      ...meHandlers({
        programme,
        categoriesToday: categoriesToday(settingsServicesOf(world)),
        isTraining: world.trainingCalls !== undefined,
      }),
      ...caseHandlers({ programme: programme.id, cases }),
      ...caseWorkHandlers(world),
      ...callWorkHandlers(world),
      ...trainingHandlers(trainingServices(world)),
      ...leadingHandlers(world),
      ...prefectureHandlers(world),
    },
    fail: (message, cause) => world.log("error", message, { causes: causesOf(cause) }),
  });
  return handlerOf(world, (event: APIGatewayProxyEvent) => route(event));
}

/** What settings that supervisors change are read with. */
function settingsServicesOf(world: World) {
  return {
    programme: programmeOf(world),
    clock: world.clock,
    warn: warningsTo(world.log),
    ...settingsOf(world),
  };
}

/** What is done in a case. */
function caseWorkHandlers(world: World) {
  const parts = {
    programme: programmeOf(world),
    clock: world.clock,
    cases: casesOf(world),
    typedTexts: typedTextsOf(world),
    roster: rosterOf(world),
    ...settingsOf(world),
    specialDays: specialDaysOf(world),
    callbacks: callbacksOf(world),
    personKeys: personKeysOf(world),
    inquiries: inquiryQueueOf(world),
    pictures: picturesOf(world),
    faqEntries: faqEntriesOf(world),
    faqEditions: faqEditionsOf(world),
    faqUses: faqUsesOf(world),
    faqDrafts: faqDraftsOf(world),
    faqDraftChanges: faqDraftChangesOf(world),
    sha256: fingerprint,
    note: (message: string, facts: Readonly<Record<string, string | number>>) =>
      world.log("info", message, facts),
    warn: (message: string, cause: unknown) => world.log("warn", message, { causes: causesOf(cause) }),
  };
  return {
    ...caseSearchHandlers(parts),
    ...caseWritingHandlers(parts),
    ...escalationHandlers(parts),
    ...faqHandlers(parts),
    ...faqDraftHandlers(parts),
    ...pictureHandlers(parts),
    ...textReleaseHandlers(parts),
  };
}

/** What is done in calls, and with those that are owed. */
function callWorkHandlers(world: World) {
  const parts = {
    ...settingsServicesOf(world),
    contacts: contactsOf(world),
    cases: casesOf(world),
    callbacks: callbacksOf(world),
    endedCallbacks: endedCallbacksOf(world),
    specialDays: specialDaysOf(world),
    personKeys: personKeysOf(world),
    callers: arrivedCallersOf(world),
    flags: flagsOf(world),
    incidents: incidentsOf(world),
    alerts: callAlertsOf(world),
    speakers: callSpeakersOf(world),
    registrationLog: registrationLogOf(world),
    waitingDeletions: waitingDeletionsOf(world),
  };
  return { ...callHandlers(parts), ...callbackHandlers(parts), ...registrationHandlers(parts) };
}

/** What trainings are made and looked at with. */
function trainingServices(world: World) {
  return {
    programme: programmeOf(world),
    clock: world.clock,
    settings: trainingSettingsOf(world),
    calls: world.trainingCalls,
    trainings: trainingsOf(world),
    contacts: contactsOf(world),
    cases: casesOf(world),
    callers: arrivedCallersOf(world),
    incidents: incidentsOf(world),
    registrationLog: registrationLogOf(world),
    faqUses: faqUsesOf(world),
  };
}

export const handler = deployed(deskApiHandler);
