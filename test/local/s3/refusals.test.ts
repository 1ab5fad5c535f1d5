import {
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  DeleteObjectTaggingCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectVersionsCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { codeOf, rawRequest, s3ForTest } from "./s3-client.ts";

const Bucket = "reports";
const place = { Bucket, Key: "k" };
type AnyCommand = Parameters<S3Client["send"]>[0];

const refused: [string, unknown][] = [
  ["ListBuckets", new ListBucketsCommand({})],
  ["ListObjects", new ListObjectsCommand({ Bucket })],
  ["DeleteBucket", new DeleteBucketCommand({ Bucket })],
  ["GetBucketVersioning", new GetBucketVersioningCommand({ Bucket })],
  ["PutBucketPolicy", new PutBucketPolicyCommand({ Bucket, Policy: "{}" })],
  ["ListObjectVersions", new ListObjectVersionsCommand({ Bucket })],
  ["DeleteObjects", new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: "k" }] } })],
  ["DeleteObjectTagging", new DeleteObjectTaggingCommand(place)],
  ["CopyObject", new CopyObjectCommand({ ...place, CopySource: "reports/k" })],
  ["CreateMultipartUpload", new CreateMultipartUploadCommand(place)],
  ["UploadPart", new UploadPartCommand({ ...place, UploadId: "u", PartNumber: 1, Body: "x" })],
  ["the parameter versionId of GetObject", new GetObjectCommand({ ...place, VersionId: "v" })],
  ["the parameter partNumber of GetObject", new GetObjectCommand({ ...place, PartNumber: 1 })],
  ["the header if-none-match of GetObject", new GetObjectCommand({ ...place, IfNoneMatch: '"x"' })],
  [
    "the header if-modified-since of GetObject",
    new GetObjectCommand({ ...place, IfModifiedSince: new Date(0) }),
  ],
  ["the header if-match of DeleteObject", new DeleteObjectCommand({ ...place, IfMatch: '"x"' })],
  ["the header x-amz-acl of PutObject", new PutObjectCommand({ ...place, Body: "x", ACL: "public-read" })],
  ["the header x-amz-tagging of PutObject", new PutObjectCommand({ ...place, Body: "x", Tagging: "a=b" })],
  [
    "the header x-amz-storage-class of PutObject",
    new PutObjectCommand({ ...place, Body: "x", StorageClass: "GLACIER" }),
  ],
  [
    "If-None-Match with anything but * in PutObject",
    new PutObjectCommand({ ...place, Body: "x", IfNoneMatch: '"x"' }),
  ],
  [
    "If-Match and If-None-Match in one PutObject",
    new PutObjectCommand({ ...place, Body: "x", IfMatch: '"x"', IfNoneMatch: "*" }),
  ],
];

test.each(refused)("what is not provided is refused by name: %s", async (name, command) => {
  const { s3 } = await s3ForTest();
  await s3.send(new PutObjectCommand({ ...place, Body: "untouched" }));
  await expect(s3.send(command as AnyCommand)).rejects.toMatchObject({
    name: "NotImplemented",
    message: `The local S3 does not provide ${name}.`,
    $metadata: { httpStatusCode: 501 },
  });
  const got = await s3.send(new GetObjectCommand(place));
  expect(await got.Body?.transformToString()).toBe("untouched");
});

test.each([
  ["POST", "/reports/k?restore"],
  ["POST", "/reports"],
  ["PATCH", "/reports/k"],
  ["OPTIONS", "/reports/k"],
  ["PUT", "/"],
  ["PUT", "/reports/k?acl"],
  ["PUT", "/reports/k?x-id=RenameObject"],
  ["GET", "/reports/k?x-id=constructor"],
  ["GET", "/reports/k?X-Amz-Algorithm=AWS4-HMAC-SHA256"],
])("so is a request that the SDK would not send: %s %s", async (method, path) => {
  const { endpoint } = await s3ForTest();
  const answer = await rawRequest(endpoint, method, path);
  expect([answer.status, codeOf(answer)]).toEqual([501, "NotImplemented"]);
});
