import { text } from "node:stream/consumers";
import { localAccess } from "../local-access.ts";
import type { ObjectIndex } from "./object-index.ts";
import type { S3Answer } from "./s3-answer.ts";
import { S3Error } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";

/** CreateBucket, in the region of the deployment only. */
export async function createBucket(
  index: ObjectIndex,
  bucket: string,
  request: S3Request,
): Promise<S3Answer> {
  const region = locationConstraint(await text(request.body));
  if (region !== localAccess.region)
    throw new S3Error(
      "IllegalLocationConstraintException",
      `The ${region ?? "unspecified"} location constraint is incompatible with the region ${localAccess.region}.`,
    );
  if (!index.createBucket(bucket))
    throw new S3Error("BucketAlreadyOwnedByYou", "You already own the bucket that you tried to create.");
  return { status: 200, headers: { location: `/${bucket}` } };
}

/** HeadBucket. */
export function headBucket(index: ObjectIndex, bucket: string): S3Answer {
  requireBucket(index, bucket);
  return { status: 200, headers: { "x-amz-bucket-region": localAccess.region } };
}

/** Throws S3Error where there is no such bucket. */
export function requireBucket(index: ObjectIndex, bucket: string): void {
  if (!index.hasBucket(bucket)) throw new S3Error("NoSuchBucket", "The specified bucket does not exist.");
}

/** The region that a CreateBucketConfiguration names; a configuration that names anything else is refused. */
function locationConstraint(body: string): string | undefined {
  if (body.trim() === "") return undefined;
  const inside =
    /^\s*(?:<\?xml[^>]*\?>)?\s*<CreateBucketConfiguration[^>]*>(.*)<\/CreateBucketConfiguration>\s*$/s.exec(
      body,
    )?.[1];
  const region = /^\s*<LocationConstraint>([a-z0-9-]+)<\/LocationConstraint>\s*$/.exec(inside ?? "")?.[1];
  if (region === undefined)
    throw new S3Error(
      "MalformedXML",
      "The local S3 reads nothing but a LocationConstraint in a CreateBucketConfiguration.",
    );
  return region;
}
