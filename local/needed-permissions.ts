import type { IncomingMessage } from "node:http";
import { localAccess } from "./local-access.ts";
import { operationName } from "./s3/operation-name.ts";
import { readS3Request } from "./s3/s3-request.ts";

/**
 * One permission that a call needs, in IAM's words. Which action and resource belong to a call: AWS, "Service
 * Authorization Reference", the pages of the six services.
 */
export interface NeededPermission {
  /** For example `dynamodb:GetItem`. */
  readonly action: string;
  /** The ARN in the embedded cloud, whose account is 000000000000; "unknown" where the call is one of no kind below. */
  readonly resource: string;
  /** The condition keys that come with the call, for example `ses:FromAddress`. */
  readonly context: Readonly<Record<string, string>>;
}

/** What one request to a service asks to be allowed; what it is for is read off the request alone. */
export function neededPermissions(
  service: string,
  request: IncomingMessage,
  body: Buffer,
): NeededPermission[] {
  switch (service) {
    case "dynamodb":
      return [tablePermission(operationOf(request), parsedObject(body))];
    case "s3":
      return [storePermission(request)];
    case "secretsmanager":
      return [secretPermission(operationOf(request), parsedObject(body))];
    case "ses":
      return mailPermissions(new URLSearchParams(body.toString("utf8")));
    case "sqs":
      return [queuePermission(operationOf(request), parsedObject(body))];
    case "connect":
      return connectPermissions(request, body);
    default:
      return [permission(`${service}:${operationOf(request)}`, unknown)];
  }
}

const unknown = "unknown";

function permission(
  action: string,
  resource: string,
  context: NeededPermission["context"] = {},
): NeededPermission {
  return { action, resource, context };
}

function arn(service: string, rest: string): string {
  return `arn:aws:${service}:${localAccess.region}:000000000000:${rest}`;
}

/** `GetItem` of `DynamoDB_20120810.GetItem`; method and path where a service names no operation. */
function operationOf({ headers, method, url }: IncomingMessage): string {
  const target = headers["x-amz-target"];
  return typeof target === "string" ? target.slice(target.lastIndexOf(".") + 1) : `${method} ${url}`;
}

function parsedObject(body: Buffer): Readonly<Record<string, unknown>> {
  const parsed: unknown = JSON.parse(body.toString("utf8"));
  return { ...Object(parsed) };
}

/** Operations on one table, whose permission bears their own name; a transaction, for one, needs those of its parts. */
const tableOperations: ReadonlySet<string> = new Set([
  "GetItem",
  "PutItem",
  "UpdateItem",
  "DeleteItem",
  "Query",
  "Scan",
]);

function tablePermission(operation: string, asked: Readonly<Record<string, unknown>>): NeededPermission {
  const { TableName: table, IndexName: index } = asked;
  const action = `dynamodb:${operation}`;
  if (!tableOperations.has(operation) || typeof table !== "string") return permission(action, unknown);
  return permission(
    action,
    arn("dynamodb", `table/${table}${typeof index === "string" ? `/index/${index}` : ""}`),
  );
}

/** What S3 checks for an operation, where its name is another. */
const storeActions: ReadonlyMap<string, string> = new Map([
  ["GetObject", "GetObject"],
  ["HeadObject", "GetObject"],
  ["PutObject", "PutObject"],
  ["DeleteObject", "DeleteObject"],
  ["GetObjectTagging", "GetObjectTagging"],
  ["PutObjectTagging", "PutObjectTagging"],
  ["ListObjectsV2", "ListBucket"],
  ["HeadBucket", "ListBucket"],
  ["CreateBucket", "CreateBucket"],
]);

function storePermission(message: IncomingMessage): NeededPermission {
  const request = readS3Request(message);
  const operation = operationName(request);
  const action = storeActions.get(operation);
  if (action === undefined) return permission(`s3:${operation}`, unknown);
  const object = request.key === undefined ? "" : `/${request.key}`;
  return permission(`s3:${action}`, `arn:aws:s3:::${request.bucket ?? unknown}${object}`);
}

function secretPermission(operation: string, asked: Readonly<Record<string, unknown>>): NeededPermission {
  const id = asked["SecretId"];
  const resource =
    typeof id !== "string" ? unknown : id.startsWith("arn:") ? id : arn("secretsmanager", `secret:${id}`);
  return permission(`secretsmanager:${operation}`, resource);
}

/**
 * SES asks for the identity that is verified, the address or its domain; which one is not known here, so both are needed. Where
 * a configuration set is named, it asks for that too.
 */
function mailPermissions(form: URLSearchParams): NeededPermission[] {
  const action = `ses:${form.get("Action") ?? unknown}`;
  const from = form.get("Source");
  if (from === null) return [permission(action, unknown)];
  const set = form.get("ConfigurationSetName");
  return [
    ...[from, from.slice(from.indexOf("@") + 1)].map((identity) => `identity/${identity}`),
    ...(set === null ? [] : [`configuration-set/${set}`]),
  ].map((resource) => permission(action, arn("ses", resource), { "ses:FromAddress": from }));
}

/**
 * GetCurrentMetricData asks for each queue of its filter, which is named by its ARN; GetEffectiveHoursOfOperations for the
 * hours, whose ids stand in the path.
 */
function connectPermissions(request: IncomingMessage, body: Buffer): NeededPermission[] {
  const operation = operationOf(request);
  const [, instance, hours] = /^GET \/effective-hours-of-operations\/([^/]+)\/([^/?]+)/.exec(operation) ?? [];
  if (hours !== undefined)
    return [
      permission(
        "connect:GetEffectiveHoursOfOperations",
        arn("connect", `instance/${instance}/operating-hours/${hours}`),
      ),
    ];
  if (operation === "PUT /contact/task") return taskPermissions(parsedObject(body));
  if (!/^POST \/metrics\/current\/[^/]+$/.test(operation))
    return [permission(`connect:${operation}`, unknown)];
  const { Queues: queues } = { ...Object(parsedObject(body)["Filters"]) };
  const named: readonly unknown[] = Array.isArray(queues) ? queues : [unknown];
  return named.map((queue) => permission("connect:GetCurrentMetricData", String(queue)));
}

/** Amazon Connect asks for the flow, and for the contact that is made, which has no id yet. */
function taskPermissions({
  InstanceId,
  ContactFlowId,
}: Readonly<Record<string, unknown>>): NeededPermission[] {
  return [`contact-flow/${String(ContactFlowId)}`, "contact/*"].map((resource) =>
    permission("connect:StartTaskContact", arn("connect", `instance/${String(InstanceId)}/${resource}`)),
  );
}

/** A queue is named by the last part of its URL. */
function queuePermission(operation: string, asked: Readonly<Record<string, unknown>>): NeededPermission {
  const url = asked["QueueUrl"];
  const queue = typeof url === "string" ? url.split("/").at(-1) : undefined;
  return permission(`sqs:${operation}`, queue ? arn("sqs", queue) : unknown);
}
