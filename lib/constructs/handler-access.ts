import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { TableName } from "../../adapters/table-definitions.ts";
import type { Programme } from "../../domain/programme.ts";
import type { Stores } from "../data-stack.ts";
import { type HandlerName, handlerDefinitions } from "./handler-definitions.ts";

/** Who asks, and for what. */
export interface HandlerAccess {
  readonly handler: HandlerName;
  readonly programme: Programme;
  readonly stores: Stores;
}

/** The variables under which a handler finds what it is given. */
export function variablesOf({ handler, programme, stores }: HandlerAccess): Record<string, string> {
  const definition = handlerDefinitions[handler];
  return {
    PROGRAMME: programme.id,
    ...Object.fromEntries(
      tableNames(handler).map((name) => [`${name.toUpperCase()}_TABLE`, stores.tables[name].tableName]),
    ),
    ...(definition.readsPersonKey && { PERSON_KEY_SECRET: stores.personKey.secretArn }),
    ...(definition.publishesReports && { REPORT_BUCKET: stores.reports.bucketName }),
  };
}

function tableNames(handler: HandlerName): TableName[] {
  return Object.keys(handlerDefinitions[handler].tables) as TableName[];
}

/** What a handler may do; written by hand, because the library's grants give more than the handler calls. */
export function permissionsOf(scope: Construct, props: HandlerAccess): PolicyStatement[] {
  const { handler, stores } = props;
  const definition = handlerDefinitions[handler];
  const allow = (actions: string[], resources: string[]) => new PolicyStatement({ actions, resources });
  const statements = tableNames(handler).map((name) =>
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
  if (definition.publishesReports) {
    const { bucketArn } = stores.reports;
    statements.push(allow(["s3:ListBucket"], [bucketArn]));
    statements.push(allow(["s3:GetObject", "s3:PutObject"], [`${bucketArn}/${props.programme.id}/*`]));
  }
  if (definition.sendsMail) statements.push(sendMail(scope, props.programme.webForm.mailFrom));
  return [...statements, useKey(scope, props)];
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
  const { readsPersonKey, publishesReports, tables } = handlerDefinitions[handler];
  const services = [
    "dynamodb",
    ...(readsPersonKey ? ["secretsmanager"] : []),
    ...(publishesReports ? ["s3"] : []),
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
