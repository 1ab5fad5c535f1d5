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
import { textElement, xmlDocument } from "./xml.ts";

/**
 * Stands in for Amazon S3 on a folder that several processes may share, in path style.
 *
 * Does CreateBucket, HeadBucket, PutObject (If-None-Match, If-Match, Content-MD5, checksums, aws-chunked), GetObject and
 * HeadObject (Range, If-Match), ListObjectsV2 and DeleteObject. Everything else, and every parameter or `x-amz-` header
 * that these do not know, is refused with 501. Not done: signatures are not checked, and there are no versions, no
 * multipart uploads and no presigned URLs.
 */
export async function startS3Server(options: {
  readonly folder: string;
  /** Buckets to make if they are not there. */
  readonly buckets: readonly string[];
  readonly port?: number;
}): Promise<LoopbackServer> {
  await mkdir(options.folder, { recursive: true });
  const index = openObjectIndex(options.folder);
  for (const bucket of options.buckets) index.createBucket(bucket);
  const store = { index, files: objectFiles(options.folder) };
  try {
    const server = await serveOnLoopback(async (request, response) => {
      await send(response, await answerTo(store, request), request.method === "HEAD");
    }, options.port);
    return { endpoint: server.endpoint, stop: () => server.stop().finally(() => index.close()) };
  } catch (cause) {
    index.close();
    throw cause;
  }
}

async function answerTo(store: ObjectStore, request: IncomingMessage): Promise<S3Answer> {
  try {
    return await perform(store, readS3Request(request));
  } catch (cause) {
    const error =
      cause instanceof S3Error
        ? cause
        : new S3Error("InternalError", `The local S3 failed: ${String(cause)}`);
    const content = [
      textElement("Code", error.code),
      textElement("Message", error.message),
      textElement("Resource", request.url ?? ""),
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
