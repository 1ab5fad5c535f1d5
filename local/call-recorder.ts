import { type IncomingMessage, request as openRequest, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { localAccess } from "./local-access.ts";
import { serveOnLoopback } from "./loopback-server.ts";
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

/** A recorder in front of a cloud. */
export interface CallRecorder {
  /** The cloud's environment, with the recorder in the place of every server; calls to any other service come here too. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the calls so far needed, in the order in which they came; it grows. */
  readonly needed: readonly NeededPermission[];
  /** Ends the recorder, and not the cloud behind it. */
  stop(): Promise<void>;
}

const serverVariables = {
  dynamodb: "AWS_ENDPOINT_URL_DYNAMODB",
  s3: "AWS_ENDPOINT_URL_S3",
  secretsmanager: "AWS_ENDPOINT_URL_SECRETS_MANAGER",
  ses: "AWS_ENDPOINT_URL_SES",
  connect: "AWS_ENDPOINT_URL_CONNECT",
  sqs: "AWS_ENDPOINT_URL_SQS",
} as const;

type Service = keyof typeof serverVariables;

/**
 * Stands between SDK clients and the cloud of `environment`: notes what each call would have to be allowed, and passes it
 * on unchanged. A call to a service that the cloud does not have is noted too, and answered with 501.
 */
export async function startCallRecorder(
  environment: Readonly<Record<string, string>>,
): Promise<CallRecorder> {
  const needed: NeededPermission[] = [];
  const server = await serveOnLoopback(async (request, response) => {
    const body = await buffer(request);
    const service = serviceOf(request);
    needed.push(...neededPermissions(service, request, body));
    const behind = isService(service) ? environment[serverVariables[service]] : undefined;
    if (behind === undefined) response.writeHead(501).end();
    else await passOn(behind, request, body, response);
  });
  const variables = ["AWS_ENDPOINT_URL", ...Object.values(serverVariables)];
  return {
    environment: {
      ...environment,
      ...Object.fromEntries(variables.map((variable) => [variable, server.endpoint])),
      ...queueUrlAt(server.endpoint, environment),
    },
    needed,
    stop: () => server.stop(),
  };
}

/** The SDK asks the host of a queue's URL, whatever it is told of endpoints. */
function queueUrlAt(
  endpoint: string,
  { INQUIRY_QUEUE_URL: url }: Readonly<Record<string, string>>,
): Record<string, string> {
  return url === undefined ? {} : { INQUIRY_QUEUE_URL: `${endpoint}${new URL(url).pathname}` };
}

/** The service for which a request was signed: `Credential=KEY/20240716/ap-northeast-1/dynamodb/aws4_request`. */
function serviceOf({ headers }: IncomingMessage): string {
  return /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(headers.authorization ?? "")?.[1] ?? "unsigned";
}

function isService(service: string): service is Service {
  return Object.hasOwn(serverVariables, service);
}

function neededPermissions(service: string, request: IncomingMessage, body: Buffer): NeededPermission[] {
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

/** Headers of this connection alone. */
const ofTheConnection: ReadonlySet<string> = new Set(["host", "connection", "expect"]);

async function passOn(
  endpoint: string,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => !ofTheConnection.has(name)),
  );
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    openRequest(
      `${endpoint}${request.url ?? "/"}`,
      { method: request.method, headers, agent: false },
      resolve,
    )
      .once("error", reject)
      .end(body);
  });
  const { connection: _connection, ...answered } = answer.headers;
  response.writeHead(answer.statusCode ?? 502, answered);
  await pipeline(answer, response);
}
