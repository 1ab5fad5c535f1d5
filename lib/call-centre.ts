import type { Construct } from "constructs";
import { checkedSettings, deployedName, type EnvironmentSettings } from "../domain/environment-settings.ts";
import type { Programme } from "../domain/programme.ts";
import type { AcceptanceStack } from "./acceptance-stack.ts";
import type { BackupCopiesStack } from "./backup-copies-stack.ts";
import type { BackupStack } from "./backup-stack.ts";
import type { CalendarStack } from "./calendar-stack.ts";
import { type CommittedFlow, committedFlows } from "./constructs/committed-flows.ts";
import { DataStack } from "./data-stack.ts";
import type { DeskApiStack } from "./desk-api-stack.ts";
import type { DeskStack } from "./desk-stack.ts";
import { HandlersStack } from "./handlers-stack.ts";
import type { IntakeStack } from "./intake-stack.ts";
import type { PeopleStack } from "./people-stack.ts";
import type { ReportsStack } from "./reports-stack.ts";
import type { RoutingStack } from "./routing-stack.ts";
import { TelephoneStack } from "./telephone-stack.ts";
import type { WatchStack } from "./watch-stack.ts";
import {
  addAcceptance,
  addBackups,
  addCalendar,
  addDesk,
  addDeskApi,
  addIntake,
  addPeople,
  addReports,
  addRouting,
  addWatch,
  type OfProgramme,
} from "./stacks-of-programme.ts";

/** The stacks of one programme, by lifetime: what must survive comes first. */
export interface CallCentre {
  readonly data: DataStack;
  readonly telephone: TelephoneStack;
  readonly handlers: HandlersStack;
  readonly routing: RoutingStack;
  readonly intake: IntakeStack;
  readonly reports: ReportsStack;
  readonly copies: BackupCopiesStack;
  readonly backup: BackupStack;
  readonly desk: DeskStack;
  readonly deskapi: DeskApiStack;
  readonly watch: WatchStack;
  readonly people: PeopleStack;
  readonly calendar: CalendarStack;
  readonly acceptance: AcceptanceStack;
}

/**
 * Adds a programme's stacks, `callcentre-<environment>-<programme>-<part>`. The account is the one that is signed in to;
 * the region is Tokyo, and Osaka for copies of backups. Throws where a setting is not what it may be, as any other region is.
 * The flows are the committed ones unless others are given.
 */
export function addCallCentre(
  scope: Construct,
  settings: EnvironmentSettings,
  programme: Programme,
  flows: readonly CommittedFlow[] = committedFlows(programme.id),
): CallCentre {
  const checked = checkedSettings(settings);
  if (!checked.ok) throw new Error(`${programme.id}/${settings.environment}: ${checked.problem}`);
  const { environment } = settings;
  const id = (part: string) => `${deployedName(environment, programme)}-${part}`;
  const about = (description: string): OfProgramme => ({
    description: `${programme.id}: ${description}`,
    env: { region: settings.region },
    tags: { programme: programme.id, environment },
    environment,
    programme,
  });
  const data = new DataStack(scope, id("data"), {
    ...about("tables, reports and secrets, which must survive"),
    alarmMails: settings.alarmMails,
  });
  const telephone = new TelephoneStack(scope, id("telephone"), {
    ...about("the Amazon Connect instance, which is made once"),
    instanceAlias: settings.instanceAlias,
    identityManagement: settings.identityManagement,
    recordingsKeptDays: settings.recordingsKeptDays,
  });
  const instanceArn = telephone.instance.attrArn;
  const handlers = new HandlersStack(scope, id("handlers"), {
    ...about("the handlers and what calls them"),
    stores: data,
    instanceArn,
    contactRecords: telephone.contactRecords,
  });
  const place = { scope, id, about, settings };
  const routing = addRouting(place, flows, instanceArn, handlers);
  const intake = addIntake(place, data, telephone, routing);
  const reports = addReports(place, data, handlers);
  const { copies, backup } = addBackups(place, data);
  const desk = addDesk(place, instanceArn);
  const deskapi = addDeskApi(place, data, desk, { intake: intake.intake, queues: routing.queues });
  const watch = addWatch(place, data, routing);
  const people = addPeople(place, instanceArn, routing);
  const calendar = addCalendar(place, data, routing);
  const acceptance = addAcceptance(place, instanceArn, routing);
  return {
    data,
    telephone,
    handlers,
    routing,
    intake,
    reports,
    copies,
    backup,
    desk,
    deskapi,
    watch,
    people,
    calendar,
    acceptance,
  };
}
