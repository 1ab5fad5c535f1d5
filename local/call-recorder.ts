import { type IncomingMessage, request as openRequest, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { serveOnLoopback } from "./loopback-server.ts";
import { type NeededPermission, neededPermissions } from "./needed-permissions.ts";

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
