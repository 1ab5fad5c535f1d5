import type { S3Request } from "./s3-request.ts";

/** The name that Amazon S3 gives to what a request asks, also for operations that are not provided here. */
export function operationName(request: S3Request): string {
  const parameter = [...request.query.keys()].find((name) => subresources.has(name));
  if (parameter === undefined) return plainName(request);
  const named = subresources.get(parameter)?.[request.method];
  return named ?? `${capitalised(request.method)}${placeOf(request)}${pascalCase(parameter)}`;
}

function plainName(request: S3Request): string {
  if (request.headers["x-amz-copy-source"] !== undefined) return "CopyObject";
  if (request.bucket === undefined) return request.method === "GET" ? "ListBuckets" : `${request.method} /`;
  if (request.key !== undefined || request.method !== "GET")
    return (
      plainNames.get(`${request.method} ${placeOf(request)}`) ??
      `${capitalised(request.method)}${placeOf(request)}`
    );
  return request.query.get("list-type") === "2" ? "ListObjectsV2" : "ListObjects";
}

const plainNames: ReadonlyMap<string, string> = new Map([["PUT Bucket", "CreateBucket"]]);

/** Parameters that name an operation of their own, and its name where that is not made of method, place and parameter. */
const subresources: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map<
  string,
  Record<string, string>
>([
  ["delete", { POST: "DeleteObjects" }],
  ["uploads", { GET: "ListMultipartUploads", POST: "CreateMultipartUpload" }],
  [
    "uploadId",
    {
      DELETE: "AbortMultipartUpload",
      GET: "ListParts",
      POST: "CompleteMultipartUpload",
      PUT: "UploadPart",
    },
  ],
  ["versions", { GET: "ListObjectVersions" }],
  ["select", { POST: "SelectObjectContent" }],
  ["restore", { POST: "RestoreObject" }],
  ...[
    "accelerate",
    "acl",
    "analytics",
    "attributes",
    "cors",
    "encryption",
    "inventory",
    "legal-hold",
    "lifecycle",
    "location",
    "logging",
    "metrics",
    "notification",
    "object-lock",
    "ownershipControls",
    "policy",
    "policyStatus",
    "publicAccessBlock",
    "replication",
    "requestPayment",
    "retention",
    "tagging",
    "torrent",
    "versioning",
    "website",
  ].map((name): [string, Record<string, string>] => [name, {}]),
]);

function placeOf(request: S3Request): string {
  return request.key === undefined ? "Bucket" : "Object";
}

function capitalised(method: string): string {
  return method.slice(0, 1) + method.slice(1).toLowerCase();
}

function pascalCase(parameter: string): string {
  return parameter.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
