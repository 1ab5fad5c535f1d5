import { requireBucket } from "./buckets.ts";
import type { ObjectPlace, ObjectStore } from "./object-store.ts";
import type { S3Answer } from "./s3-answer.ts";

/** DeleteObject: afterwards there is no such object, and it is no error if there was none before. */
export async function deleteObject(
  { index, files }: ObjectStore,
  { bucket, key }: ObjectPlace,
): Promise<S3Answer> {
  requireBucket(index, bucket);
  const removed = index.remove(bucket, key);
  if (removed !== undefined) await files.remove(bucket, removed.file);
  return { status: 204, headers: {} };
}
