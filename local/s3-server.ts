import { mkdir } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { type LoopbackServer, serveOnLoopback } from "./loopback-server.ts";
import { objectFiles } from "./s3/object-files.ts";
import { openObjectIndex } from "./s3/object-index.ts";
import type { ObjectStore } from "./s3/object-store.ts";
import { perform } from "./s3/operations.ts";
import { type S3Answer, xmlAnswer } from "./s3/s3-answer.ts";
import { S3Error } from "./s3/s3-error.ts";
import { readS3Request } from "./s3/s3-request.ts";
import { type ScannedPlace, type StandInScanner, standInScanner } from "./s3/stand-in-scanner.ts";
import { textElement, xmlDocument } from "./xml.ts";

/**
 * Stands in for Amazon S3 on a folder that several processes may share, in path style.
 *
 * Does CreateBucket, HeadBucket, PutObject (If-None-Match, If-Match, Content-MD5, checksums, aws-chunked), GetObject and
 * HeadObject (Range, If-Match), ListObjectsV2, DeleteObject, GetObjectTagging and PutObjectTagging. Everything else, and every parameter or `x-amz-` header
 * that these do not know, is refused with 501. Not done: signatures are not checked, and there are no versions, no
 * multipart uploads and no presigned URLs.
 */
export async function startS3Server(options: {
  readonly folder: string;
  /** Buckets to make if they are not there. */
  readonly buckets: readonly string[];
  /** What the stand-in for a search for malware looks at. @default nothing */
  readonly scanned?: ScannedPlace;
  readonly port?: number;
}): Promise<LoopbackServer> {
  await mkdir(options.folder, { recursive: true });
  const index = openObjectIndex(options.folder);
  for (const bucket of options.buckets) index.createBucket(bucket);
  const store = { index, files: objectFiles(options.folder) };
  const scanner = options.scanned && standInScanner(store, options.scanned);
  const end = async () => {
    await scanner?.settled();
    index.close();
  };
  const endAfterFailure = async (cause: unknown) => {
    await end();
    throw cause;
  };
  try {
    const server = await serveOnLoopback(async (request, response) => {
      await send(response, await answerTo(store, request, scanner), request.method === "HEAD");
    }, options.port);
    return { endpoint: server.endpoint, stop: () => server.stop().then(end, endAfterFailure) };
  } catch (cause) {
    index.close();
    throw cause;
  }
}

async function answerTo(
  store: ObjectStore,
  message: IncomingMessage,
  scanner: StandInScanner | undefined,
): Promise<S3Answer> {
  try {
    const request = readS3Request(message);
    const answer = await perform(store, request);
    const { method, bucket = "", key = "", query } = request;
    if (method === "PUT" && !query.has("tagging")) scanner?.written({ bucket, key });
    return answer;
  } catch (cause) {
    const error =
      cause instanceof S3Error
        ? cause
        : new S3Error("InternalError", `The local S3 failed: ${String(cause)}`);
    const content = [
      textElement("Code", error.code),
      textElement("Message", error.message),
      textElement("Resource", message.url ?? ""),
    ];
    return xmlAnswer(error.status, xmlDocument("Error", content.join("")));
  }
}

async function send(response: ServerResponse, answer: S3Answer, isHead: boolean): Promise<void> {
  response.writeHead(answer.status, answer.headers);
  if (isHead || answer.body === undefined || typeof answer.body === "string") {
    response.end(isHead ? undefined : answer.body);
    return;
  }
  await pipeline(answer.body, response);
}
