import type { FileHandle } from "node:fs/promises";
import { requireBucket } from "./buckets.ts";
import { readRange } from "./byte-range.ts";
import { isObjectChecksum } from "./checksums.ts";
import type { KeptObject } from "./object-index.ts";
import type { ObjectPlace, ObjectStore } from "./object-store.ts";
import type { S3Answer } from "./s3-answer.ts";
import { S3Error } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";

/** GetObject: an object as it was at one moment, whole or the part that Range names. */
export async function getObject(
  store: ObjectStore,
  place: ObjectPlace,
  request: S3Request,
): Promise<S3Answer> {
  const { object, handle } = await openObject(store, place);
  try {
    const { status, headers, range } = describeObject(object, request);
    if (range === undefined) {
      await handle.close();
      return { status, headers, body: "" };
    }
    return { status, headers, body: handle.createReadStream({ start: range.first, end: range.last }) };
  } catch (cause) {
    await handle.close();
    throw cause;
  }
}

/** HeadObject: what GetObject would answer, without the bytes. */
export function headObject(store: ObjectStore, place: ObjectPlace, request: S3Request): S3Answer {
  const { status, headers } = describeObject(requireObject(store, place), request);
  return { status, headers };
}

/** Opens an object's file. Where the object is replaced between the index and the file, looks again. */
async function openObject(
  store: ObjectStore,
  place: ObjectPlace,
): Promise<{ readonly object: KeptObject; readonly handle: FileHandle }> {
  let missing: string | undefined;
  for (;;) {
    const object = requireObject(store, place);
    if (object.file === missing)
      throw new S3Error("InternalError", `The file ${object.file} is missing from the state folder.`);
    const handle = await store.files.open(place.bucket, object.file);
    if (handle !== undefined) return { object, handle };
    missing = object.file;
  }
}

/** The object at a place. Throws S3Error where there is none. */
export function requireObject({ index }: ObjectStore, { bucket, key }: ObjectPlace): KeptObject {
  requireBucket(index, bucket);
  const object = index.find(bucket, key);
  if (object === undefined) throw new S3Error("NoSuchKey", "The specified key does not exist.");
  return object;
}

/** Status and headers, and which bytes; no range where the object is empty. */
function describeObject(object: KeptObject, request: S3Request) {
  checkReadCondition(object, request);
  const asked = request.headers.range;
  const part = asked === undefined ? undefined : readRange(asked, object.sizeBytes);
  const range = part ?? (object.sizeBytes > 0 ? { first: 0, last: object.sizeBytes - 1 } : undefined);
  const withChecksum = part === undefined && request.headers["x-amz-checksum-mode"] === "ENABLED";
  const kept = Object.entries(object.headers).filter(([name]) => withChecksum || !isObjectChecksum(name));
  const headers = {
    ...Object.fromEntries(kept),
    "accept-ranges": "bytes",
    "content-length": String(range === undefined ? 0 : range.last - range.first + 1),
    etag: `"${object.etag}"`,
    "last-modified": new Date(object.modifiedAt).toUTCString(),
    ...(part === undefined
      ? {}
      : { "content-range": `bytes ${part.first}-${part.last}/${object.sizeBytes}` }),
  };
  return { status: part === undefined ? 200 : 206, headers, range };
}

/** If-Match on a read. */
function checkReadCondition(object: KeptObject, request: S3Request): void {
  const match = request.headers["if-match"];
  if (match !== undefined && match !== "*" && match.replaceAll('"', "") !== object.etag)
    throw new S3Error("PreconditionFailed", "At least one of the pre-conditions you specified did not hold.");
}
