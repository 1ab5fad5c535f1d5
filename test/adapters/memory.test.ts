import { describe } from "vitest";
import { memoryAuditLog } from "../../adapters/memory/audit.ts";
import { memoryHolidayLists } from "../../adapters/memory/calendar.ts";
import { memoryAnnouncements, memoryCallbacks } from "../../adapters/memory/callers.ts";
import { memoryCases } from "../../adapters/memory/cases.ts";
import { memoryContacts } from "../../adapters/memory/contacts.ts";
import { memoryEntries, memoryVersionedEntries } from "../../adapters/memory/entries.ts";
import { memoryPictures } from "../../adapters/memory/inquiries.ts";
import { memoryParkedWork } from "../../adapters/memory/parked-work.ts";
import { memoryReports } from "../../adapters/memory/reports.ts";
import {
  flagsIn,
  knowledgeIn,
  naviDialIn,
  proposalsIn,
  specialDaysIn,
  takenInquiriesIn,
} from "../../usecases/kept/desk-stores.ts";
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

let programmes = 0;
const newProgramme = () => `programme-${programmes++}`;
const [contacts, cases, callbacks, announcements, flags, specialDays, parked, reports] = [
  memoryContacts(),
  memoryCases(),
  memoryCallbacks(),
  memoryAnnouncements(),
  flagsIn(memoryVersionedEntries),
  specialDaysIn(memoryEntries),
  memoryParkedWork(),
  memoryReports(),
];

describe("contacts in memory", () => contactStoreContract(() => contacts, newProgramme));
describe("cases in memory", () => caseStoreContract(() => cases, newProgramme));
describe("call backs in memory", () => callbackStoreContract(() => callbacks, newProgramme));
describe("announcements in memory", () => announcementStoreContract(() => announcements, newProgramme));
describe("flags in memory", () => flagStoreContract(() => flags, newProgramme));
describe("special days in memory", () => specialDayStoreContract(() => specialDays, newProgramme));
const holidayLists = memoryHolidayLists();
describe("lists of holidays in memory", () => holidayListStoreContract(() => holidayLists, newProgramme));
const takenInquiries = takenInquiriesIn(memoryEntries);
describe("taken inquiries in memory", () => takenInquiryStoreContract(() => takenInquiries, newProgramme));
const knowledge = knowledgeIn(memoryEntries);
describe("handed-over knowledge in memory", () => knowledgeStoreContract(() => knowledge, newProgramme));
describe("parked work in memory", () => parkedWorkStoreContract(() => parked, newProgramme));
describe("reports in memory", () => reportStoreContract(() => reports, newProgramme));
const pictures = memoryPictures();
describe("pictures in memory", () => pictureStoreContract(() => pictures, newProgramme));
const proposals = proposalsIn(memoryVersionedEntries);
describe("proposals in memory", () => proposalStoreContract(() => proposals, newProgramme));
const naviDial = naviDialIn(memoryVersionedEntries);
describe("Navi-Dial's figures in memory", () => naviDialStoreContract(() => naviDial, newProgramme));
const auditLog = memoryAuditLog();
describe("the audit in memory", () => auditLogContract(() => auditLog, newProgramme));
