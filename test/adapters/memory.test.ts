import { describe } from "vitest";
import {
  memoryAnnouncements,
  memoryCallbacks,
  memoryCases,
  memoryContacts,
  memoryFlags,
  memoryParkedWork,
  memoryReports,
  memorySpecialDays,
} from "../../adapters/memory/stores.ts";
import { announcementStoreContract } from "../contracts/announcement-store.ts";
import { callbackStoreContract } from "../contracts/callback-store.ts";
import { caseStoreContract } from "../contracts/case-store.ts";
import { contactStoreContract } from "../contracts/contact-store.ts";
import { flagStoreContract } from "../contracts/flag-store.ts";
import { parkedWorkStoreContract } from "../contracts/parked-work-store.ts";
import { reportStoreContract } from "../contracts/report-store.ts";
import { specialDayStoreContract } from "../contracts/special-day-store.ts";

let programmes = 0;
const newProgramme = () => `programme-${programmes++}`;
const [contacts, cases, callbacks, announcements, flags, specialDays, parked, reports] = [
  memoryContacts(),
  memoryCases(),
  memoryCallbacks(),
  memoryAnnouncements(),
  memoryFlags(),
  memorySpecialDays(),
  memoryParkedWork(),
  memoryReports(),
];

describe("contacts in memory", () => contactStoreContract(() => contacts, newProgramme));
describe("cases in memory", () => caseStoreContract(() => cases, newProgramme));
describe("call backs in memory", () => callbackStoreContract(() => callbacks, newProgramme));
describe("announcements in memory", () => announcementStoreContract(() => announcements, newProgramme));
describe("flags in memory", () => flagStoreContract(() => flags, newProgramme));
describe("special days in memory", () => specialDayStoreContract(() => specialDays, newProgramme));
describe("parked work in memory", () => parkedWorkStoreContract(() => parked, newProgramme));
describe("reports in memory", () => reportStoreContract(() => reports, newProgramme));
