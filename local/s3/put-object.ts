import type { IncomingHttpHeaders } from "node:http";
import { requireBucket } from "./buckets.ts";
import { keptHeaders } from "./kept-headers.ts";
import { objectFileName } from "./object-files.ts";
import type { KeepOutcome, WriteCondition } from "./object-index.ts";
import type { ObjectPlace, ObjectStore } from "./object-store.ts";
import { receiveBody } from "./received-body.ts";
import type { S3Answer } from "./s3-answer.ts";
import { notImplemented, S3Error } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";

/**
 * PutObject: keeps the bytes if every checksum that came with them is right and the condition holds.
 *
 * Of many writers with `If-None-Match: *` exactly one succeeds, in whatever process they are.
 */
export async function putObject(
  { index, files }: ObjectStore,
  { bucket, key }: ObjectPlace,
  request: S3Request,
): Promise<S3Answer> {
  requireBucket(index, bucket);
  const condition = writeCondition(request.headers);
  const headers = keptHeaders(request.headers);
  const received = receiveBody(request);
  const file = objectFileName(index.nextFileNumber(), key);
  const { modifiedAt, checked } = await files.write(bucket, file, received.bytes, () => received.verified());
  const { sizeBytes, etag, checksums } = checked;
  const object = { key, file, sizeBytes, etag, modifiedAt, headers: { ...headers, ...checksums } };
  const outcome = index.keep(bucket, object, condition);
  if (outcome.kind !== "kept") {
    await files.remove(bucket, file);
    throw refusal(outcome);
  }
  if (outcome.replaced !== undefined) await files.remove(bucket, outcome.replaced.file);
  return { status: 200, headers: { etag: `"${etag}"`, ...checksums } };
}

/** docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
function writeCondition(headers: IncomingHttpHeaders): WriteCondition {
  const noneMatch = headers["if-none-match"];
  const match = headers["if-match"];
  if (noneMatch !== undefined && match !== undefined)
    throw notImplemented("If-Match and If-None-Match in one PutObject");
  if (noneMatch === "*") return { kind: "must-be-absent" };
  if (noneMatch !== undefined) throw notImplemented("If-None-Match with anything but * in PutObject");
  if (match !== undefined) return { kind: "must-match", etag: match.replaceAll('"', "") };
  return { kind: "none" };
}

function refusal(outcome: Exclude<KeepOutcome, { kind: "kept" }>): S3Error {
  switch (outcome.kind) {
    case "no-bucket":
      return new S3Error("NoSuchBucket", "The specified bucket does not exist.");
    case "no-key":
      return new S3Error("NoSuchKey", "The specified key does not exist.");
    case "condition-not-met":
      return new S3Error(
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold.",
      );
  }
}
