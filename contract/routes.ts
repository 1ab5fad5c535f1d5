import type { InferInput, InferOutput } from "valibot";
import { announcementRoutes } from "./announcement.ts";
import { boardRoutes } from "./board.ts";
import { callRoutes } from "./calls.ts";
import { callbackRoutes } from "./callbacks.ts";
import { caseSearchRoutes } from "./case-search.ts";
import { caseWritingRoutes } from "./case-writing.ts";
import { caseRoutes } from "./cases.ts";
import { categoryRoutes } from "./categories.ts";
import { escalationRoutes } from "./escalations.ts";
import { faqRoutes } from "./faq.ts";
import { faqDraftRoutes } from "./faq-drafts.ts";
import { flagRoutes } from "./flags.ts";
import { incidentRoutes } from "./incidents.ts";
import { meRoutes } from "./me.ts";
import { naviDialRoutes } from "./navi-dial.ts";
import { portalRoutes } from "./portal.ts";
import { programmeSettingsRoutes } from "./programme-settings.ts";
import { proposalRoutes } from "./proposals.ts";
import { reportDraftRoutes } from "./report-drafts.ts";
import { registrationRoutes } from "./registrations.ts";
import type { PathNames } from "./route.ts";
import { settingsChangeRoutes } from "./settings-changes.ts";
import { textReleaseRoutes } from "./text-release.ts";
import { shiftRoutes } from "./shifts.ts";
import { specialDayRoutes } from "./special-days.ts";
import { trainingRoutes } from "./training.ts";
import { templateRoutes } from "./templates.ts";

/** All that the screens can ask of the API. A new resource is one line here. */
export const routes = {
  ...meRoutes,
  ...caseRoutes,
  ...caseSearchRoutes,
  ...caseWritingRoutes,
  ...escalationRoutes,
  ...faqRoutes,
  ...faqDraftRoutes,
  ...textReleaseRoutes,
  ...callRoutes,
  ...callbackRoutes,
  ...registrationRoutes,
  ...boardRoutes,
  ...announcementRoutes,
  ...specialDayRoutes,
  ...categoryRoutes,
  ...settingsChangeRoutes,
  ...shiftRoutes,
  ...templateRoutes,
  ...proposalRoutes,
  ...incidentRoutes,
  ...flagRoutes,
  ...naviDialRoutes,
  ...programmeSettingsRoutes,
  ...reportDraftRoutes,
  ...trainingRoutes,
  ...portalRoutes,
} as const;

type Routes = typeof routes;
export type RouteName = keyof Routes;

/** What is in the braces of a route's path. */
export type PathOf<Name extends RouteName> = Readonly<Record<PathNames<Routes[Name]["path"]>, string>>;

/** A request as a screen writes it. */
export type RequestOf<Name extends RouteName> = InferInput<Routes[Name]["request"]>;

/** The same as the API reads it, checked and converted. */
export type ReceivedOf<Name extends RouteName> = InferOutput<Routes[Name]["request"]>;

export type AnswerOf<Name extends RouteName> = InferOutput<Routes[Name]["answer"]>;
