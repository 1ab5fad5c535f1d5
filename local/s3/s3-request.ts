import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { S3Error } from "./s3-error.ts";

/** A request in path style, `/bucket/key?query`, taken apart. */
export interface S3Request {
  readonly method: string;
  /** Undefined for the service itself. */
  readonly bucket: string | undefined;
  /** Undefined for a bucket. A key may hold any character; it is never a path. */
  readonly key: string | undefined;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

/**
 * Takes a request apart. The target is not read as a URL, because that would resolve `..`, which is a legal part of a key.
 *
 * Throws S3Error for a target that is not percent-encoded UTF-8 and for names that S3 forbids.
 */
export function readS3Request(message: IncomingMessage): S3Request {
  const target = message.url ?? "/";
  const queryAt = target.indexOf("?");
  const path = queryAt < 0 ? target : target.slice(0, queryAt);
  const keyAt = path.indexOf("/", 1);
  const bucket = decoded(keyAt < 0 ? path.slice(1) : path.slice(1, keyAt));
  const key = keyAt < 0 ? "" : decoded(path.slice(keyAt + 1));
  if (bucket !== "" && !bucketPattern.test(bucket))
    throw new S3Error("InvalidBucketName", "The specified bucket is not valid.");
  if (Buffer.byteLength(key) > longestKeyBytes) throw new S3Error("KeyTooLongError", "Your key is too long.");
  return {
    method: message.method ?? "",
    bucket: bucket === "" ? undefined : bucket,
    key: key === "" ? undefined : key,
    query: queryAt < 0 ? new Map() : readQuery(target.slice(queryAt + 1)),
    headers: message.headers,
    body: message,
  };
}

/** docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, the first four rules. */
const bucketPattern = /^(?=.{3,63}$)[a-z0-9](?:[a-z0-9-]|\.(?!\.))*[a-z0-9]$/;

/** docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
const longestKeyBytes = 1024;

function readQuery(text: string): Map<string, string> {
  const parts = text.split("&").filter((part) => part !== "");
  return new Map(
    parts.map((part) => {
      const equals = part.indexOf("=");
      return equals < 0
        ? [decoded(part), ""]
        : [decoded(part.slice(0, equals)), decoded(part.slice(equals + 1).replaceAll("+", "%20"))];
    }),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new S3Error("InvalidURI", "Couldn't parse the specified URI.", { cause });
  }
}
