import { type Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { onTestFinished } from "vitest";
import { localAccess } from "../../../local/local-access.ts";
import { startS3Server } from "../../../local/s3-server.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** A server for one test with the bucket `reports`, and the real SDK client for it. */
export async function s3ForTest(folder?: string) {
  const path = folder ?? (await temporaryFolder());
  const server = await startS3Server({ folder: path, buckets: [] });
  const s3 = new S3Client({ endpoint: server.endpoint, maxAttempts: 1, ...localAccess });
  onTestFinished(async () => {
    s3.destroy();
    await server.stop().catch(() => undefined);
  });
  if (folder === undefined) await s3.send(new CreateBucketCommand({ Bucket: "reports" }));
  return { folder: path, server, s3, endpoint: server.endpoint };
}

export interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** A request exactly as written, which neither the SDK nor fetch would send: its path is not tidied. */
export function rawRequest(
  endpoint: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: string | Buffer = "",
  agent: Agent | false = false,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(endpoint);
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, method, path, headers, agent }, (response) => {
      text(response).then(
        (answer) => resolve({ status: response.statusCode, headers: response.headers, body: answer }),
        reject,
      );
    });
    call.on("error", reject);
    call.end(body);
  });
}

/** The code in an error document. */
export function codeOf(answer: RawAnswer): string | undefined {
  return /<Code>(.*)<\/Code>/.exec(answer.body)?.[1];
}
