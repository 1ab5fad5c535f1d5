import { requireBucket } from "./buckets.ts";
import type { KeptObject, ObjectIndex } from "./object-index.ts";
import { type S3Answer, xmlAnswer } from "./s3-answer.ts";
import { notImplemented, S3Error } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";
import { textElement, xmlDocument } from "../xml.ts";

/**
 * ListObjectsV2: keys in the order of their UTF-8 bytes, those that share a prefix up to the delimiter as one.
 *
 * The continuation token is the first key of the next page, so a listing that goes on while objects come and go skips
 * none that stays.
 */
export function listObjects(index: ObjectIndex, bucket: string, request: S3Request): S3Answer {
  requireBucket(index, bucket);
  const asked = readListRequest(request.query);
  const page = pageOf(index, bucket, asked);
  return xmlAnswer(200, listDocument(bucket, asked, page));
}

/** The parameters that a listing understands. */
export const listParameters = [
  "continuation-token",
  "delimiter",
  "encoding-type",
  "fetch-owner",
  "list-type",
  "max-keys",
  "prefix",
  "start-after",
];

interface ListRequest {
  readonly prefix: string;
  readonly delimiter: string;
  readonly maxKeys: number;
  readonly startAfter: string | undefined;
  readonly token: string | undefined;
  readonly isUrlEncoded: boolean;
}

interface Page {
  readonly objects: readonly KeptObject[];
  readonly commonPrefixes: readonly string[];
  readonly nextToken: string | undefined;
}

const largestPage = 1000;

function readListRequest(query: ReadonlyMap<string, string>): ListRequest {
  const maxKeys = query.get("max-keys") ?? String(largestPage);
  if (!/^\d{1,9}$/.test(maxKeys)) throw new S3Error("InvalidArgument", "max-keys is not a number of keys.");
  const encoding = query.get("encoding-type");
  if (encoding !== undefined && encoding !== "url")
    throw new S3Error("InvalidArgument", "Invalid Encoding Method specified in Request");
  if ((query.get("fetch-owner") ?? "false") !== "false") throw notImplemented("fetch-owner in ListObjectsV2");
  return {
    prefix: query.get("prefix") ?? "",
    delimiter: query.get("delimiter") ?? "",
    maxKeys: Math.min(Number(maxKeys), largestPage),
    startAfter: query.get("start-after"),
    token: query.get("continuation-token"),
    isUrlEncoded: encoding === "url",
  };
}

function pageOf(index: ObjectIndex, bucket: string, asked: ListRequest): Page {
  const objects: KeptObject[] = [];
  const commonPrefixes: string[] = [];
  const end = afterAllWith(Buffer.from(asked.prefix));
  let from = firstOfPage(asked);
  let next = index.firstBetween(bucket, from, end);
  while (next !== undefined && objects.length + commonPrefixes.length < asked.maxKeys) {
    const common = commonPrefixOf(next.key, asked);
    if (common === undefined) {
      objects.push(next);
      from = justAfter(next.key);
    } else {
      commonPrefixes.push(common);
      from = afterAllWith(Buffer.from(common));
    }
    next = index.firstBetween(bucket, from, end);
  }
  const isCut = next !== undefined && asked.maxKeys > 0;
  return { objects, commonPrefixes, nextToken: isCut ? from.toString("base64url") : undefined };
}

/** The smallest bytes that a key on this page may have. */
function firstOfPage({ prefix, startAfter, token }: ListRequest): Buffer {
  const prefixBytes = Buffer.from(prefix);
  const asked = token === undefined ? startAfterBytes(startAfter) : tokenBytes(token);
  return Buffer.compare(asked, prefixBytes) > 0 ? asked : prefixBytes;
}

function startAfterBytes(startAfter: string | undefined): Buffer {
  return startAfter === undefined || startAfter === "" ? Buffer.alloc(0) : justAfter(startAfter);
}

function tokenBytes(token: string): Buffer {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length === 0 || bytes.toString("base64url") !== token)
    throw new S3Error("InvalidArgument", "The continuation token provided is incorrect");
  return bytes;
}

function commonPrefixOf(key: string, { prefix, delimiter }: ListRequest): string | undefined {
  if (delimiter === "") return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}

function justAfter(key: string): Buffer {
  return Buffer.concat([Buffer.from(key), Buffer.from([0])]);
}

/** The smallest bytes that are greater than everything that begins with `prefix`: UTF-8 has no byte 0xff to overflow. */
function afterAllWith(prefix: Buffer): Buffer {
  const last = prefix.at(-1);
  if (last === undefined) return Buffer.from([0xff]);
  return Buffer.concat([prefix.subarray(0, -1), Buffer.from([last + 1])]);
}

function listDocument(bucket: string, asked: ListRequest, page: Page): string {
  const encode = asked.isUrlEncoded ? urlEncoded : (text: string) => text;
  const optional = (name: string, value: string | undefined) =>
    value === undefined || value === "" ? "" : textElement(name, value);
  const content = [
    textElement("Name", bucket),
    textElement("Prefix", encode(asked.prefix)),
    optional("Delimiter", encode(asked.delimiter)),
    optional("StartAfter", asked.startAfter === undefined ? undefined : encode(asked.startAfter)),
    optional("ContinuationToken", asked.token),
    optional("NextContinuationToken", page.nextToken),
    optional("EncodingType", asked.isUrlEncoded ? "url" : undefined),
    textElement("KeyCount", page.objects.length + page.commonPrefixes.length),
    textElement("MaxKeys", asked.maxKeys),
    textElement("IsTruncated", page.nextToken !== undefined),
    ...page.objects.map((object) => contents(object, encode(object.key))),
    ...page.commonPrefixes.map(
      (prefix) => `<CommonPrefixes>${textElement("Prefix", encode(prefix))}</CommonPrefixes>`,
    ),
  ];
  return xmlDocument(
    "ListBucketResult",
    content.join(""),
    ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"',
  );
}

function contents(object: KeptObject, key: string): string {
  const fields = [
    textElement("Key", key),
    textElement("LastModified", new Date(object.modifiedAt).toISOString()),
    textElement("ETag", `"${object.etag}"`),
    textElement("Size", object.sizeBytes),
    textElement("StorageClass", "STANDARD"),
  ];
  return `<Contents>${fields.join("")}</Contents>`;
}

function urlEncoded(text: string): string {
  return encodeURIComponent(text).replaceAll("%2F", "/");
}
