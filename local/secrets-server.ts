import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { type LoopbackServer, serveOnLoopback } from "./loopback-server.ts";

/**
 * Stands in for AWS Secrets Manager as far as it is used: `GetSecretValue` of the current version, by name or ARN.
 * Everything else is refused by name. Signatures are not checked.
 */
export function startSecretsServer(options: {
  /** Secret texts by name. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly port?: number;
}): Promise<LoopbackServer> {
  return serveOnLoopback(async (request, response) => {
    const { status, body } = answer(options.secrets, request, await text(request));
    response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
    response.end(JSON.stringify(body));
  }, options.port);
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

const service = "secretsmanager.";
const arnPrefix = "arn:aws:secretsmanager:ap-northeast-1:000000000000:secret:";
const currentVersion = "AWSCURRENT";

function answer(secrets: ReadonlyMap<string, string>, request: IncomingMessage, body: string): Answer {
  const target = String(request.headers["x-amz-target"]);
  const operation = target.startsWith(service) ? target.slice(service.length) : target;
  if (operation !== "GetSecretValue")
    return refusal(
      "NotImplementedException",
      `The local Secrets Manager does not provide ${operation}.`,
      501,
    );
  const asked = parsedObject(body);
  if (asked === undefined) return refusal("SerializationException", "The body is not a JSON object.");
  return secretValue(secrets, asked);
}

function secretValue(secrets: ReadonlyMap<string, string>, asked: Record<string, unknown>): Answer {
  const unknown = Object.keys(asked).filter((name) => name !== "SecretId" && name !== "VersionStage");
  if (unknown.length > 0)
    return refusal(
      "NotImplementedException",
      `The local GetSecretValue does not provide ${unknown.join(", ")}.`,
      501,
    );
  const id = asked["SecretId"];
  if (typeof id !== "string") return refusal("ValidationException", "SecretId is missing.");
  const name = id.startsWith(arnPrefix) ? id.slice(arnPrefix.length) : id;
  const secret = secrets.get(name);
  if (secret === undefined || (asked["VersionStage"] ?? currentVersion) !== currentVersion)
    return refusal("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  return {
    status: 200,
    body: {
      ARN: `${arnPrefix}${name}`,
      Name: name,
      SecretString: secret,
      VersionId: "00000000-0000-4000-8000-000000000001",
      VersionStages: [currentVersion],
    },
  };
}

function parsedObject(body: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}

function refusal(type: string, message: string, status = 400): Answer {
  return { status, body: { __type: type, message } };
}
