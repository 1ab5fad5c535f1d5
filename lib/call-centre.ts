import type { StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { checkedSettings, type EnvironmentSettings } from "../domain/environment-settings.ts";
import type { Programme } from "../domain/programme.ts";
import { type CommittedFlow, committedFlows } from "./constructs/committed-flows.ts";
import { DataStack } from "./data-stack.ts";
import { HandlersStack } from "./handlers-stack.ts";
import { ReportsStack } from "./reports-stack.ts";
import { RoutingStack } from "./routing-stack.ts";
import { TelephoneStack } from "./telephone-stack.ts";

/** The stacks of one programme, by lifetime: what must survive comes first. */
export interface CallCentre {
  readonly data: DataStack;
  readonly telephone: TelephoneStack;
  readonly handlers: HandlersStack;
  readonly routing: RoutingStack;
  readonly reports: ReportsStack;
}

/**
 * Adds a programme's stacks, `callcentre-<environment>-<programme>-<part>`. The account is the one that is signed in to;
 * the region is Tokyo. Throws where a setting is not what it may be, as any other region is.
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
  const id = (part: string) => `callcentre-${environment}-${programme.id}-${part}`;
  const about = (description: string): StackProps => ({
    description: `${programme.id}: ${description}`,
    env: { region: settings.region },
    tags: { programme: programme.id, environment },
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
    environment,
    programme,
    stores: data,
    instanceArn,
    contactRecords: telephone.contactRecords,
    formRequestsPerAddress: settings.formRequestsPerAddress,
  });
  const { landingNumberArn } = settings;
  const routing = new RoutingStack(scope, id("routing"), {
    ...about("hours, queues and flows"),
    programme,
    flows,
    instanceArn,
    answerCall: handlers.answerCall,
    requestCallback: handlers.requestCallback,
    ...(landingNumberArn !== undefined && { landingNumberArn }),
  });
  const reports = new ReportsStack(scope, id("reports"), {
    ...about("when reports are made"),
    programme,
    publishMonthlyReport: handlers.publishMonthlyReport,
    undelivered: data.undelivered,
  });
  return { data, telephone, handlers, routing, reports };
}
