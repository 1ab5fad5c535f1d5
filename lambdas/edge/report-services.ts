import type { ReportServices } from "../../usecases/reports/build-report.ts";
import type { PublishServices } from "../../usecases/reports/publish-report.ts";
import type { ReconcileSoFarServices } from "../../usecases/reports/reconcile-report.ts";
import {
  casesOf,
  contactsOf,
  naviDialOf,
  newDraft,
  newWorkbook,
  programmeOf,
  proposalsOf,
  reportLogOf,
  reportsOf,
  settingsOf,
  specialDaysOf,
  writeDocumentOf,
  type World,
} from "./composition.ts";

/** What a report is counted from, and the reports that there are; neither workbook nor PDF is made of it. */
export function countedReportServicesOf(world: World): ReconcileSoFarServices {
  return {
    programme: programmeOf(world),
    contacts: contactsOf(world),
    cases: casesOf(world),
    specialDays: specialDaysOf(world),
    proposals: proposalsOf(world),
    naviDial: naviDialOf(world),
    settingChanges: settingsOf(world).settingChanges,
    reports: reportsOf(world),
    newDraft,
  };
}

/** What reports are built with, each of their files. */
export function reportServicesOf(world: World): ReportServices {
  return { ...countedReportServicesOf(world), writeDocument: writeDocumentOf(world), newWorkbook };
}

/** What reports are published with. */
export function publishServicesOf(world: World): PublishServices {
  return { ...reportServicesOf(world), clock: world.clock, reportLog: reportLogOf(world) };
}
