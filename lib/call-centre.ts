import type { StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { checkedSettings, deployedName, type EnvironmentSettings } from "../domain/environment-settings.ts";
import type { Programme } from "../domain/programme.ts";
import { AcceptanceStack } from "./acceptance-stack.ts";
import { BackupCopiesStack } from "./backup-copies-stack.ts";
import { BackupStack } from "./backup-stack.ts";
import { CalendarStack } from "./calendar-stack.ts";
import { type CommittedFlow, committedFlows } from "./constructs/committed-flows.ts";
import { DataStack } from "./data-stack.ts";
import { DeskApiStack } from "./desk-api-stack.ts";
import { DeskStack } from "./desk-stack.ts";
import { HandlersStack } from "./handlers-stack.ts";
import { IntakeStack } from "./intake-stack.ts";
import { PeopleStack } from "./people-stack.ts";
import { ReportsStack } from "./reports-stack.ts";
import { RoutingStack } from "./routing-stack.ts";
import { TelephoneStack } from "./telephone-stack.ts";
import { WatchStack } from "./watch-stack.ts";

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

/** What every stack is told: whose it is, and where. */
interface OfProgramme extends StackProps {
  readonly environment: string;
  readonly programme: Programme;
}

/** Where stacks are added, what they are called, and for whom. */
interface Place {
  readonly scope: Construct;
  readonly id: (part: string) => string;
  readonly about: (description: string) => OfProgramme;
  readonly settings: EnvironmentSettings;
}

function addRouting(
  { scope, id, about, settings }: Place,
  flows: readonly CommittedFlow[],
  instanceArn: string,
  { answerCall, requestCallback }: HandlersStack,
): RoutingStack {
  const { landingNumberArn } = settings;
  return new RoutingStack(scope, id("routing"), {
    ...about("hours, queues and flows"),
    flows,
    instanceArn,
    answerCall,
    requestCallback,
    ...(landingNumberArn !== undefined && { landingNumberArn }),
    ...(settings.hoursFrom !== undefined && { hoursFrom: settings.hoursFrom }),
  });
}

function addIntake(
  { scope, id, about, settings }: Place,
  stores: DataStack,
  { instance }: TelephoneStack,
  { inquiryTaskFlowArn }: RoutingStack,
): IntakeStack {
  const { formRequestsPerAddress } = settings;
  return new IntakeStack(scope, id("intake"), {
    ...about("written inquiries: the web form, mail, pictures"),
    stores,
    taskFlow: { instance, flowArn: inquiryTaskFlowArn },
    formRequestsPerAddress,
  });
}

function addReports(
  { scope, id, about }: Place,
  stores: DataStack,
  { publishReport }: HandlersStack,
): ReportsStack {
  return new ReportsStack(scope, id("reports"), {
    ...about("when reports are made, and what looks after them"),
    publishReport,
    stores,
  });
}

function addBackups(
  { scope, id, about, settings }: Place,
  stores: DataStack,
): Pick<CallCentre, "copies" | "backup"> {
  const { backupRegion } = settings;
  const copies = new BackupCopiesStack(scope, id("copies"), {
    ...about("copies of backups, in another region"),
    env: { region: backupRegion },
  });
  const backup = new BackupStack(scope, id("backup"), {
    ...about("backups of what must survive"),
    stores,
    backupRegion,
  });
  // Nothing refers from one region to the other, but the vault must be there when the first backup is copied to it.
  backup.addStackDependency(copies);
  return { copies, backup };
}

function addCalendar({ scope, id, about }: Place, stores: DataStack, { hours }: RoutingStack): CalendarStack {
  return new CalendarStack(scope, id("calendar"), {
    ...about("checks of the hours and of the holidays"),
    stores,
    hours,
  });
}

function addAcceptance(
  { scope, id, about }: Place,
  instanceArn: string,
  { inboundFlowArn }: RoutingStack,
): AcceptanceStack {
  return new AcceptanceStack(scope, id("acceptance"), {
    ...about("test cases for the deployed flows; the service does without them"),
    instanceArn,
    inboundFlowArn,
  });
}

function addDesk({ scope, id, about, settings }: Place, instanceArn: string): DeskStack {
  const { deskAddress, deskSignInPrefix } = settings;
  return new DeskStack(scope, id("desk"), {
    ...about("signing in to the desk"),
    instanceArn,
    ...(deskAddress !== undefined && { deskAddress }),
    ...(deskSignInPrefix !== undefined && { signInPrefix: deskSignInPrefix }),
  });
}

function addDeskApi(
  { scope, id, about, settings }: Place,
  stores: DataStack,
  { pool, signIn }: DeskStack,
  parts: Pick<IntakeStack, "intake"> & Pick<RoutingStack, "queues">,
): DeskApiStack {
  return new DeskApiStack(scope, id("deskapi"), {
    ...about("the desk's screens and what answers them"),
    stores,
    pool,
    ...parts,
    roster: settings.roster ?? [],
    signIn: { ...signIn, workspace: `https://${settings.instanceAlias}.my.connect.aws` },
  });
}

function addPeople(
  { scope, id, about, settings }: Place,
  instanceArn: string,
  { routingArns, securityProfiles }: RoutingStack,
): PeopleStack {
  return new PeopleStack(scope, id("people"), {
    ...about("who works at the desk"),
    instanceArn,
    identityManagement: settings.identityManagement,
    roster: settings.roster ?? [],
    routingArns,
    securityProfiles,
  });
}

function addWatch(
  { scope, id, about, settings }: Place,
  stores: DataStack,
  { queues }: RoutingStack,
): WatchStack {
  const { alarmMails, monthlyCostLimitUsd } = settings;
  return new WatchStack(scope, id("watch"), {
    ...about("who looks after the desk: measures, dashboard, alarms"),
    stores,
    queues,
    alarmMails,
    ...(monthlyCostLimitUsd !== undefined && { monthlyCostLimitUsd }),
  });
}
