import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { makeTables } from "./dynamodb-tables.ts";
import { type DynamoDbProcess, startDynamoDbProcess } from "./dynamodb-process.ts";

/**
 * Starts what stands in for DynamoDB, with every table made: the endpoint that `CALLCENTRE_DYNAMODB_ENDPOINT` names, or
 * else the binary of the optional package `@dynoxide/linux-x64` on `file`.
 *
 * Rejects with one line that says what to set where there is neither, or where the named endpoint does not answer.
 */
export async function startDynamoDbServer(options: {
  readonly file: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly port?: number;
}): Promise<DynamoDbProcess> {
  const named = options.environment.CALLCENTRE_DYNAMODB_ENDPOINT;
  const server = await (named === undefined || named === "" ? ownServer(options) : foreignServer(named));
  try {
    await makeTables(server.endpoint);
    return server;
  } catch (cause) {
    await server.stop();
    throw new Error(
      `The tables could not be made at ${server.endpoint} (${cause instanceof Error ? cause.message : String(cause)}): ` +
        "look whether CALLCENTRE_DYNAMODB_ENDPOINT and the state folder are the right ones.",
      { cause },
    );
  }
}

function ownServer(options: { readonly file: string; readonly port?: number }): Promise<DynamoDbProcess> {
  const binary = installedBinary();
  if (binary === undefined)
    throw new Error(
      `No DynamoDB server is installed for ${process.platform}-${process.arch}: ` +
        "start any DynamoDB-compatible server and set CALLCENTRE_DYNAMODB_ENDPOINT to its URL.",
    );
  return startDynamoDbProcess({ ...options, binary });
}

function foreignServer(endpoint: string): DynamoDbProcess {
  if (!URL.canParse(endpoint))
    throw new Error(
      `CALLCENTRE_DYNAMODB_ENDPOINT is "${endpoint}": write a URL, for example http://127.0.0.1:8000.`,
    );
  return { endpoint, stop: () => Promise.resolve() };
}

/** The server's binary, where npm could install it for this platform. */
export function installedBinary(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve("@dynoxide/linux-x64/package.json");
    return join(dirname(manifest), "dynoxide");
  } catch {
    return undefined;
  }
}
