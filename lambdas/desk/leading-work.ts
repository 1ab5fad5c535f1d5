import {
  announcementLogOf,
  announcementsOf,
  callAlertsOf,
  callSpeakersOf,
  callbacksOf,
  casesOf,
  contactsOf,
  deskNowOf,
  fingerprint,
  flagsOf,
  incidentsOf,
  mailerOf,
  naviDialOf,
  programmeOf,
  proposalsOf,
  reportLogOf,
  reportsOf,
  rosterOf,
  settingsOf,
  shiftNotesOf,
  shiftsOf,
  specialDayLogOf,
  specialDaysOf,
  templatesOf,
  type World,
} from "../edge/composition.ts";
import { warningsTo } from "../edge/log.ts";
import { announcementHandlers } from "./announcement.ts";
import { boardHandlers } from "./board.ts";
import { categoryHandlers } from "./categories.ts";
import { flagHandlers } from "./flags.ts";
import { incidentHandlers } from "./incidents.ts";
import { naviDialHandlers } from "./navi-dial.ts";
import { programmeSettingsHandlers } from "./programme-settings.ts";
import { proposalHandlers } from "./proposals.ts";
import { reportDraftHandlers } from "./report-drafts.ts";
import { settingsChangeHandlers } from "./settings-changes.ts";
import { shiftHandlers } from "./shifts.ts";
import { specialDayHandlers } from "./special-days.ts";
import { templateHandlers } from "./templates.ts";

/** What leaders and supervisors do: they watch the desk, and decide what callers and the prefecture are told. */
export function leadingHandlers(world: World) {
  const programme = programmeOf(world);
  const specialDays = specialDaysOf(world);
  const incidents = incidentsOf(world);
  const flags = flagsOf(world);
  return {
    ...boardHandlers({
      programme,
      specialDays,
      contacts: contactsOf(world),
      cases: casesOf(world),
      callbacks: callbacksOf(world),
      alerts: callAlertsOf(world),
      speakers: callSpeakersOf(world),
      deskNow: deskNowOf(world),
      warn: warningsTo(world.log),
      ...settingsOf(world),
    }),
    ...announcementHandlers({
      programme,
      announcements: announcementsOf(world),
      announcementLog: announcementLogOf(world),
    }),
    ...specialDayHandlers({ programme, specialDays, specialDayLog: specialDayLogOf(world) }),
    ...categoryHandlers({ programme, ...settingsOf(world) }),
    ...settingsChangeHandlers({ programme, ...settingsOf(world) }),
    ...shiftHandlers({
      programme,
      specialDays,
      roster: rosterOf(world),
      shifts: shiftsOf(world),
      shiftNotes: shiftNotesOf(world),
    }),
    ...templateHandlers({ programme, templates: templatesOf(world) }),
    ...incidentHandlers({ programme, incidents, flags, alerts: callAlertsOf(world) }),
    ...flagHandlers({ programme, incidents, flags }),
    ...proposalHandlers({ programme, proposals: proposalsOf(world) }),
    ...naviDialHandlers({ programme, naviDial: naviDialOf(world) }),
    ...programmeSettingsHandlers({ programme, warn: warningsTo(world.log), ...settingsOf(world) }),
    ...reportDraftHandlers({
      programme,
      reports: reportsOf(world),
      reportLog: reportLogOf(world),
      mailer: mailerOf(),
      sha256: fingerprint,
    }),
  };
}
