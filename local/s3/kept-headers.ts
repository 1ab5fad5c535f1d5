import type { IncomingHttpHeaders } from "node:http";
import { S3Error } from "./s3-error.ts";

const metadataPrefix = "x-amz-meta-";

const kept = ["cache-control", "content-disposition", "content-language", "content-type", "expires"];

/** The most bytes of names and values (docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html). */
const longestMetadataBytes = 2048;

/** The headers of a PutObject that come back with the object. Throws S3Error for too much metadata. */
export function keptHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const names = Object.keys(headers);
  const metadata = names.filter((name) => name.startsWith(metadataPrefix));
  const metadataBytes = metadata
    .map((name) => name.length - metadataPrefix.length + String(headers[name]).length)
    .reduce((sum, bytes) => sum + bytes, 0);
  if (metadataBytes > longestMetadataBytes)
    throw new S3Error("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size.");
  const encoding = contentEncoding(headers);
  return {
    "content-type": "binary/octet-stream",
    ...Object.fromEntries(
      names
        .filter((name) => kept.includes(name) || metadata.includes(name))
        .map((name) => [name, String(headers[name])]),
    ),
    ...(encoding === "" ? {} : { "content-encoding": encoding }),
  };
}

/** The encoding of the object itself: aws-chunked is that of the transfer, and S3 takes it away. */
function contentEncoding(headers: IncomingHttpHeaders): string {
  return (headers["content-encoding"] ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "aws-chunked")
    .join(",");
}
