import type { IncomingHttpHeaders } from "node:http";
import { decodeAwsChunked } from "./aws-chunked.ts";
import { bodyDigest, statedChecksums, verifyChecksums } from "./checksums.ts";
import { S3Error } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";

/** The body of a PutObject on its way in. */
export interface ReceivedBody {
  /** The object's bytes, without any framing; to be read once. */
  readonly bytes: AsyncIterable<Buffer>;
  /** After the last byte: what arrived. Throws S3Error where it is not what was stated. */
  verified(): VerifiedBody;
}

interface VerifiedBody {
  readonly sizeBytes: number;
  /** MD5 in hexadecimal. */
  readonly etag: string;
  /** The object's checksums by header, to give back with it. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** Throws S3Error where the headers state no length or an impossible checksum. */
export function receiveBody(request: S3Request): ReceivedBody {
  const isFramed = isAwsChunked(request.headers);
  const statedBytes = statedLength(request.headers, isFramed);
  const stated = statedChecksums(request.headers);
  const digest = bodyDigest(stated);
  const trailers = new Map<string, string>();
  let sizeBytes = 0;

  async function* bytes(): AsyncGenerator<Buffer> {
    // A body that is refused half-way must not take the connection with it, on which the refusal is sent.
    const source: AsyncIterable<Buffer> = request.body.iterator({ destroyOnReturn: false });
    for await (const piece of isFramed ? decodeAwsChunked(source, trailers) : source) {
      digest.update(piece);
      sizeBytes += piece.length;
      yield piece;
    }
  }

  return {
    bytes: bytes(),
    verified() {
      if (sizeBytes !== statedBytes)
        throw new S3Error("IncompleteBody", `${statedBytes} bytes were stated and ${sizeBytes} came.`);
      const digests = digest.finish();
      return {
        sizeBytes,
        etag: digests.md5.toString("hex"),
        checksums: verifyChecksums(stated, digests, trailers),
      };
    },
  };
}

/** The most that one PutObject takes (docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html). */
const largestBytes = 5 * 1024 ** 3;

/** S3 takes no body whose length it is not told before. */
function statedLength(headers: IncomingHttpHeaders, isFramed: boolean): number {
  const stated = headers[isFramed ? "x-amz-decoded-content-length" : "content-length"];
  if (stated === undefined)
    throw new S3Error("MissingContentLength", "You must provide the Content-Length HTTP header.");
  const bytes = Number(stated);
  if (!Number.isSafeInteger(bytes) || bytes < 0)
    throw new S3Error("InvalidArgument", "The stated length of the body is not a number of bytes.");
  if (bytes > largestBytes)
    throw new S3Error("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size.");
  return bytes;
}

function isAwsChunked(headers: IncomingHttpHeaders): boolean {
  return (
    String(headers["x-amz-content-sha256"]).startsWith("STREAMING-") ||
    String(headers["content-encoding"]).includes("aws-chunked")
  );
}
