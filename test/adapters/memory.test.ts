import { describe } from "vitest";
import {
  memoryCases,
  memoryContacts,
  memoryParkedWork,
  memoryReports,
  memorySpecialDays,
} from "../../adapters/memory/stores.ts";
import { caseStoreContract } from "../contracts/case-store.ts";
import { contactStoreContract } from "../contracts/contact-store.ts";
import { parkedWorkStoreContract } from "../contracts/parked-work-store.ts";
import { reportStoreContract } from "../contracts/report-store.ts";
import { specialDayStoreContract } from "../contracts/special-day-store.ts";

let programmes = 0;
const newProgramme = () => `programme-${programmes++}`;
const [contacts, cases, specialDays, parked, reports] = [
  memoryContacts(),
  memoryCases(),
  memorySpecialDays(),
  memoryParkedWork(),
  memoryReports(),
];

describe("contacts in memory", () => contactStoreContract(() => contacts, newProgramme));
describe("cases in memory", () => caseStoreContract(() => cases, newProgramme));
describe("special days in memory", () => specialDayStoreContract(() => specialDays, newProgramme));
describe("parked work in memory", () => parkedWorkStoreContract(() => parked, newProgramme));
describe("reports in memory", () => reportStoreContract(() => reports, newProgramme));
