import { memoryAnnouncements, memoryCallbacks, memoryPersonKeys } from "../../adapters/memory/callers.ts";
import { memoryCases } from "../../adapters/memory/cases.ts";
import { memoryContacts } from "../../adapters/memory/contacts.ts";
import { memoryEntries, memoryVersionedEntries } from "../../adapters/memory/entries.ts";
import { memoryInquiryQueue, memoryPictures } from "../../adapters/memory/inquiries.ts";
import { memoryMailer } from "../../adapters/memory/mails.ts";
import { memoryParkedWork } from "../../adapters/memory/parked-work.ts";
import { memoryReports } from "../../adapters/memory/reports.ts";
import { memoryTasks } from "../../adapters/memory/telephone.ts";
import { pdfDocuments } from "../../adapters/pdf/document.ts";
import { sha256 } from "../../adapters/system/sha256.ts";
import { temporaryDraft } from "../../adapters/system/temporary-draft.ts";
import { workbookWriter } from "../../adapters/xlsx/workbook.ts";
import { announcementLog } from "../../domain/announcement-log.ts";
import { endedCallbacks } from "../../domain/callback/ended-callback.ts";
import { specialDayLog } from "../../domain/calendar/special-day-log.ts";
import { settingChanges, settingsInForce } from "../../domain/settings/setting-change.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import {
  flagsIn,
  naviDialIn,
  proposalsIn,
  reportLogIn,
  specialDaysIn,
} from "../../usecases/kept/desk-stores.ts";
import { hideIdentity, type IdentifiedContact } from "../../usecases/calls/hide-identity.ts";
import { recordContact } from "../../usecases/calls/record-contact.ts";
import type { TimeLimit } from "../../usecases/ports/host.ts";
import { at } from "./contacts.ts";

/** One for all desks: it reads its fonts once. */
const writeDocument = pdfDocuments("node_modules/@expo-google-fonts/noto-sans-jp");

/** Waits for as long as it takes: in memory nothing is slow. */
const noTimeLimit: TimeLimit = (_milliseconds, work) => work;

/** A whole desk in memory, whose clock stands where it was set and whose warnings are kept. */
export function aDesk(now = "2024-07-16T10:00") {
  const warnings: string[] = [];
  const desk = {
    programme: kobatonAlkoo,
    now: at(now),
    clock: { now: () => desk.now },
    contacts: memoryContacts(),
    cases: memoryCases(),
    callbacks: memoryCallbacks(),
    endedCallbacks: memoryEntries(endedCallbacks),
    announcements: memoryAnnouncements(),
    announcementLog: memoryEntries(announcementLog),
    flags: flagsIn(memoryVersionedEntries),
    specialDays: specialDaysIn(memoryEntries),
    specialDayLog: memoryEntries(specialDayLog),
    parked: memoryParkedWork(),
    proposals: proposalsIn(memoryVersionedEntries),
    naviDial: naviDialIn(memoryVersionedEntries),
    reportLog: reportLogIn(memoryEntries),
    settingChanges: memoryEntries(settingChanges),
    settingsInForce: memoryEntries(settingsInForce),
    reports: memoryReports(),
    mailer: memoryMailer(),
    inquiries: memoryInquiryQueue(),
    pictures: memoryPictures(),
    tasks: memoryTasks(),
    pause: async () => undefined,
    personKeys: memoryPersonKeys,
    sha256,
    writeDocument,
    newWorkbook: workbookWriter(),
    newDraft: temporaryDraft,
    timeLimit: noTimeLimit,
    warnings,
    warn: (message: string, _cause: unknown) => void warnings.push(message),
  };
  return desk;
}

/** What a desk does with what the telephone system reports, hiding who spoke first. */
export function taking(desk: Parameters<typeof recordContact>[0] & Parameters<typeof hideIdentity>[0]) {
  const record = recordContact(desk);
  const hide = hideIdentity(desk);
  return async (identified: IdentifiedContact): Promise<void> => record(await hide(identified));
}
