import type { StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { EnvironmentSettings } from "../domain/environment-settings.ts";
import type { Programme } from "../domain/programme.ts";
import { AcceptanceStack } from "./acceptance-stack.ts";
import { BackupCopiesStack } from "./backup-copies-stack.ts";
import { BackupStack } from "./backup-stack.ts";
import { CalendarStack } from "./calendar-stack.ts";
import type { CommittedFlow } from "./constructs/committed-flows.ts";
import type { DataStack } from "./data-stack.ts";
import { DeskApiStack } from "./desk-api-stack.ts";
import { DeskStack } from "./desk-stack.ts";
import type { HandlersStack } from "./handlers-stack.ts";
import { IntakeStack } from "./intake-stack.ts";
import { PeopleStack } from "./people-stack.ts";
import { ReportsStack } from "./reports-stack.ts";
import { RoutingStack } from "./routing-stack.ts";
import type { TelephoneStack } from "./telephone-stack.ts";
import { WatchStack } from "./watch-stack.ts";

/** What every stack is told: whose it is, and where. */
export interface OfProgramme extends StackProps {
  readonly environment: string;
  readonly programme: Programme;
}

/** Where stacks are added, what they are called, and for whom. */
export interface Place {
  readonly scope: Construct;
  readonly id: (part: string) => string;
  readonly about: (description: string) => OfProgramme;
  readonly settings: EnvironmentSettings;
}

/** Hours, queues and flows; the landing number where one is named. */
export function addRouting(
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

/** Written inquiries, and the task that each becomes. */
export function addIntake(
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

/** When reports are made, and what looks after them. */
export function addReports(
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

/** Backups, and their copies in another region. */
export function addBackups(
  { scope, id, about, settings }: Place,
  stores: DataStack,
): { readonly copies: BackupCopiesStack; readonly backup: BackupStack } {
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

/** Checks of the hours that are in force and of the holidays. */
export function addCalendar(
  { scope, id, about }: Place,
  stores: DataStack,
  { hours }: RoutingStack,
): CalendarStack {
  return new CalendarStack(scope, id("calendar"), {
    ...about("checks of the hours and of the holidays"),
    stores,
    hours,
  });
}

/** Test cases for the deployed flows. */
export function addAcceptance(
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

/** Signing in to the desk, at its address where it has one. */
export function addDesk({ scope, id, about, settings }: Place, instanceArn: string): DeskStack {
  const { deskAddress, deskSignInPrefix } = settings;
  return new DeskStack(scope, id("desk"), {
    ...about("signing in to the desk"),
    instanceArn,
    ...(deskAddress !== undefined && { deskAddress }),
    ...(deskSignInPrefix !== undefined && { signInPrefix: deskSignInPrefix }),
  });
}

/** The desk's screens and what answers them. */
export function addDeskApi(
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

/** Who works at the desk. */
export function addPeople(
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

/** Measures, dashboard and alarms. */
export function addWatch(
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
