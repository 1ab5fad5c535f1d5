import { createBucket, headBucket } from "./buckets.ts";
import { deleteObject } from "./delete-object.ts";
import { getObject, headObject } from "./get-object.ts";
import { listObjects, listParameters } from "./list-objects.ts";
import type { ObjectPlace, ObjectStore } from "./object-store.ts";
import { operationName } from "./operation-name.ts";
import { putObject } from "./put-object.ts";
import { getObjectTagging, putObjectTagging } from "./object-tagging.ts";
import type { S3Answer } from "./s3-answer.ts";
import { notImplemented } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";

/** An operation, and what it understands: any other parameter or `x-amz-` header is refused, not ignored. */
interface Operation {
  readonly queries: readonly string[];
  readonly headers: readonly RegExp[];
  run(store: ObjectStore, place: ObjectPlace, request: S3Request): S3Answer | Promise<S3Answer>;
}

const operations: ReadonlyMap<string, Operation> = new Map([
  [
    "CreateBucket",
    {
      queries: [],
      headers: [],
      run: ({ index }, { bucket }, request) => createBucket(index, bucket, request),
    },
  ],
  ["HeadBucket", { queries: [], headers: [], run: ({ index }, { bucket }) => headBucket(index, bucket) }],
  [
    "ListObjectsV2",
    {
      queries: listParameters,
      headers: [],
      run: ({ index }, { bucket }, request) => listObjects(index, bucket, request),
    },
  ],
  [
    "PutObject",
    {
      queries: [],
      headers: [
        /^x-amz-(meta-.+|trailer|decoded-content-length|sdk-checksum-algorithm)$/,
        /^x-amz-checksum-(crc32|sha1|sha256)$/,
        /^if-(none-)?match$/,
      ],
      run: putObject,
    },
  ],
  ["GetObject", { queries: [], headers: [/^x-amz-checksum-mode$/, /^if-match$/], run: getObject }],
  ["HeadObject", { queries: [], headers: [/^x-amz-checksum-mode$/, /^if-match$/], run: headObject }],
  ["DeleteObject", { queries: [], headers: [], run: deleteObject }],
  ["GetObjectTagging", { queries: ["tagging"], headers: [], run: getObjectTagging }],
  [
    "PutObjectTagging",
    {
      queries: ["tagging"],
      headers: [
        /^x-amz-(trailer|decoded-content-length|sdk-checksum-algorithm)$/,
        /^x-amz-checksum-(crc32|sha1|sha256)$/,
      ],
      run: putObjectTagging,
    },
  ],
] satisfies [string, Operation][]);

/** Headers that every request carries and that change nothing here. */
const commonHeader = /^x-amz-(content-sha256|date|security-token|user-agent)$/;

/** Headers that must be understood, or the request would do something else than was asked. */
const meaningfulHeader = /^(x-amz-.*|if-.*)$/;

/** Does what a request asks. Throws S3Error where it cannot, NotImplemented for everything that is not provided here. */
export async function perform(store: ObjectStore, request: S3Request): Promise<S3Answer> {
  const name = operationName(request);
  const operation = operations.get(name);
  // The SDK states the operation in x-id; where ours would be another, the request is one that is not known here.
  const stated = request.query.get("x-id") ?? name;
  if (operation === undefined || request.bucket === undefined || stated !== name)
    throw notImplemented(stated);
  for (const parameter of request.query.keys())
    if (parameter !== "x-id" && !operation.queries.includes(parameter))
      throw notImplemented(`the parameter ${parameter} of ${name}`);
  for (const header of Object.keys(request.headers)) {
    const isKnown = [commonHeader, ...operation.headers].some((pattern) => pattern.test(header));
    if (meaningfulHeader.test(header) && !isKnown) throw notImplemented(`the header ${header} of ${name}`);
  }
  return operation.run(store, { bucket: request.bucket, key: request.key ?? "" }, request);
}
