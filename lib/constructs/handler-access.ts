import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { TableName } from "../../adapters/table-definitions.ts";
import { publishedListAddress } from "../../domain/calendar/published-holidays.ts";
import type { Programme } from "../../domain/programme.ts";
import { type Roster, rosterText } from "../../domain/roster.ts";
import type { Stores } from "../data-stack.ts";
import { deskFolder } from "./bundled-desk.ts";
import { deployedFontFolder } from "./bundled-fonts.ts";
import { type HandlerName, handlerDefinitions } from "./handler-definitions.ts";
import { type IntakeParts, intakePermissions, intakeVariables, type TaskFlow } from "./intake-access.ts";

/** The ARNs of the queues in which callers wait. */
export interface CallerQueues {
  readonly operators: string;
  readonly leaders: string;
  readonly supervisors: string;
}

/** Where the desk signs in, and who may show it in a frame. */
export interface DeskSignIn {
  /** The id of the screens' client. @default none: the desk has no address yet, and nobody can sign in */
  readonly clientId?: string;
  readonly issuer: string;
  /** Where the sign-in service's endpoints begin. */
  readonly address: string;
  /** The origin of the agent workspace. */
  readonly workspace: string;
}

/** Who asks, and for what. */
export interface HandlerAccess {
  readonly handler: HandlerName;
  readonly environment: string;
  readonly programme: Programme;
  readonly stores: Stores;
  /** For a handler that takes or follows up written inquiries. @default none: they are not made yet */
  readonly intake?: IntakeParts;
  /** For a handler that starts tasks. @default none: the flow is not made yet */
  readonly taskFlow?: TaskFlow;
  /** For a handler that watches them. @default none: the queues are not made yet */
  readonly queues?: CallerQueues;
  /** The ARN of the desk's hours, for a handler that reads them. @default none: the hours are not made yet */
  readonly hoursArn?: string;
  /** For a handler that knows it. @default nobody works there yet */
  readonly roster?: Roster;
  /** For a handler that serves the desk. @default none: its people are not made yet */
  readonly signIn?: DeskSignIn;
}

/** The variables under which a handler finds what it is given. */
export function variablesOf(props: HandlerAccess): Record<string, string> {
  const { handler, programme, stores } = props;
  const definition = handlerDefinitions[handler];
  const knowsReports = definition.publishesReports || definition.readsReports;
  return {
    PROGRAMME: programme.id,
    ...Object.fromEntries(
      tableNames(handler).map((name) => [`${name.toUpperCase()}_TABLE`, stores.tables[name].tableName]),
    ),
    ...(definition.readsPersonKey && { PERSON_KEY_SECRET: stores.personKey.secretArn }),
    ...(knowsReports && { REPORT_BUCKET: stores.reports.bucketName }),
    ...(definition.printsDocuments && { REPORT_FONTS: deployedFontFolder }),
    ...intakeVariables(props),
    ...(definition.measures && { ENVIRONMENT: props.environment }),
    ...(definition.watchesQueues && watchVariables(props)),
    ...(definition.knowsRoster && { ROSTER: rosterText(props.roster ?? []) }),
    ...(definition.servesDesk && deskVariables(props)),
    ...(definition.readsDeskHours && { DESK_HOURS_ARN: hoursOf(props) }),
    ...(definition.readsPublishedHolidays && { PUBLISHED_HOLIDAYS_URL: publishedListAddress }),
  };
}

function watchVariables(props: HandlerAccess): Record<string, string> {
  const { operators, leaders, supervisors } = queuesOf(props);
  return {
    OPERATOR_QUEUE_ARN: operators,
    LEADER_QUEUE_ARN: leaders,
    SUPERVISOR_QUEUE_ARN: supervisors,
  };
}

function deskVariables({ handler, signIn }: HandlerAccess): Record<string, string> {
  if (!signIn)
    throw new Error(`${handler} says where to sign in: make it where the desk's people are made already.`);
  return {
    DESK_FOLDER: deskFolder,
    SIGN_IN_CLIENT_ID: signIn.clientId ?? "none",
    SIGN_IN_ISSUER: signIn.issuer,
    SIGN_IN_ADDRESS: signIn.address,
    WORKSPACE_ORIGIN: signIn.workspace,
  };
}

function queuesOf({ handler, queues }: HandlerAccess): CallerQueues {
  if (queues) return queues;
  throw new Error(`${handler} watches the queues of callers: make it where they are made already.`);
}

function hoursOf({ handler, hoursArn }: HandlerAccess): string {
  if (hoursArn !== undefined) return hoursArn;
  throw new Error(`${handler} reads the desk's hours: make it where they are made already.`);
}

function tableNames(handler: HandlerName): TableName[] {
  return Object.keys(handlerDefinitions[handler].tables) as TableName[];
}

/** What a handler may do; written by hand, because the library's grants give more than the handler calls. */
export function permissionsOf(scope: Construct, props: HandlerAccess): PolicyStatement[] {
  const { handler, stores } = props;
  const definition = handlerDefinitions[handler];
  const allow = (actions: string[], resources: string[]) => new PolicyStatement({ actions, resources });
  const statements = tableNames(handler)
    .filter((name) => definition.tables[name]?.length)
    .map((name) =>
      allow(
        (definition.tables[name] ?? []).map((action) => `dynamodb:${action}`),
        [stores.tables[name].tableArn],
      ),
    );
  for (const [name, indexes] of Object.entries(definition.indexes ?? {}) as [TableName, string[]][])
    statements.push(
      allow(
        ["dynamodb:Query"],
        indexes.map((index) => `${stores.tables[name].tableArn}/index/${index}`),
      ),
    );
  if (definition.readsPersonKey)
    statements.push(allow(["secretsmanager:GetSecretValue"], [stores.personKey.secretArn]));
  if (definition.publishesReports || definition.readsReports) {
    const { bucketArn } = stores.reports;
    const actions = ["s3:GetObject", ...(definition.publishesReports ? ["s3:PutObject"] : [])];
    statements.push(allow(["s3:ListBucket"], [bucketArn]));
    statements.push(allow(actions, [`${bucketArn}/${props.programme.id}/*`]));
  }
  statements.push(...intakePermissions(scope, props));
  if (definition.watchesQueues)
    // Amazon Connect asks for the permission on each queue that is named.
    statements.push(allow(["connect:GetCurrentMetricData"], Object.values(queuesOf(props))));
  if (definition.readsDeskHours)
    statements.push(allow(["connect:GetEffectiveHoursOfOperations"], [hoursOf(props)]));
  if (definition.sendsMail) statements.push(sendMail(scope, props.programme.webForm.mailFrom));
  return usesStores(handler) ? [...statements, useKey(scope, props)] : statements;
}

/** The address or its domain is verified with SES; whichever it is, only this address may be the sender. */
function sendMail(scope: Construct, mailFrom: string): PolicyStatement {
  const identity = (resourceName: string) =>
    Stack.of(scope).formatArn({ service: "ses", resource: "identity", resourceName });
  return new PolicyStatement({
    actions: ["ses:SendEmail"],
    resources: [identity(mailFrom), identity(mailFrom.slice(mailFrom.indexOf("@") + 1))],
    conditions: { StringEquals: { "ses:FromAddress": mailFrom } },
  });
}

/** Whether a handler is given anything that is encrypted with the stores' key. */
function usesStores(handler: HandlerName): boolean {
  const { readsPersonKey, readsFormKey } = handlerDefinitions[handler];
  return Boolean(tableNames(handler).length > 0 || readsPersonKey || readsFormKey || usesBuckets(handler));
}

function usesBuckets(handler: HandlerName): boolean {
  const { publishesReports, readsReports, keepsPictures, readsPictures, readsMails } =
    handlerDefinitions[handler];
  return Boolean(publishesReports || readsReports || keepsPictures || readsPictures || readsMails);
}

const readActions = ["kms:Decrypt", "kms:DescribeKey"];
const writeActions = [
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];

/**
 * The stores are encrypted with one key, which is used through the services that keep them and in no other way.
 * Which actions DynamoDB needs of its callers: the library's own table grants, written out.
 */
function useKey(scope: Construct, { handler, stores }: HandlerAccess): PolicyStatement {
  const { region } = Stack.of(scope);
  const { readsPersonKey, readsFormKey, publishesReports, tables } = handlerDefinitions[handler];
  const services = [
    ...(Object.keys(tables).length > 0 ? ["dynamodb"] : []),
    ...(readsPersonKey || readsFormKey ? ["secretsmanager"] : []),
    ...(usesBuckets(handler) ? ["s3"] : []),
  ];
  const writes = publishesReports || Object.values(tables).some((actions) => actions.includes("PutItem"));
  return new PolicyStatement({
    actions: [...readActions, ...(writes ? writeActions : [])],
    resources: [stores.key.keyArn],
    conditions: {
      StringEquals: { "kms:ViaService": services.map((name) => `${name}.${region}.amazonaws.com`) },
    },
  });
}
